"""Exporting what the customers table shows: its columns, its filter, its order, or what is selected."""
