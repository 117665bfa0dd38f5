"""Words as Markdown: escaping, links, marks, tables, frames of pages."""
