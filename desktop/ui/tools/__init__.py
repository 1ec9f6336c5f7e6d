"""Small tools that stand beside the pages."""
