"""What a user wants changed, as small values."""
