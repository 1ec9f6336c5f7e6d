"""The customers page: search, saved views, filters, table, selection."""
