"""Make the parts and their provisions from a chosen outline; the words between its rows become paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from contract_site.apart.captions import is_capitals
from contract_site.model.document import Rank
from contract_site.model.edition_settings import PartSettings
from contract_site.model.editorial import Editorial
from contract_site.model.finding import Finding
from contract_site.model.language import ENGLISH
from contract_site.model.pinpoint import Step
from contract_site.model.place import BODY, told_apart
from contract_site.model.source import Line, Piece, SourceText, Words
from contract_site.parse import memoranda, paragraphs
from contract_site.parse.choose import ChosenPart, Outline
from contract_site.parse.draft import DraftNode, TableLines
from contract_site.parse.found_tables import find_tables, loose_rows
from contract_site.parse.labels import Proposal
from contract_site.parse.letters import OWN_TITLE, SUBJECT, name_letter, same_title, subject_further_down, title_below
from contract_site.parse.openings import Opens
from contract_site.parse.parts import Gathered, PartDraft, draft_container, tables_within
from contract_site.parse.provisions import ChosenLabels
from contract_site.parse.ranks import ORDER
from contract_site.parse.spacing import spacing_of
from contract_site.parse.tables import place_tables
from contract_site.parse.titles import Title
from contract_site.parse.unnumbered import HEADING
from contract_site.parse.wording import Wording

BESIDE_RANKS = {"attachment": Rank.ATTACHMENT, "addendum": Rank.ATTACHMENT, "supplement": Rank.SUPPLEMENT}
"""Ranks of numbered documents beside the body; all others are appendices."""
FRONT, WHOLE = ("Front matter", "front"), ("Text", "text")
"""What the words before the first part are called, with the address of their page; and all words, where no part was found."""
CALLED = re.compile(r"\b(clause|rule|section|article|paragraph|item)s?\s+\d", re.IGNORECASE)


def draft_chosen(
    outline: Outline, editorial: Editorial, source: SourceText, gathered: Gathered, wording: Wording
) -> Iterator[PartDraft]:
    """Yield the parts of a chosen outline in printed order. Raises SettingsError if editors' tables do not fit their lines."""
    spacing = spacing_of(outline)
    unnamed = any(part.opening.proposal is not None and not part.opening.proposal.scheme.word for part in outline.parts)
    called = _called(outline.lines) if unnamed else ""
    over: list[tuple[str, str]] = []
    seen: Counter[str] = Counter()
    for part in outline.parts:
        lines = outline.lines[part.opening.index : part.end]
        placed, left_out = place_tables(lines, tables_within(editorial, lines), source)
        gathered.furniture += left_out
        if not editorial.agreement.part:
            placed = find_tables(placed, _opened(part, outline), source)
            gathered.findings += loose_rows(placed, source)
        chosen = ChosenLabels.of(part, outline, spacing)
        if part.opening.opens in (Opens.ARTICLE, Opens.GROUP, Opens.BESIDE):
            draft = _within(_headed(part, placed, outline, chosen, called, wording), part, over)
            gathered.findings += _told_apart(draft, seen, lines[0], source)
            yield draft
        elif part.opening.settings is not None:
            yield draft_container(placed, part.opening.settings, chosen)
        else:
            yield _unnumbered(part, placed, outline, chosen, wording)


def _told_apart(draft: PartDraft, seen: Counter[str], line: Line, source: SourceText) -> Iterator[Finding]:
    """Give the second article of a number an anchor of its own, and say so."""
    step = draft.root.step
    if step is None or draft.container != BODY:
        return
    seen[step.value] += 1
    if seen[step.value] > 1:
        draft.root.step = replace(step, value=told_apart(step.value, seen[step.value]))
        message = f"label of '{draft.root.step.value}' occurs twice in one place; a label above it may be misread"
        yield Finding(source.name, line.number, "P201", message)


def _opened(part: ChosenPart, outline: Outline) -> frozenset[int]:
    """Where the lines of a part begin that open something, or go on with its title."""
    heads = [(part.opening.index, part.title.below), *((c.proposal.index, title.below) for c, title in part.labels)]
    indices = {index + step for index, below in heads for step in range(below + 1)}
    return frozenset(outline.lines[index].words.start_of_text for index in indices)


