"""Tests of the printing dialog."""
