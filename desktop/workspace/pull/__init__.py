"""Bringing every customer into the cache and keeping it so: what to ask for next (pure), and the asking."""
