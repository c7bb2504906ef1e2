"""Files and the model: guarded reading with line numbers, and writing that is all or nothing."""
