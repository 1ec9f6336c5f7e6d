"""One account's live data: listings, collections, pull, token, status. Knows no Qt."""
