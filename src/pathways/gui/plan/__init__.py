"""The page for a plan, with its models, widgets and dialogs."""
