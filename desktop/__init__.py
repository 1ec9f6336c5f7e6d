"""Kefu Desk: customers and tags of a Sobot account on the desktop."""

__version__ = "0.1.0"
