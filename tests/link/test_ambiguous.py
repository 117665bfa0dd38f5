"""More than one target: no link, and a finding that says so."""

from __future__ import annotations

from tests.link.texts import an_edition, links_of, references_of
from tests.parse.texts import outline_of

from contract_site.link.references import reference_findings
from contract_site.model.editorial import ParagraphChoice

PAGES = """1
ARTICLE 1
WORK
A. It is done [see Memo, page 2].
B. It is done well [see Memo, page 3].
C. It is done again [see Memos, pages 2-3].
D. It is done at length [see Memos, pages 2 & 4].
E. It is done last [see Memo, page 9].
2
MEMORANDUM OF UNDERSTANDING
Re: Foghorns
It is blown.
3
MEMORANDUM OF UNDERSTANDING
Re: Lamps
It is lit.
MEMORANDUM OF UNDERSTANDING
Re: Boats
It is painted.
1. In white.
4
2. In red.
"""
TWICE = """ARTICLE 1
WORK
A. The first.
B. The second, as in A above and Article 1.A and Article 1.B.
A. The third, printed with a letter that was there.
"""


def test_a_printed_page_leads_to_the_one_memorandum_that_begins_on_it() -> None:
    """If two begin there, only a person can say which is meant; a page on which none begins is that of the one it runs over."""
    assert references_of(an_edition(PAGES)) == [
        "1.A: 2 -> memo/foghorns#",
        "1.B: 3 -> ambiguous: 2 memoranda begin on the pages named",
        "1.C: 2-3 -> ambiguous: 3 memoranda begin on the pages named",
        "1.D: 2 -> memo/foghorns#",
        "1.D: 4 -> memo/boats#",
        "1.E: 9 -> unresolved: no memorandum stands on this page",
    ]


def test_a_label_printed_twice_is_no_target() -> None:
    choice = ParagraphChoice(line=5, opens="A. The third", owner="1")
    edition = an_edition(TWICE, paragraphs=(choice,))

    assert "<1.A~2>" in outline_of(edition)
    assert references_of(edition) == [
        "1.B: A -> ambiguous: 1.A is printed twice",
        "1.B: Article 1.A -> ambiguous: 1.A is printed twice",
        "1.B: Article 1.B -> 1.B",
    ]


def test_an_ambiguous_reference_is_a_finding_of_its_own() -> None:
    edition = an_edition(TWICE, paragraphs=(ParagraphChoice(line=5, opens="A. The third", owner="1"),))
    codes = [(each.line, each.code) for each in reference_findings(edition, links_of(edition)[edition.slug])]

    assert codes == [(4, "L202"), (4, "L202")]
