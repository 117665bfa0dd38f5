"""The stages in order, and where files are."""
