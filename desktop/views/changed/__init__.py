"""What changed between two days: every commitment whose state is another one, who changed it, and why."""
