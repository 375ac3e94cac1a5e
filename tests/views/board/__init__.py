"""Tests of the board screen."""
