"""My work: the lists of customers (all, mine, new, to assign, following up, pool) in the rail, with counts."""
