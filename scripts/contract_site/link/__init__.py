"""What the words point to. Results lie beside the trees and change nothing in them.

- ``link`` finds what the words cite (``find.py``, ``documents.py``, ``memo_names.py``), resolves it (``resolve.py``) and
  turns it round (``backlinks.py``). A reference ends as resolved, ambiguous, unresolved or external; only the first becomes
  a link.
- Where words may mean several places, or a place that only a reader can find, an editor chooses in ``references.toml``, and
  readers see the choice as an editors' note at the provision. Nothing is retargeted silently.
- What a memorandum does to a provision is read from the words beside the citation only, and their negation turns it round;
  where they do not say, the relation is ``cites``. An editor says what rules cannot read (``[[relation]]``), and
  ``tests/sources/relations.tsv`` holds every relation with its sentence as a person read it, because a wrong “amends” is
  worse than none.
- What a list's lead-in says is said of every entry that is no more than a citation; what a memorandum's title names it is
  about.
- What stands behind a citation (“of the Union Constitution”), before it (“the City Code, Article I”) or points back
  (“thereof”, “its Section 2”) decides whose it is; a name that is not the agreement's own is never ours, because a
  confident link to the wrong document is worse than none. What the agreement is called is learned from its titles and from
  what its text says of itself (“these By-Laws”).
- A number that is printed whole as a label (22.02), or that runs through the whole container (clause 64), is found wherever
  it is cited; “1A” is one label before it is two.
- A reference that the file itself holds is a true target (``pointers.py``); where the words beside it name another place, one
  of the two is stale, and there is no link but a finding. So it is with a title printed beside a number that belongs to
  another provision (``printed_titles.py``).
- What goes on from a number in brackets is never dropped to make a link: ``Section 2(o)`` is nowhere if Section 2 has no (o).
- ``Part 2`` and ``Chapter V`` are divisions of the whole text, never a 2 that happens to stand around the words; a clause
  that a schedule and the agreement both have is a finding.
- ``Part 2`` in a schedule that has Parts is its own; a Part has no number among paragraphs, which count on over it.
- What was put in later (``5bis``) is never 5, a point with a degree sign (``article 3, 2°``) is never an article, and ``the
  preceding paragraph`` is the one before the words, or nothing.
- ``1-204`` is one number where the agreement prints labels with a dash, else a range; ``XII-A`` is never Article XII.
- Letters may mean the entries of a list that the file counts in figures, because how those look is the reader's program's.
- Words for ranks and documents are data in ``ranks.py``, from which the patterns are built.
- A relative citation is looked up below the provision where it stands, then outwards from it, never from what was cited
  last, because the drafters' “Section 4” is the one of the same article.
- Every pattern takes time in proportion to its text: what can be read in two ways is possessive or bounded.
  ``tests/test_linear.py`` asks each one.
"""
