"""Source agreements in, a static reference site out. Start reading at ``pipeline``."""
