"""What waits to be sent: the outbox page, conflicts, undo and redo."""
