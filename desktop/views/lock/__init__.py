"""The seat: taking it by PIN, switching the person, and the cover over a locked window."""
