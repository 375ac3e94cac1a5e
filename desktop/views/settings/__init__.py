"""The settings page: who sits here, language and looks, facts of the book."""
