"""The child process that pulls: started by its parent, fed over a pipe, killable at any moment."""
