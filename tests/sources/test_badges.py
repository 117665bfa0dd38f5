"""Whom the provisions of the 2010 agreement say they apply to, as a reader found it in Appendix A and in their notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from tests.sources.real import NATIONAL, edition, parts, rows

from contract_site.model.document import Applicability

pytestmark = pytest.mark.agreements("national-2010")


def found() -> Iterator[tuple[str, Applicability]]:
    for part, provision in edition(NATIONAL).provisions():
        if part.container == "body":
            yield from ((provision.anchor, each) for each in provision.applies)
            yield from ((block.anchor, each) for block in provision.blocks for each in block.applies)


def test_every_badge_is_one_that_the_words_give() -> None:
    read = {(row["covers"], row["group"], row["by"], row["how"], row["words"]) for row in rows("badges")}

    assert {
        (at, each.group, each.by, each.how if each.by else "says", " ".join(each.words.split())) for at, each in found()
    } == read


def test_everything_that_appendix_a_lists_has_a_badge_or_a_portion_with_one() -> None:
    entries = [block.text for block in parts(NATIONAL)["appendix-a"].root.trail("2")[-1].blocks]
    listed: set[str] = set()
    for entry in entries:
        if whole := re.fullmatch(r"Article (\d+)", entry):
            listed.add(whole[1])
        elif sections := re.fullmatch(r"Article (\d+), Sections ([\d, and]+)", entry):
            listed |= {f"{sections[1]}.{number}" for number in re.findall(r"\d+", sections[2])}
    covered = {at for at, each in found() if each.group == "PSE"}

    assert len(listed) == 26
    assert [each for each in sorted(listed) if not any(at == each or at.startswith(f"{each}.") for at in covered)] == []


def test_no_badge_stands_on_words_that_except_the_group() -> None:
    for part, provision in edition(NATIONAL).provisions():
        if part.container == "body" and any(each.group == "PSE" for each in provision.applies):
            assert "other than PSE employees" not in provision.text, provision.anchor
