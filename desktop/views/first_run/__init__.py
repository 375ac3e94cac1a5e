"""The first run: which book, and who and where am I."""
