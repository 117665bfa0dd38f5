"""Lines in, the tree of provisions out. Parsing never fails: any text gives the best tree, and findings."""
