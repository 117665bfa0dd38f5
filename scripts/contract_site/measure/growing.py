"""What agreements cost as they become more: sites of copies of one, built alone, built again, and after changes of one.

What a processor does is counted, not what a clock shows, because a machine has other things to do. Only how much faster two
processes are than one is told by the clock.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from contract_site.build import pipeline
from contract_site.build.project import Project
from contract_site.editors.folders import settings_file
from contract_site.editors.settings import load_agreement
from contract_site.measure.copied_agreements import copy_name, write_copies
from contract_site.model.finding import ContractSiteError
from contract_site.site.folder import remove_folder

COPIES = (4, 12)
COMMAND = Path(__file__).resolve().parents[2] / "build_site.py"
NOTE = '\n[[note]]\ntext = "A trial."\nprovision = "{}"\n'


@dataclass(frozen=True, slots=True)
class Cost:
    """What a build took by itself."""

    seconds: float
    """Of processors, all of its processes together."""
    megabytes: float
    """Of memory, at most, of its largest process."""
    waited: float
    """Seconds until it was done."""


def of_copies(project: Project, agreement: str, copies: Sequence[int], say: Callable[[str], None]) -> Iterator[str]:
    """Yield what sites of so many copies of an agreement, by its slug, cost, with a line above. Raises ContractSiteError."""
    pipeline.check_slugs([agreement], project.by_slug)
    edition = pipeline.edition_named(project, agreement)
    provision = next(each.anchor for part, each in edition.provisions() if part.in_body)
    yield "Sites of more and more agreements (copies in words of their own, without downloads)"
    yield from growing_lines(project, agreement, provision, say, copies)


def growing_lines(
    project: Project, agreement: str, provision: str, say: Callable[[str], None], copies: Sequence[int]
) -> Iterator[str]:
    """Yield what sites of so many copies of an agreement cost, without downloads, a line each; then what two processes save.

    ``agreement`` is its slug, ``provision`` the place of one of its provisions. Raises ContractSiteError.
    """
    for count in copies:
        say(f"Building {count} agreements, four times")
        with tempfile.TemporaryDirectory() as folder:
            copied = write_copies(project, agreement, count, Path(folder))
            first, same = _cost(copied), _cost(copied)
            _add_a_note(copied, provision)
            noted = _cost(copied)
            _change_a_word(copied)
            changed = _cost(copied)
        yield (
            f"  {count:>4} agreements: {first.seconds / count:6.2f} s of a processor each, {first.megabytes:6.0f} MB at most;"
            f" built again {_beside(same, first)}; after a note to one {_beside(noted, first)};"
            f" after a changed word of one {_beside(changed, first)}"
        )
    yield _two_processes(project, agreement, copies[0], say)


def _beside(cost: Cost, first: Cost) -> str:
    return f"{cost.seconds:5.2f} s, {cost.seconds / first.seconds:6.1%}"


def _two_processes(project: Project, agreement: str, count: int, say: Callable[[str], None]) -> str:
    """How much sooner two processes have built a site than one has, in turns."""
    say(f"Building {count} agreements by one process and by two")
    with tempfile.TemporaryDirectory() as folder:
        copied = write_copies(project, agreement, count, Path(folder))
        one = _cost(copied)
        remove_folder(copied.build)
        two = _cost(copied, workers=2)
    return f"  two processes: {one.waited / two.waited:.2f} times as fast as one, {two.megabytes:.0f} MB in the largest at most"


def _cost(copied: Project, workers: int = 1) -> Cost:
    """Build a site in a process of its own."""
    command = [sys.executable, str(COMMAND), "--project", str(copied.root), "--no-bundles", "--quiet"]
    start = time.perf_counter()
    process = os.posix_spawn(sys.executable, [*command, "--workers", str(workers)], os.environ)
    _, status, usage = os.wait4(process, 0)
    if status:
        raise ContractSiteError(f"{copied.root}:1: the site of copies was not built")
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Cost(usage.ru_utime + usage.ru_stime, kilobytes / 1000, time.perf_counter() - start)


def _add_a_note(copied: Project, provision: str) -> None:
    path = copied.by_slug[copy_name(0)] / "corrections.toml"
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(before + NOTE.format(provision), encoding="utf-8")


def _change_a_word(copied: Project) -> None:
    """Write another letter in the last word of one text, and the sum of the text in its settings."""
    settings = settings_file(copied.by_slug[copy_name(0)])
    said = load_agreement(settings, copied.shown(settings)).source
    source = settings.parent / said.file
    content = source.read_bytes()
    at = max(content.rfind(letter) for letter in b"aeiou")
    other = content[:at] + (b"y" if content[at : at + 1] != b"y" else b"i") + content[at + 1 :]
    source.write_bytes(other)
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace(said.sha256, hashlib.sha256(other).hexdigest()), encoding="utf-8")
