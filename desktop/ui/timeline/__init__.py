"""A customer's history: read by day, narrowed by kind, written to."""
