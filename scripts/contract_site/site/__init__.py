"""Pages to files. The only part that knows MkDocs; it builds beside the last good site and then swaps."""
