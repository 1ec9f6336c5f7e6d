"""The detail panel: one customer, every field of the record."""
