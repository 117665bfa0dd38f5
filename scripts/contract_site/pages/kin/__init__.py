"""Pages about texts that are kin: comparisons, reprints, concordances, local items, histories."""
