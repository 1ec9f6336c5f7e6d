"""Entities, queries, errors and pure functions: the words everything else is written in."""
