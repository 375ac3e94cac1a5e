"""Tests of the checklist of one window."""
