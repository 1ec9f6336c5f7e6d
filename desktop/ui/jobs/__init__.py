"""Bulk jobs on the screen: the dry run before one starts, the bar while it runs, who failed and why."""
