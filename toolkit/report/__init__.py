"""Reports: one writer a file, all fed by the same rows."""
