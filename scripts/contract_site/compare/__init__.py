"""Two editions in, what changed between them out. Empty until the first pair of editions is here."""
