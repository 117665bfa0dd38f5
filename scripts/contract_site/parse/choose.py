"""Choose the outline of a document: the parts at its headings, and in each part the labels whose numbers run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from contract_site.model.outline import PARTS, KeptRow
from contract_site.model.rank_words import Kind
from contract_site.model.source import Line
from contract_site.parse.chains import STRONG
from contract_site.parse.decided import as_decided, as_titled, beside_named, with_headings
from contract_site.parse.divisions import open_parts
from contract_site.parse.labels import Proposal
from contract_site.parse.levels import LabelPlace
from contract_site.parse.nest import Choice, choose_labels
from contract_site.parse.openings import Opening, Opens
from contract_site.parse.printed_numbers import Count, Key
from contract_site.parse.propose import listed_in, propose
from contract_site.parse.setting import Setting, setting_of
from contract_site.parse.titles import NONE, Title, title_of, title_of_part
from contract_site.parse.unknown_words import by_unknown_word
from contract_site.parse.unnumbered import HEADING
from contract_site.parse.ways import Learned


@dataclass(frozen=True, slots=True)
class ChosenPart:
    """A part: where it begins, how far its head reaches, and the labels inside it."""

    opening: Opening
    end: int
    """The line behind its last."""
    title: Title
    labels: tuple[tuple[Choice, Title], ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline that was chosen, and what it was chosen from."""

    lines: tuple[Line, ...]
    proposals: tuple[tuple[Proposal, ...], ...]
    setting: Setting
    parts: tuple[ChosenPart, ...]
    too_deep: tuple[int, ...] = ()
    """Lines that are text because their labels would stand deeper than any agreement has."""


Proposed = tuple[tuple[Proposal, ...], ...]
"""The proposals of every line."""


def choose_outline(
    lines: Sequence[Line],
    contents: Iterable[tuple[str, str]],
    forced: Mapping[int, bool],
    named: Callable[[Proposed, Setting], tuple[Opening, ...]] | None = None,
    rows: Mapping[int, KeptRow] | None = None,
) -> Outline:
    """Return the outline of the lines.

    ``contents`` are the entries of the document's own lists of contents, as (label, title).
    ``forced`` says of single lines, by their place among the lines, that they are labels (True) or text (False); ``rows`` what
    begins at some of them, and how deep. ``named`` gives the openings of parts that editors named; without it they are found.
    """
    kept = rows or {}
    own = tuple(lines)
    setting = setting_of(own)
    proposals = propose(own, setting, listed_in(contents), forced)
    if not own:
        return Outline((), (), setting, ())
    if named is not None:
        openings = beside_named(named(proposals, setting), proposals, kept)
    else:
        found, proposals = _found_parts(own, proposals, setting)
        openings = as_decided(found, proposals, forced, kept)
    proposals = with_headings(proposals, own, kept)
    ends = [*(opening.index for opening in openings[1:]), len(own)]
    learned = Learned(inner=_inner(proposals, openings))
    parts = [
        _part(own, proposals, opening, end, setting, learned, forced, kept) for opening, end in zip(openings, ends, strict=True)
    ]
    labelled = {choice.proposal.index for part in parts for choice, _ in part.labels}
    return Outline(own, proposals, setting, tuple(parts), tuple(sorted(learned.too_deep - labelled)))


def _found_parts(lines: Sequence[Line], proposals: Proposed, setting: Setting) -> tuple[tuple[Opening, ...], Proposed]:
    """The openings of parts, and the proposals they were chosen from: where no article is found, its word may be unknown."""
    openings = open_parts(lines, proposals, setting)
    if any(opening.opens is Opens.ARTICLE for opening in openings):
        return openings, proposals
    learned = by_unknown_word(lines, proposals, setting)
    if not learned:
        return openings, proposals
    proposals = tuple(learned.get(index, own) for index, own in enumerate(proposals))
    return open_parts(lines, proposals, setting), proposals


def _inner(proposals: Sequence[Sequence[Proposal]], openings: Sequence[Opening]) -> frozenset[str]:
    """The words of groups that open no part: ``Part A`` then stands inside an article."""
    over = {opening.proposal.scheme.word for opening in openings if opening.proposal is not None}
    words = {p.scheme.word for line in proposals for p in line if p.kind is Kind.GROUP and p.score >= STRONG}
    return frozenset(words - over)


