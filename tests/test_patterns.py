"""What the regular expressions of code and families may not have: what one of the supported Pythons matches wrongly."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted([*(ROOT / "scripts").rglob("*.py"), *(ROOT / "agreements" / "families").rglob("*.toml")])
NOTHING_GIVEN_BACK = re.compile(r"(?<!\()\)(?:[*+?]|\{+[\d,]*\}+)\+(?!=)|\(\?>")
"""A group that is repeated and gives nothing back, and an atomic group.

Python before 3.11.5 (Debian 12 has 3.11.2) matches them wrongly where something in the group can be read in two ways:
"Part 250 of the Manual" was "Part 250". Say what must not follow, ``(?:X)*(?!X)``; a single character or set may be repeated
so: ``\\s*+``.
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"(?:a|b)*+", True),
        (r"(a){2,}+", True),
        ("(a){{2,}}+", True),
        (r"(?>a|b)", True),
        (r"(?P<number>\d)?+", True),
        (r"\s*+[a-z]++\d?+", False),
        (r"(?:a|b)*", False),
        (r"a\)+", False),
    ],
)
def test_what_is_looked_for(pattern, found):
    assert bool(NOTHING_GIVEN_BACK.search(pattern)) == found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_repeated_group_gives_nothing_back(path):
    assert [line for line in path.read_text(encoding="utf-8").splitlines() if NOTHING_GIVEN_BACK.search(line)] == []
