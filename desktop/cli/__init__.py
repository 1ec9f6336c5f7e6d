"""The command line: the same layers without a window."""
