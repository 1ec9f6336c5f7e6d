"""Giving customers to agents, claiming them, putting them into the pool: from the key to the edits."""
