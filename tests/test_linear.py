"""No input makes the program hang: every pattern, and reading, parsing and linking as a whole, take time in proportion.

Nothing is timed against a clock's limit. An input is made four times as long, and the best of several runs of both is
compared: in proportion is 4, the square is 16, and what is above 9 again and again is refused.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator

import pytest
from tests.link.texts import an_edition
from tests.parse.texts import an_editorial, parse_text
from tests.projects import ROOT

import contract_site
from contract_site.compare.redline import redline
from contract_site.link.backlinks import turn_round
from contract_site.link.citable import plant
from contract_site.link.references import link_edition, reference_findings
from contract_site.model.comparison import Mark
from contract_site.model.edition_settings import PartSettings

pytestmark = pytest.mark.slow

TIMES = 4
TOO_MUCH = 9.0
NOTICEABLE = 0.004
"""Seconds below which a clock says nothing of growth."""
ROUNDS = 4


def growth(run: Callable[[int], Callable[[], object]], size: int) -> float:
    """How much longer four times the input takes; 0 where both are too short to be told apart."""
    short, long = run(size), run(size * TIMES)
    if once(long) < NOTICEABLE:
        return 0.0
    ratio = 0.0
    for _ in range(ROUNDS):
        before, after = best_of(short), best_of(long)
        ratio = after / max(before, NOTICEABLE / TIMES) if after > NOTICEABLE else 0.0
        if ratio < TOO_MUCH:
            break
    return ratio


def best_of(work: Callable[[], object]) -> float:
    return min(once(work) for _ in range(3))


def once(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


# Every pattern ---------------------------------------------------------------------------------------------------------

UNITS = (
    "a", "A", "1", " ", ".", "-", "(", ")", "[", "“", "#", "<", "\t", "·", "'", "a ", "A ", "1 ", "1, ", "1.", "a.",
    "A.", "a-", "A-", "(a)", "a, b and c, ", "Section 1, ", "Section 1 of ", "Article 1 ", "of the ",
    "of the City Code, ", "Act of ", "It is. ", "* ", ": ", "(see memos ", "MOU Re: ", "Step 1, ", "<p>",
    '<li><a href="', "</p>", "\n", " \n", "....5 ", "IV", "1-", "1:", "see ", "é", "(The preceding Article, 8 ",
)  # fmt: skip
ENDS = ("", "!")


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern that a module of the package holds, in tuples too, once each."""
    seen: set[int] = set()
    for module in pkgutil.walk_packages(contract_site.__path__, "contract_site."):
        for name, value in vars(importlib.import_module(module.name)).items():
            for index, each in enumerate(flat(value)):
                if id(each) not in seen:
                    seen.add(id(each))
                    yield f"{module.name.removeprefix('contract_site.')}.{name}{index or ''}", each


