"""The main window: its parts around the pages."""
