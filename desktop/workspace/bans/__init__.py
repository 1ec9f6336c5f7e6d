"""The blacklist of an account: who is on it, and what the clock does to it."""
