"""The desktop program: builds the window's objects, runs them, closes them in reverse order."""
