"""From the documents that organisations have to frameworks: read, recognise, review."""
