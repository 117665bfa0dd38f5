"""A file as somebody received it, and the command that adds it to a project."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result
from tests.projects import files_of
from tests.read.pdfs import a_pdf

from contract_site import cli
from contract_site.build.project import Project

COVER = [
    (220, 700, "**COLLECTIVE AGREEMENT"), (290, 680, "**between"), (250, 660, "**THE ROPEMAKERS"), (300, 640, "**and"),
    (260, 620, "**ABER DOCKS LTD."), (230, 590, "May 1, 2021 to April 30, 2024"),
]  # fmt: skip
PAGES = [
    [
        (72, 740, "**ARTICLE 1"), (72, 726, "**ROPES"),
        (72, 700, "1.01 The Ropemakers tie every boat of Aber Docks Ltd. at dusk."),
        (72, 688, "1.02 No rope is cut while a boat hangs on it, whatever the tide."), (90, 676, "(a) A rope is cut by two."),
        (90, 664, "(b) A rope that is cut is paid."), (300, 40, "1"),
    ],
    [
        (72, 740, "**ARTICLE 2"), (72, 726, "**PAY"), (72, 700, "2.01 Pay is by the day, as follows."), (72, 676, "Craft"),
        (200, 676, "Day"), (300, 676, "Night"), (72, 664, "Spinner"), (200, 664, "12.50"), (300, 664, "14.00"),
        (72, 652, "Tier"), (200, 652, "11.00"), (300, 652, "13.10"), (72, 640, "Cutter"), (200, 640, "10.00"),
        (300, 640, "12.00"), (72, 616, "2.02 Pay is given on Fridays, by noon, in coin."), (300, 40, "2"),
    ],
    [
        (72, 740, "**ARTICLE 3"), (72, 726, "**TERM"), (72, 700, "3.01 This Agreement shall expire on April 30, 2024."),
        (300, 40, "3"),
    ],
]  # fmt: skip
PDF = a_pdf(COVER, *PAGES)


def given(project: Project, name: str, data: bytes) -> Path:
    """A file as somebody received it."""
    path = project.root.parent / name
    path.write_bytes(data)
    return path


def add(project: Project, *arguments: object) -> Result:
    return CliRunner().invoke(cli.add_agreement, [*map(str, arguments), "--project", str(project.root)])


def agreement(project: Project, slug: str) -> dict[str, bytes]:
    return files_of(project.agreements / slug)
