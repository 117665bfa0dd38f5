"""Words as Markdown: escaping, links, marks, tables, rows of what lies beside, frames of pages.

- Source text is escaped character by character, because it may hold ``<``, ``{{``, ``*`` or ``[x](y)``.
- Titles in front matter are HTML-escaped, because the theme puts them into templates as they are.
- A restored reading that is only probable, or that has a rival, is marked at its place, because a list elsewhere is not
  read; how sure it is is a key of the correction, because prose cannot be counted.
- An odd word that the other column's scan shows to be no fault of the scan is left and marked ``[sic]``, because what was
  printed is not corrected.
"""
