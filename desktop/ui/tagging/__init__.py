"""Tagging customers: the picker at the place of the action, chips, and the last tagging once more."""
