"""The truth: the book and everything that is read out of it. No Qt, no paper."""
