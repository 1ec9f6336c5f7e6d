"""Kefu Desk: customers and tags of a Sobot account on the desktop."""

__version__ = "0.1.0"

__releases__ = ""
"""The https address that is asked for newer versions where the user gives no other; "": nobody is asked."""
