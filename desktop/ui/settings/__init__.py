"""Settings, first start, and the notices about keys and files."""
