"""The board: actions by windows, one drawn tile for each commitment."""
