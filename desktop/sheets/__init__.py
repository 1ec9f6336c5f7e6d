"""Table files that people bring and take, CSV and Excel: read and written whole, and without surprises."""
