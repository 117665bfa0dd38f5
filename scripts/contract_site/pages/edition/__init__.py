"""The pages of an edition.

- The page of corrections counts what was done from the corrections, the furniture and the order of the words, because a
  sentence that says “nothing else” is true only if it is made from everything.
- Page marks are links to themselves and stand outside headings, so that lists of contents do not repeat them.
- What a menu of citing needs is loaded when it is opened first, because most readers only read. A label stays a link
  without it.
- Copies for others are written from text by the script, as elements or escaped for Markdown, never from a page's HTML.
"""
