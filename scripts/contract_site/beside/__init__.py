"""What lies beside the trees, gathered so that pages can ask: crossings, rows, topics, items, histories."""
