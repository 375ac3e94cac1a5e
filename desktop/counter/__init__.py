"""What the counter hands out and puts away: slips of a request on paper, filled from the book."""
