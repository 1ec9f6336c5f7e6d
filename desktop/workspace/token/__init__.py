"""The one token of a profile, shared by all its processes."""
