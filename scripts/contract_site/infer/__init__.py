"""What a text says of itself: its title, its parties, its term. Facts with their evidence, never guesses."""
