"""Edits from the moment they are made until the server or a person settles them."""
