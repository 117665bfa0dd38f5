"""Words that point somewhere, and what they point to: a closed union, nothing guessed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """How a citation is written."""

    ARTICLE = "article"
    """``Article 12.5.C``, ``Article 12, Section 5``, ``Section 5, Article 38``, each member of a list of them."""
    DOTTED = "dotted"
    """``12.5.C.4`` without the word Article."""
    SECTION = "section"
    """``Section 3.C, below``, ``Section C.5.b``: within the article, or the memorandum."""
    PARAGRAPH = "paragraph"
    """``paragraph b(3), below``, ``subsection 2``, ``part a. or b. above``."""
    LABEL = "label"
    """``C.1.b above``, ``a. through d. above``, ``(4.C.6)``: labels alone."""
    STEP = "step"
    """``Step 2``, ``Step 2(d)``."""
    ITEM = "item"
    """``Item 4, Section 1.C`` of a local memorandum."""
    ENCLOSING = "enclosing"
    """``this Article``, ``this Section``, ``this paragraph``."""
    MEMO_PAGE = "memo-page"
    """``[see Memos, pages 178, 181]``: memoranda by printed page."""
    MEMO_NAME = "memo-name"
    """A memorandum by its title."""
    PART = "part"
    """``Appendix A``, ``Attachment A``."""
    TABLE = "table"
    """``Table 2``."""
    TITLED = "titled"
    """``the Organizing section of these By-Laws``: an article by its title alone."""
    CHOSEN = "chosen"
    """Words that only an editor knows to cite something: ``Section E-5`` in a list that cites another text."""
    POINTER = "pointer"
    """Words that the file itself leads somewhere: ``@dues``, a cross-reference field of Word."""
    ELSEWHERE = "elsewhere"
    """``Paragraph 7 of the MOU``, ``Section 2 of the Act``: within a document that only its kind names."""
    EXTERNAL = "external"
    """A statute, handbook, form, case or other agreement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One citation of one target (or of a range that ends there), over its own words."""

    text: str
    start: int
    """Offset in the text of its block."""
    end: int
    form: Form
    path: tuple[str, ...] = ()
    """Steps as written, outermost first: ``("12", "5", "C")``, ``("step-2", "d")``."""
    shorter: tuple[tuple[str, ...], ...] = ()
    """Readings of fewer words, longest first, for where the words after a space turn out to be no part of it."""
    absolute: bool = False
    """The path begins with an article (or item) and not inside the provision where it stands."""
    direction: int = 0
    """-1 for ``above`` and ``preceding``, 1 for ``below``, 0 if the words do not say."""
    range_from: tuple[str, ...] = ()
    """For ``1 through 5``: the path of the first, when this is the last."""
    document: str = ""
    """For an external citation: the document."""
    word: str = ""
    """The rank or kind of document that the words name first, in one form: ``section``, ``clause``, ``letter``."""
    within: str = ""
    """What the words say that the path begins in: ``agreement``, ``document`` for the letter or appendix at hand, or the rank
    of ``of this Section``."""
    behind: str = ""
    """The words behind a citation that begins with an article, where a printed title may stand."""
    before: str = ""
    """The words before it."""
    doubt: str = ""
    """Why the words may mean another document than they say; there is no link then."""
    weak: bool = False
    """The words are a citation only if what they name is there: ``see 6.3``."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place that words point to: an edition, a page of it, an anchor there."""

    slug: str
    page: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """The words mean exactly these places; a link goes to the last, that of a chosen one or of tables to the first."""

    citation: Citation
    targets: tuple[Target, ...]
    note: str = ""
    """Editors' words, where a person chose the target."""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The words may mean any of these places."""

    citation: Citation
    candidates: tuple[Target, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Nothing is where the words point."""

    citation: Citation
    reason: str
    note: str = ""
    """Editors' words, where a person decided that the words lead nowhere here."""


@dataclass(frozen=True, slots=True)
class External:
    """The words point out of the agreement."""

    citation: Citation
    document: str
    published: str = ""
    """The slug of the document, where it is an agreement of this site."""


Resolution = Resolved | Ambiguous | Unresolved | External


@dataclass(frozen=True, slots=True)
class Reference:
    """A resolution and the block in whose text it stands."""

    page: str
    """Id of the part."""
    provision: str
    """Anchor of the provision."""
    block: str
    """Anchor of the block."""
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class Links:
    """All references of one edition, in printed order."""

    references: tuple[Reference, ...] = ()
    titles: tuple[tuple[str, Reference], ...] = ()
    """What the titles of memoranda cite, with the title; offsets are into the title."""

    def by_block(self) -> dict[tuple[str, str], list[Reference]]:
        """Return the references by page and block."""
        found: dict[tuple[str, str], list[Reference]] = {}
        for reference in self.references:
            found.setdefault((reference.page, reference.block), []).append(reference)
        return found


@dataclass(frozen=True, slots=True)
class Backlink:
    """A place that cites another: where it stands, the sentence around the citation, and what it says of its target."""

    slug: str
    page: str
    provision: str
    block: str
    sentence: str
    relation: str
    """What the sentence says that it does to its target: a ``Relation`` of ``model/editorial.py``, or ``noted`` where the
    edition prints a pointer to a memorandum."""
