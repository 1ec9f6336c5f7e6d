"""The history of customers."""
