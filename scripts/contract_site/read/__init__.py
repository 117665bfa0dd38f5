"""A file in, lines out that know their printed page and their place in the source.

- What a program took out of a PDF, a Word file or a page is kept beside it as text and rows (``source.text.txt``,
  ``source.lines.tsv``), with the program's version and hashes, because a newer version may read it otherwise and a
  published edition must not change unseen. The build reads these and only hashes the original. They are named ``source…``
  because Git leaves such files byte for byte (``.gitattributes``).
- Corrections are data with the raw words expected, never edits of the source, because the source is evidence; its SHA-256
  is checked.
- Places are a line or an offset together with words, because a number alone would slide onto other words unseen.
- The columns of a comparative print, their outline and what each explanation explains are data, each row with the words
  expected at its place, because rules separate such columns worst exactly where the texts differ. Two editions of one book
  share its source and columns; each accounts for all of it, and a test proves that no character is shown by both or lost
  between them.
- The order of rows is the order of reading, so a line that the scan read too late is put back by moving a row.
- A hyphen before a small letter at a line end of such a print is taken out by rule; a real one is kept by a correction,
  because the exceptions are few and the rule’s cases many.
- What no letter or twin supports is ``[illegible]``, in the text and in the data. Later agreements are no witness for a
  reading.
- Where a printed page goes on behind words of a later one, its mark stands again without an anchor of its own.
"""
