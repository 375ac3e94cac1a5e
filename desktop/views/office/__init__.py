"""The office: units and windows, and the catalogue in force."""
