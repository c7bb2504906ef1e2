"""What an organisation should mend in its own documents, as a list with places."""
