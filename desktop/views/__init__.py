"""The screen. A screen is a folder; screens do not know each other."""
