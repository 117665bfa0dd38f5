"""The pages of an edition."""
