"""The stages in order, and where files are.

- What removing an agreement gives up is found out on a copy that has been built without it, because its addresses are not
  all its own: other agreements' histories and pages of local items go with it.
- A version is the beginning of a hash of the built site, because a clock would make two builds differ.
- The downloads page is built with an empty place for each agreement and filled afterwards, because sizes and sums are known
  only then; a place without a file, or a file without a place, stops the build.
- A new kind of file to carry away is a function in ``bundle`` that writes below a folder and returns what it wrote, and a
  line in ``carry`` of ``build/carry_step.py``.
"""
