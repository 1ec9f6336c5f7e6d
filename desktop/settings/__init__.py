"""Preferences, profiles and secrets on this machine. The only importer of keyring."""
