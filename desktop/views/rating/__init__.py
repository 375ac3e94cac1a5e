"""Rating of service at the counter: the page on which a citizen rates, and the keying of paper ballots."""
