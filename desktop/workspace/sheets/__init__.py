"""Table files of an account: rows of one are judged against what is known, and imported; customers are written."""