def _within(draft: PartDraft, part: ChosenPart, over: list[tuple[str, str]]) -> PartDraft:
    """Return the part with the group it stands in; ``over`` are the groups that are open, as (word, anchor)."""
    opens, proposal = part.opening.opens, part.opening.proposal
    if opens is Opens.BESIDE:
        over.clear()
    word = proposal.scheme.word if proposal is not None else ""
    if opens is Opens.GROUP:
        over[:] = [each for each in over if _order(each[0]) < _order(word)]
    within = over[-1][1] if over else ""
    if opens is Opens.GROUP:
        over.append((word, draft.id))
    return replace(draft, within=within)


def _order(word: str) -> int:
    """How far in a group stands that has a word; one that has none stands innermost."""
    return ORDER.index(word) if word else len(ORDER)


# Parts ----------------------------------------------------------------------------------------------------------------


def _headed(
    part: ChosenPart,
    placed: Sequence[Line | TableLines],
    outline: Outline,
    chosen: ChosenLabels,
    called: str,
    wording: Wording,
) -> PartDraft:
    """A part with a label: an article, a group of them, an appendix."""
    opening, proposal = part.opening, part.opening.proposal
    first = outline.lines[opening.index]
    if proposal is None:
        rank = Rank.PART if opening.opens is Opens.GROUP else Rank.APPENDIX
        head = outline.lines[opening.index : opening.index + 1 + part.title.below]
        return _titled_only(placed, head, chosen, rank, wording)
    label, heading, text = _divided(first, proposal, part.title)
    rest: Sequence[Line | TableLines] = placed[1:]
    for line in outline.lines[opening.index + 1 : opening.index + 1 + part.title.below]:
        heading, rest = paragraphs.join_lines(heading, line), rest[1:]
    if text.pieces:
        rest = (first.with_words(text), *rest)
    value = proposal.value
    word = proposal.scheme.word or (called if opening.opens is Opens.ARTICLE else "appendix")
    root = _root(opening.opens, word, value, first, proposal)
    root.label, root.heading = label, heading
    page_id = memoranda.slug(f"{word} {value.replace('.', ' dot ')}").replace("-dot-", ".") or f"part-{opening.index}"
    in_body = opening.opens is Opens.ARTICLE
    name = _name_of_article(label.text, proposal, wording, word) if in_body else wording.beside(label.text, word, value)
    container = BODY if in_body else page_id
    if root.rank is Rank.SUPPLEMENT:
        page_id, container = f"supplement/{value.lower()}", f"supplement:{value.lower()}"
    return PartDraft(
        id=page_id, container=container, title=wording.title(heading.text.rstrip(" .:")), name=name, root=root,
        lines=tuple(rest), family="body" if in_body else opening.opens.value, chosen=chosen,
    )  # fmt: skip


def _name_of_article(label: str, proposal: Proposal, wording: Wording, rank: str) -> str:
    """What an article is called: ``Artículo II``; ``Cláusula 5`` where the text prints the number alone."""
    if proposal.scheme.word or wording.language == ENGLISH:
        return f"{wording.word(label, rank)} {proposal.value}"
    return f"{wording.article} {proposal.value}"


def _root(opens: Opens, word: str, value: str, line: Line, proposal: Proposal) -> DraftNode:
    if opens is Opens.ARTICLE:
        rank = Rank.ITEM if word == "item" else Rank.ARTICLE
        return DraftNode(rank, line.page, Step(value), None, proposal.number.key[0])
    rank = Rank.PART if opens is Opens.GROUP else BESIDE_RANKS.get(word, Rank.APPENDIX)
    return DraftNode(rank, line.page)


def _titled_only(
    placed: Sequence[Line | TableLines], head: Sequence[Line], chosen: ChosenLabels, rank: Rank, wording: Wording
) -> PartDraft:
    """A part whose heading, the lines ``head``, has no number: ``ANNEX ON FERRY LAMPS``, a chapter of a handbook."""
    root = DraftNode(rank, head[0].page)
    for line in head:
        root.heading = paragraphs.join_lines(root.heading, line)
    page_id = memoranda.slug(head[0].text) or "annex"
    title = wording.title(root.heading.text)
    return PartDraft(
        id=page_id, container=page_id, title=title, name=title, root=root, lines=tuple(placed[len(head) :]), family="beside",
        chosen=chosen,
    )  # fmt: skip


