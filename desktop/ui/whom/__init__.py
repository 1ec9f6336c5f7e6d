"""Whom a gesture is about: what is selected, the current row or card, the customer of the panel."""
