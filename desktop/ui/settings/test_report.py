"""The answer of "Test connection": a line for each step, with what to do where one failed."""