def _unnumbered(
    part: ChosenPart, placed: Sequence[Line | TableLines], outline: Outline, chosen: ChosenLabels, wording: Wording
) -> PartDraft:
    """What stands before the first article, a letter, a part with a well-known heading."""
    opening = part.opening
    first = outline.lines[opening.index]
    # The names of parties and of a subject in a letter's head are set as headings.
    labels = [c.proposal for c, _ in part.labels if opening.opens is not Opens.LETTER or c.proposal.scheme is not HEADING]
    body = outline.lines[labels[0].index].number if labels else None
    kind, name, title, page_id = "notes", "", "", ""
    below: Sequence[Line] = ()
    form = len(first.text)
    if opening.opens is Opens.LETTER:
        kind = "memorandum"
        title, below, form = _letters_title(part, outline)
    elif opening.opens is Opens.NAMED:
        kind, name = ("preamble" if opening.name == "preamble" else "notes"), opening.name
        title = (
            opening.name.capitalize() if wording.language == ENGLISH or not _is_heading(first) else wording.title(first.text)
        )
    elif not is_capitals(first.text):
        # What stands before the first part, or all there is.
        called, page_id = FRONT if len(outline.parts) > 1 else WHOLE
        title = wording.said(page_id, called)
    head = memoranda.read_head(outline.lines[opening.index : part.end], None)
    limit = body if body is not None and any(line.number >= body for line in (*head.caption, *head.title)) else None
    if below or form < len(first.text):
        behind = opening.index + 1 + len(below)
        limit = outline.lines[behind].number if behind < part.end else None
    elif kind == "memorandum" and not title and (not head.title or limit is not None):
        title = subject_further_down(part, outline) or first.text.strip(" .:")
    settings = PartSettings(line=first.number, opens=first.text, kind=kind, id=name or page_id, title=title, body=limit)  # type: ignore[arg-type]
    draft = draft_container(placed, settings, chosen)
    draft = replace(draft, title=wording.title_beside(draft.title))
    if not draft.root.heading.text and name and _is_heading(first):
        draft.root.heading = first.words
        draft = replace(draft, lines=draft.lines[1:])
    if opening.opens is Opens.LETTER:
        name_letter(draft.root, first, title, form)
    return draft


def _letters_title(part: ChosenPart, outline: Outline) -> tuple[str, Sequence[Line], int]:
    """What a letter is about, the lines below its first that say so, and where in its first the words of its form end."""
    first = outline.lines[part.opening.index].text
    subject, own = SUBJECT.search(first), OWN_TITLE.match(first)
    if subject is not None:
        return subject["title"].strip(" ."), (), len(first)
    if own is not None:
        below = same_title(part, outline)
        return " ".join((own["title"], *(line.text for line in below))), below, own.start("title")
    below = title_below(part, outline)
    return " ".join(line.text for line in below), below, len(first)


def _is_heading(line: Line) -> bool:
    return len(line.text) < 40 and not line.text.endswith(",")


def _divided(line: Line, proposal: Proposal, title: Title) -> tuple[Words, Words, Words]:
    """The words of a heading's line as label, title and text."""
    if proposal.counted:
        start = line.words.start
        label = Words((Piece(proposal.printed, start, start),))
        return (label, line.words, Words()) if title.on_line else (label, Words(), line.words)
    label = line.words.cut(proposal.begin, proposal.end).strip()
    rest = line.words.cut(proposal.end).strip()
    if not rest.text:
        return Words(label.pieces + rest.pieces), Words(), Words()
    return (label, rest, Words()) if title.on_line else (label, Words(), rest)


def _called(lines: Sequence[Line]) -> str:
    """What the text itself calls the provisions that print a number only: ``clause`` in ``under clause 8``."""
    counted = Counter(match[1].lower() for line in lines for match in CALLED.finditer(line.text))
    return next((word for word, count in counted.most_common(1) if count > 2), "article")
