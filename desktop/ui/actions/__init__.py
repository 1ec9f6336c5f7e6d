"""Every action of the window, and where one finds it."""
