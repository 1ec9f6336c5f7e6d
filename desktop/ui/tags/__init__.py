"""The tags page: groups, their tags, who has them, and every edit of them."""
