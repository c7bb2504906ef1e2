"""What must be fast, measured as ratios beside something known, in one run."""
