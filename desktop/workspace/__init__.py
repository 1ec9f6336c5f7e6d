"""One account's live data: listings, collections, edits, pull, push, token, status. Knows no Qt."""
