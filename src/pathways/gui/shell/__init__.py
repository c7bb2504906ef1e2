"""The main window and what holds it together: pages, actions, menus, session, theme, settings."""
