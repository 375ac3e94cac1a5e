"""Bringing something into a book: what command line and window share beyond reading a file and posting it."""
