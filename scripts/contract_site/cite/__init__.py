"""How provisions are addressed and cited.

- One module, ``cite/addresses.py``, makes every address, because printed links cannot be mended.
- An anchor is the citation with dots and never ends in one, because mail programs cut there; letters keep their case.
- A second paragraph without a label is ``.p2``, counted within its provision; the first text of a provision is the
  provision itself. Notes of the edition count as paragraphs, because readers see them as such; the caption of a memorandum
  does not.
- A table with a printed name is ``table-1.1``; one without is ``.t1`` after its provision, and does not count as a
  paragraph. Where editors give a table to another provision, its ``id`` keeps the anchor that was published.
- A memorandum whose provisions have no number above them begins at ``p2``, ``t1``, ``A``, without a prefix, because no
  printed number stands there. The part itself is at the last piece of its address, so that every page has an anchor at its
  head.
- No two pages have addresses that differ in capitals only, because many hosts and disks do not tell them apart.
- A label that occurs twice in one place gets ``~2`` and a finding, because both must have an address.
- An appendix that is printed as a memorandum, or a memorandum printed as an appendix, is one text and so one page: its
  container is the appendix, and the memorandum's address is a redirect page to it, which works without JavaScript.
- A reprinted portion of an article is numbered below the item that brings it (``2.article-7.1.B``), so that there is one
  Article 7 and no reprint is taken for it.
- Citations are decided in ``cite.py`` alone. A page carries those of its parts, sections, steps and tables; the script
  makes the others by the same ending, because a test proves that this gives each of them and a page stays small.
"""
