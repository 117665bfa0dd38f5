"""The pages of an edition.

- The page of corrections counts what was done from the corrections, the furniture and the order of the words, because a
  sentence that says “nothing else” is true only if it is made from everything.
- What lies beside a provision is one closed row below it, and beside a whole part one row above its words, because readers
  come for the words; that something is not there is said where texts are compared, where a reader asks for it.
- A memorandum touches a section or an item of it, so it stands there, and in the list of its article besides. A table of
  memoranda says nothing of what it names: it lists it and does not cite it.
- Page marks are links to themselves and stand outside headings, so that lists of contents do not repeat them.
- What a menu of citing needs is loaded when it is opened first, because most readers only read. A label stays a link
  without it.
- Copies for others are written from text by the script, as elements or escaped for Markdown, never from a page's HTML.
"""
