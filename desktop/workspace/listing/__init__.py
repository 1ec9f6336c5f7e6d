"""The customers a query finds, by index, some at a time; queries that are kept as views."""
