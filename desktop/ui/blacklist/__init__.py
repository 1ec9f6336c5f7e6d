"""The blacklist in the window: its page, banning from anywhere, marks of customers, notices."""
