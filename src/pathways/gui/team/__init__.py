"""The team: its table, a person, what if, side by side, and bringing in a spreadsheet."""
