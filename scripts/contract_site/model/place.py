"""Names of places: of a container, of an anchor and what it is made of, and of a place as data and editors' files name it.

They are taken apart and put together here only. Addresses of pages, which begin with an agreement's slug, are of
``cite.addresses``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

_REMOVED = "was-"
_NTH = re.compile(r"(?P<value>.*)~(?P<nth>[2-9]|[1-9]\d+)", re.DOTALL)
_BLOCK = re.compile(r"(?P<kind>[pt])(?P<number>\d+)")
_OTHER = re.compile(r"(?!memo:)(?P<slug>[a-z0-9-]+):(?P<rest>.*)", re.DOTALL)

# `local` is one because of /compare/local/.
OWN_ADDRESSES = frozenset(
    (
        "about",
        "assets",
        "bargaining",
        "calendar",
        "changes",
        "compare",
        "data",
        "downloads",
        "editors",
        "go",
        "guides",
        "local",
        "mine",
        "offline",
        "print",
        "saved",
        "search",
        "subjects",
        "timeline",
        "trust",
    )
)
"""First names of addresses that are the site's own, so that no agreement can have them as its slug."""


class Container(str):
    """What a part belongs to: ``body``, ``appendix-a``, ``memo:night-watches``."""

    __slots__ = ()

    @property
    def is_body(self) -> bool:
        """Whether it is the main body, whose anchors are citations by themselves."""
        return self == BODY

    @property
    def is_memorandum(self) -> bool:
        """Whether it is a memorandum of its own."""
        return self.kind == "memo"

    @property
    def kind(self) -> str:
        """What kind of container it is: ``body``, ``memo``; an appendix and the like by its whole name."""
        return self.partition(":")[0]


BODY = Container("body")
"""The main body."""


@dataclass(frozen=True, slots=True)
class Label:
    """One step of an anchor: ``G``, or ``G~2`` for the second of one name in one place."""

    value: str
    nth: int = 1

    @classmethod
    def parse(cls, text: str) -> Label:
        """Return the label that is written so."""
        found = _NTH.fullmatch(text)
        return cls(found["value"], int(found["nth"])) if found else cls(text)

    def __str__(self) -> str:
        """The label as anchors write it."""
        return self.value if self.nth == 1 else f"{self.value}~{self.nth}"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place on a page: ``8.5.G``, ``8.5.G.p2``, ``14.t1``; of a row also ``was-IV.A.2`` and ``I.A.heading``."""

    labels: tuple[Label, ...]
    removed: bool = False
    """Whether it is a place of the older text of which nothing is left."""

    @classmethod
    def parse(cls, text: str) -> Anchor:
        """Return the anchor that is written so."""
        labels = text.removeprefix(_REMOVED).split(".")
        return cls(tuple(map(Label.parse, labels)), removed=text.startswith(_REMOVED))

    def __str__(self) -> str:
        """The anchor as addresses write it."""
        return (_REMOVED if self.removed else "") + ".".join(map(str, self.labels))

    @property
    def first(self) -> str:
        """Its first label: the article of ``8.5.G``."""
        return str(self.labels[0])

    @property
    def last(self) -> str:
        """Its last label: ``G`` of ``8.5.G``."""
        return str(self.labels[-1])

    @property
    def above(self) -> Anchor | None:
        """The anchor without its last label; None at the top."""
        return Anchor(self.labels[:-1], self.removed) if self.labels[1:] else None

    @property
    def paragraph(self) -> int | None:
        """The number of a paragraph that has no label of its own (``p2``); None if it is none."""
        return self._numbered("p")

    @property
    def number(self) -> int | None:
        """The number of a paragraph without a label (``p2``) or of a table without a name (``t1``); None if it is neither."""
        return self._numbered("pt")

    def _numbered(self, kinds: str) -> int | None:
        found = _BLOCK.fullmatch(self.last)
        return int(found["number"]) if found and found["kind"] in kinds else None


def row_anchor(anchor: str, *, heading: bool, removed: bool) -> str:
    """The anchor of a row: ``III.2`` of the newer text, ``was-IV.A.2`` of the older where nothing is left, ``I.A.heading``."""
    return f"{_REMOVED if removed else ''}{heading_name(anchor) if heading else anchor}"


def heading_name(name: str) -> str:
    """The name of a provision's heading: ``I.A.heading``."""
    return f"{name}.heading"


def told_apart(name: str, nth: int) -> str:
    """A label or an anchor that is the ``nth`` of its name in one place: ``A``, ``A~2``."""
    return str(Label(name, nth))


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place as data and editors' files name it: ``8.5.G``, ``appendix-a#2.C``, ``memo:x#2``, ``mill-1952:VI.B``."""

    page: str
    """The page or container; empty for the main body."""
    anchor: str = ""
    """Empty for a whole page."""
    slug: str = ""
    """The agreement, if it is another than that which speaks."""

    @classmethod
    def parse(cls, text: str) -> PlaceName:
        """Return the place that is named so, in any agreement."""
        other = _OTHER.fullmatch(text)
        return replace(cls.within(other["rest"]), slug=other["slug"]) if other else cls.within(text)

    @classmethod
    def within(cls, text: str) -> PlaceName:
        """Return the place of one agreement that is named so; a slug before it is none of its parts, so nothing is there.

        ``appendix-a`` alone could be a page or an anchor, and is read as an anchor: who knows the pages asks them first.
        """
        page, mark, anchor = text.partition("#")
        return cls(page, anchor) if mark or "/" in page or Container(page).is_memorandum else cls("", page)

    @property
    def is_body(self) -> bool:
        """Whether it names a place of the main body."""
        return not self.page

    def __str__(self) -> str:
        """The name as data and editors' files write it."""
        name = "#".join(filter(None, (self.page, self.anchor)))
        return f"{self.slug}:{name}" if self.slug else name


def seen_by_disks(address: str) -> str:
    """Return an address as it is seen by disks and hosts that do not tell capitals, or ways of writing a letter, apart."""
    return unicodedata.normalize("NFC", address).casefold()
