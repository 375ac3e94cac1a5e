"""Ratings as a page of the window: the honest satisfaction figures, and what follows a bad rating."""
