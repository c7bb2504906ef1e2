"""The frameworks as one graph: progression, routes, layout, export. No Qt."""
