"""The files that editors keep: read, checked, and said what is wrong with them.

- Files that editors keep are read by one module, by their byte order mark, else as UTF-8; nothing else is guessed, but a
  byte that is not UTF-8 is shown as what it would be in Windows-1252, because that is where such files come from.
- A file or folder that is there and cannot be read is an error, never as if it were not there: a link that leads nowhere,
  too.
"""
