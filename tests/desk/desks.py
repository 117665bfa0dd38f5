"""A tiny invented agreement on a desk, in a folder of its own."""

from __future__ import annotations

from pathlib import Path

from contract_site.build.neighbours import Neighbours
from contract_site.build.project import Project
from contract_site.desk.decided_lines import Decision, Kind
from contract_site.desk.desk import Desk
from contract_site.desk.leaves import ReadLine

TEXT = """ARTICLE 1
HOURS
A. The week has five days.
1. It begins on Monday.
2. It ends on Friday.
Lamps and Oil
Lamps are trimmed at dusk.
B. The day has eigth hours.
Grade   Rate
Cook   12.00
Mate   9.00
Printed at Exampleville
ARTICLE 2
PAY
AND ALLOWANCES
A. Pay is weekly.
It is paid in coin, of which each is counted twice over,
and the count is written down.
"""
LEARNED = """# an invented agreement
slug = "lamps"
title = "The Lamp <b>Pact</b>"
short = "lamps"
kind = "national"
parties = []
status = "not stated"

[source]
file = "source.txt"
sha256 = ""
"""
NAMED = LEARNED + '\n[[part]]\nline = 1\nopens = "ARTICLE 1"\nkind = "articles"\n'


def a_folder(path: Path, settings: str = LEARNED, text: str = TEXT, **files: str) -> Path:
    """Make an agreement's folder; ``files`` are other files by their names without ending: ``structure``, ``outline``."""
    path.mkdir(parents=True, exist_ok=True)
    (path / "source.txt").write_text(text, encoding="utf-8", newline="\n")
    (path / "agreement.toml").write_text(settings, encoding="utf-8", newline="\n")
    for name, content in files.items():
        ending = "tsv" if name in ("outline", "reading") else "toml"
        (path / f"{name}.{ending}").write_bytes(content.encode("utf-8"))
    return path


def a_desk(path: Path, settings: str = LEARNED, text: str = TEXT, **files: str) -> Desk:
    return Desk(a_folder(path, settings, text, **files), "agreements/lamps")


def a_desk_among_others(root: Path, text: str = TEXT, **files: str) -> Desk:
    """A desk in a project, so that its links and addresses can be asked for."""
    a_folder(root / "agreements" / "lamps", LEARNED, text, **files)
    project = Project(root, root / "site")
    return Desk(root / "agreements" / "lamps", "agreements/lamps", Neighbours(project, "lamps"))


def line_of(desk: Desk, words: str) -> ReadLine:
    """The line of the desk that begins with the words."""
    return next(line for leaf in desk.reading.leaves for line in leaf.lines if line.text.startswith(words))


def decide(desk: Desk, kind: Kind, words: str, until: str = "", **more: str) -> None:
    """Decide about the line that begins with the words, or the lines from there to another."""
    first, last = line_of(desk, words), line_of(desk, until or words)
    desk.decide(Decision(kind=kind, at=first.at, until=last.at, **more))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def outline(desk: Desk) -> list[str]:
    """The provisions that the desk found, by anchor and heading."""
    return [f"{each.provision.anchor} {each.provision.heading.text}".strip() for each in desk.reading.provisions]
