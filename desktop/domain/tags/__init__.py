"""Tags and their groups: what the document asks of them, what edits of them find and bring back."""
