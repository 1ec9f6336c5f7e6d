"""Editors of single fields of a customer: what the form is put together from."""
