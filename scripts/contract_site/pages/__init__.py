"""The pages of the site, as Markdown."""
