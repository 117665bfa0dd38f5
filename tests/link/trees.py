"""Trees built by hand, for agreements printed in ways that are no matter of reading here: an outline in, an edition out.

A line with ``==`` begins a part: its page, its container, its heading. Every other line is a provision, deeper by two
spaces than what it stands in: its label as printed, a bar, its text. The last figure or letter of the label is its step. A
heading without a label begins with ``~``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tests.link.texts import an_edition

from contract_site.model.document import Block, BlockKind, Edition, Part, Provision, Rank
from contract_site.model.pinpoint import Pinpoint, Step
from contract_site.model.source import Piece, Words

NO_STEP = Pinpoint()


def an_outlined_edition(outline: str) -> Edition:
    parts = [part(chunk) for chunk in re.split(r"(?m)^== ", outline.strip("\n")) if chunk.strip()]
    return replace(an_edition("x"), parts=tuple(parts))


def part(chunk: str) -> Part:
    head, *lines = chunk.splitlines()
    page, container, heading = (each.strip() for each in head.split("|"))
    body = tuple(provisions(lines, NO_STEP, 0))
    if container == "body":
        return Part(id=page, container=container, title=heading, name=heading, root=replace(body[0], heading=words(heading)))
    root = Provision(
        rank=Rank.APPENDIX, pinpoint=NO_STEP, anchor=page, label=words(""), heading=words(heading), page=None, body=body
    )
    return Part(id=page, container=container, title=heading, name=heading, root=root)


def provisions(lines: list[str], above: Pinpoint, depth: int) -> list[Provision]:
    starts = [index for index, line in enumerate(lines) if indent(line) == depth]
    return [
        provision(lines[start], lines[start + 1 : end], above, depth)
        for start, end in zip(starts, [*starts[1:], len(lines)])  # noqa: B905 (no provision, no end)
    ]


def provision(line: str, below: list[str], above: Pinpoint, depth: int) -> Provision:
    label, _, text = (each.strip() for each in line.partition("|"))
    heading = label.removeprefix("~") if label.startswith("~") else ""
    pinpoint = above.below(Step("-".join(heading.lower().split()) or re.findall(r"\w+", label)[-1]))
    block = Block(kind=BlockKind.PARAGRAPH, anchor=pinpoint.anchor, words=words(text), page=None)
    return Provision(
        rank=Rank.ARTICLE if depth == 0 and not above.steps else Rank.PARAGRAPH,
        pinpoint=pinpoint,
        anchor=pinpoint.anchor,
        label=words("" if heading else label),
        heading=words(heading),
        page=None,
        body=(block, *provisions(below, pinpoint, depth + 2)),
    )


def indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def words(text: str) -> Words:
    return Words((Piece(text, 0, len(text)),)) if text else Words()
