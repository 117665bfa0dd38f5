"""The model in, Markdown and data out. Pure: opens no file, knows no site generator."""