def _part(
    lines: tuple[Line, ...],
    proposals: tuple[tuple[Proposal, ...], ...],
    opening: Opening,
    end: int,
    setting: Setting,
    learned: Learned,
    forced: Mapping[int, bool],
    kept: Mapping[int, KeptRow],
) -> ChosenPart:
    first = opening.index if opening.proposal is None and opening.opens in (Opens.FRONT, Opens.NAMED) else opening.index + 1
    first = opening.index + opening.head if opening.opens is Opens.EDITED else first
    title = as_titled(NONE, opening.index, kept) if opening.opens is Opens.BESIDE else NONE
    if opening.opens is Opens.GROUP and opening.head:
        title = as_titled(Title(on_line=True, below=opening.head - 1), opening.index, kept)
    if opening.proposal is not None:
        # Only a line that must be a label ends a title: a title may look like one.
        labels_near = _sure_labels(proposals, first, end) | kept.keys()
        title = as_titled(title_of_part(opening.proposal, lines, labels_near, end, setting), opening.index, kept)
    first += title.below
    within = range(first, end)
    body = opening.opens is Opens.ARTICLE
    deep = {index: row.depth for index, row in kept.items() if row.kind not in PARTS}
    number = _number(opening)
    headed = body or _headed_below(lines, opening.index, first)
    labels = choose_labels(
        lines, proposals, within, number, setting, learned, body=body, beside=opening.opens is Opens.BESIDE, headed=headed,
        opening=_with_text(opening, title), forced=dict(forced), deep=deep,
    )  # fmt: skip
    taken = frozenset(choice.proposal.index for choice in labels if choice.proposal.scheme is not HEADING) | kept.keys()
    titled = tuple(
        (choice, as_titled(_title(choice, lines, taken, end, setting), choice.proposal.index, kept)) for choice in labels
    )
    return ChosenPart(opening, end, title, _without_titles(titled))


def _with_text(opening: Opening, title: Title) -> Proposal | None:
    """The label of a part behind which text stands in its line; None if a title or nothing does."""
    own = opening.proposal
    text = own is not None and bool(own.rest) and not own.counted and not title.on_line and opening.opens is Opens.ARTICLE
    return own if text else None


def _headed_below(lines: Sequence[Line], opening: int, first: int) -> bool:
    """Say whether a part begins with a heading that the file sets further in than the part's own: it is no second title."""
    return opening < first < len(lines) and lines[first].look.heading > lines[first - 1].look.heading > 0


def _number(opening: Opening) -> Key:
    """The number of a part as those count that begin with it: (4,) of Article IV, (-1,) of Appendix A."""
    if opening.proposal is None:
        return ()
    number = opening.proposal.number
    lettered = number.count in (Count.CAPITALS, Count.LETTERS)
    return number.above + (tuple(-part for part in number.key) if lettered else number.key)


def _sure_labels(proposals: Sequence[Sequence[Proposal]], first: int, end: int) -> frozenset[int]:
    near = range(first, min(end, first + 6))
    return frozenset(
        i for i in near if any(p.number.key[:1] == (1,) or p.kind is not None or p.number.above for p in proposals[i])
    )


def _title(choice: Choice, lines: Sequence[Line], taken: frozenset[int], end: int, setting: Setting) -> Title:
    if choice.proposal.scheme is HEADING:
        return Title(on_line=True)
    return title_of(choice.proposal, lines, taken, end, setting)


def _without_titles(labels: Sequence[tuple[Choice, Title]]) -> tuple[tuple[Choice, Title], ...]:
    """Leave out headings without a number that turned out to be the title of the label above them."""
    owner = {
        choice.proposal.index + k: LabelPlace(choice.proposal.index, choice.proposal.begin)
        for choice, title in labels
        for k in range(1, title.below + 1)
    }
    kept = ((choice, title) for choice, title in labels if choice.proposal.index not in owner)
    return tuple((_below_owner(choice, owner), title) for choice, title in kept)


def _below_owner(choice: Choice, owner: Mapping[int, LabelPlace]) -> Choice:
    parent = choice.parent
    return choice._replace(parent=owner[parent.line]) if parent is not None and parent.line in owner else choice
