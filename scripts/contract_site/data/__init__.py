"""The open data, and what scripts of the site read."""
