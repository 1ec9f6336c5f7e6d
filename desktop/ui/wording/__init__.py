"""What everything is called on screen, in the language shown."""
