"""The pulling child as its parent sees it, and what the two say to each other."""
