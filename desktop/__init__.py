"""Bianmin (便民台账): promises kept, counted at every service window."""

__version__ = "0.1.0"
BUILT_ON = "2026-11-23"
