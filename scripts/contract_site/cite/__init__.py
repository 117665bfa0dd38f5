"""How provisions are addressed and cited."""
