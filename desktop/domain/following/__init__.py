"""Following a customer up: stages, history, assignment, figures."""