def flat(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from flat(each)


PATTERNS = dict(patterns())
SCANNED = {
    name
    for path in (ROOT / "scripts" / "contract_site").rglob("*.py")
    for name in re.findall(r"\b([A-Z_]{3,})\.(?:search|finditer|findall|sub|split)\(", path.read_text(encoding="utf-8"))
} | {"PATTERNS", "RELATIONS"}
"""The names of patterns that are looked for anywhere in a text, and not only matched at a place."""


@pytest.mark.parametrize("name", PATTERNS)
def test_every_pattern_takes_time_in_proportion(name: str) -> None:
    """Scanned through a text where the package does so, else at the place where it is matched."""
    pattern, scans = PATTERNS[name], name.rpartition(".")[2].rstrip("0123456789") in SCANNED
    slow = {}
    for unit in UNITS:
        for end in ENDS:

            def run(count: int, unit: str = unit, end: str = end) -> Callable[[], object]:
                text = unit * count + end
                return lambda: [pattern.search(text), *pattern.finditer(text)] if scans else pattern.match(text)

            if (ratio := growth(run, 500 // len(unit))) >= TOO_MUCH:
                slow[unit, end] = ratio
    assert slow == {}


def test_the_patterns_are_those_of_the_package() -> None:
    """The table above is not empty by mistake."""
    assert {"HEAD", "LEADERS", "OPENS", "TOKEN", "_ATTRIBUTE"} <= {name.rpartition(".")[2] for name in PATTERNS}


# Reading, parsing, linking ---------------------------------------------------------------------------------------------

MEMORANDUM = "MEMORANDUM OF UNDERSTANDING"
A = "ARTICLE 1\nWORK\nA. "


def numbers(count: int) -> str:
    return ", ".join(str(number % 300 + 1) for number in range(count))


HOSTILE: dict[str, Callable[[int], str]] = {
    "a list of articles": lambda n: f"{A}Of the other house only Articles {numbers(n)} count.",
    "a list of another document's articles": lambda n: f"{A}Articles {numbers(n)} of the Union Constitution count.",
    "a list that no document follows": lambda n: f"{A}Sections {numbers(n)} of",
    "letters and commas": lambda n: A + "a, b, c, " * n,
    "figures": lambda n: A + " ".join(map(str, range(n))),
    "figures and commas": lambda n: A + ",".join(map(str, range(n))),
    "decimals": lambda n: A + ", ".join(f"{number}.{number % 9}" for number in range(n)),
    "leader dots": lambda n: f"{A}x{'.' * 20 * n}x",
    "leaders in one line": lambda n: A + "Soup ........ 5 " * n,
    "leader lines": lambda n: "".join(f"Soup ........ {number}\n" for number in range(n)),
    "nested labels": lambda n: "ARTICLE 1\nWORK\n" + "".join(f"{'a.' if i % 2 else '1.'} x\n" for i in range(n)),
    "nested labels in a line": lambda n: "ARTICLE 1\nWORK\n" + "a. 1. " * n + "x",
    "a deep citation": lambda n: f"{A}Article 1{'(a)' * n}",
    "a long decimal": lambda n: f"{A}Article 1{'.1' * n}",
    "sections of sections": lambda n: A + "Section 1 of " * n,
    "sections": lambda n: A + "Section 1 " * n,
    "words that point back": lambda n: A + "Article 2 and Section 2 thereof, " * n,
    "names of codes": lambda n: A + "the City Code, " * n,
    "capital words": lambda n: A + "Soup and Bread " * n,
    "initials": lambda n: A + "A.B." * n,
    "spaces": lambda n: f"{A}Docket{' ' * 20 * n}x",
    "open brackets": lambda n: A + "(" * 10 * n,
    "memorandum notes": lambda n: A + "(see memos, pages " * n,
    "memoranda": lambda n: f"{A}x\n" + "".join(f"{MEMORANDUM}\nRe: Soup {i}\nIt is Soup {i} MOU.\n" for i in range(n // 4)),
    "items run on": lambda n: "ITEM 1 SOUP " * n,
    "a statement that never closes": lambda n: f"{A}x\n(The preceding Article, Article {'8' * n} shall\n" + "apply (\n" * n,
    "sentences that cite one article": lambda n: A + "It is as Article 1 says. " * n,
    "articles": lambda n: "".join(f"ARTICLE {i + 1}\nWORK\nIt is as in Article {i + 1}.\n" for i in range(n // 2)),
    "one word": lambda n: A + "abcdefgh" * n,
    "accents": lambda n: A + "e" + "\u0301" * 10 * n,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_reading_parsing_and_linking_take_time_in_proportion(name: str) -> None:
    assert growth(lambda size: lambda: link(HOSTILE[name](size)), 300) < TOO_MUCH


def link(text: str) -> None:
    edition = an_edition(text)
    links = {edition.slug: link_edition(edition, {edition.slug: plant(edition)})}
    turn_round({edition.slug: edition}, links)
    list(reference_findings(edition, links[edition.slug]))


def test_comparing_words_that_repeat_without_end_takes_time_in_proportion_to_a_bound() -> None:
    """Beyond the bound the longest common sequence is taken, which is fast; and both texts can still be had back."""

    def run(count: int) -> Callable[[], object]:
        return lambda: redline("x " * count, "x y " * (count // 2))

    segments = redline("x " * 2_000, "x y " * 1_000)

    assert growth(run, 900) < TOO_MUCH
    assert "".join(segment.old for segment in segments if segment.mark is not Mark.INSERT).split() == ["x"] * 2_000


def test_labels_that_would_stand_too_deep_are_text_and_a_finding() -> None:
    """Thirteen kinds of labels, each the first of its list in the one before."""
    kinds = ["1.", "A.", "a.", "(1)", "(A)", "(a)", "1)", "A)", "a)", "[1]", "[A]", "[a]", "1:"]
    text = "ARTICLE 1\nWORK\n" + "".join(f"{label} Word{i} is so:\n" for i, label in enumerate(kinds))
    edition = parse_text(text, an_editorial(part=(PartSettings(line=1, opens="ARTICLE 1", kind="articles"),)))

    assert max(provision.anchor.count(".") for _, provision in edition.provisions()) < 10
    assert [finding.code for finding in edition.findings if finding.code == "P202"]


def test_labels_without_end_do_not_nest_without_end() -> None:
    """600 labels, each the first of its kind behind the other, are read without loss and reported."""
    text = "ARTICLE 1\nWORK\n" + "".join(f"{'a.' if i % 2 else '1.'} word{i}\n" for i in range(600))
    edition = parse_text(text)
    words = " ".join(block.text for _, _, block in edition.blocks())

    assert max(provision.anchor.count(".") for _, provision in edition.provisions()) < 10
    assert all(f"word{number}" in words for number in range(600))
    assert not edition.account.unaccounted
    assert [finding.code for finding in edition.findings if finding.code == "P402"]
