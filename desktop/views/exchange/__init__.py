"""Dialogs that bring something into the book, or the book itself back."""
