"""A customer: its fields, what may stand in them, and how pasted text becomes fields."""
