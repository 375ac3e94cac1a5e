"""Tests of the list of changes."""
