"""The blacklist: its entries, what they mean at a moment, what is worth telling of them."""
