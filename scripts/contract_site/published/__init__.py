"""Published addresses, held against today's."""
