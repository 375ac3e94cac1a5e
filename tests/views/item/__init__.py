"""Tests of the panel of one commitment."""
