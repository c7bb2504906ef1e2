"""What people and managers plan: pure edits, and what can be read from plans and teams."""
