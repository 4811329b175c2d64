"""The commands: each is its options and one call."""
