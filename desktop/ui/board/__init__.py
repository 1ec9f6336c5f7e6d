"""The board: a column a stage, cards that are moved by mouse and keyboard."""
