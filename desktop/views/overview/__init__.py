"""The overview: counts, rates, progress, what changed and what needs attention today."""
