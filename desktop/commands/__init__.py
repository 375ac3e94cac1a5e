"""The deeds: one frozen dataclass each, deciding the lines of one entry."""
