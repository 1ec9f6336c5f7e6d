"""Creating and editing a customer: one form, in the detail panel and in a window of its own."""
