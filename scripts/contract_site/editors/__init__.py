"""The files that editors keep: read, checked, and said what is wrong with them."""
