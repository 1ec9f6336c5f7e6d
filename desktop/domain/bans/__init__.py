"""The blacklist: its entries, what they mean at a moment, what is worth telling of them."""

KIND = "blacklist"
"""What the list is called among the tables that are fetched whole."""
