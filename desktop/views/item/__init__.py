"""The item: one commitment in full, what may be done with it, and its whole story."""
