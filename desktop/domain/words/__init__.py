"""Plain words for every error, in both languages."""
