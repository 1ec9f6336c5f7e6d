"""Bulk edits: what is asked for, what it consists of, how far it is."""
