"""Screens: pages, panels, dialogs and the main window."""
