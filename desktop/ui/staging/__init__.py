"""Setting the stage of customers: the picker, its keys and buttons."""
