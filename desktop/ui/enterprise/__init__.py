"""Making a company: the server takes one, and never gives it back."""
