"""Importing a table file on the screen: choosing it, saying what its columns are, a dry run, the job, the end."""
