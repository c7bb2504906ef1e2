"""Tables and lists as Qt sees them."""
