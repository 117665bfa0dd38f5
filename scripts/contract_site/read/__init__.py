"""A file in, lines out that know their printed page and their place in the source."""
