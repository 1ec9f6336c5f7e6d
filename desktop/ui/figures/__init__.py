"""Figures of the account: customers given to agents, and what the account is made of, as charts and tables."""
