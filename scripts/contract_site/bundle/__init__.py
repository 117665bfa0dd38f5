"""A built site in, things to carry away out. Empty until the first bundle is made."""
