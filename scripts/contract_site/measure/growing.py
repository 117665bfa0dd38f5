"""What agreements cost as they become more: sites of copies of one, built alone, built again, and after a change of one."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from contract_site.build.project import Project
from contract_site.measure.copied_agreements import copy_name, write_copies
from contract_site.model.finding import ContractSiteError

COPIES = (4, 12)
COMMAND = Path(__file__).resolve().parents[2] / "build_site.py"
NOTE = '\n[[note]]\ntext = "A trial."\nprovision = "{}"\n'


@dataclass(frozen=True, slots=True)
class Cost:
    """What a build took by itself."""

    seconds: float
    """Of a processor."""
    megabytes: float
    """Of memory, at most."""


def growing_lines(
    project: Project, agreement: str, provision: str, say: Callable[[str], None], copies: Sequence[int] = COPIES
) -> Iterator[str]:
    """Yield what sites of so many copies of an agreement cost, without downloads, a line each.

    ``agreement`` is its slug, ``provision`` the place of one of its provisions. Raises ContractSiteError.
    """
    for count in copies:
        say(f"Building {count} agreements, three times")
        with tempfile.TemporaryDirectory() as folder:
            copied = write_copies(project, agreement, count, Path(folder))
            first, same = _cost(copied), _cost(copied)
            _change_one(copied, provision)
            changed = _cost(copied)
        yield (
            f"  {count:>4} agreements: {first.seconds / count:6.2f} s of a processor each, {first.megabytes:6.0f} MB at most;"
            f" built again {same.seconds / first.seconds:6.1%}; after a note to one {changed.seconds / first.seconds:6.1%}"
        )


def _cost(copied: Project) -> Cost:
    """Build a site in a process of its own."""
    command = [sys.executable, str(COMMAND), "--project", str(copied.root)]
    process = os.posix_spawn(sys.executable, [*command, "--no-bundles", "--quiet", "--workers", "1"], os.environ)
    _, status, usage = os.wait4(process, 0)
    if status:
        raise ContractSiteError(f"{copied.root}:1: the site of copies was not built")
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Cost(usage.ru_utime + usage.ru_stime, kilobytes / 1000)


def _change_one(copied: Project, provision: str) -> None:
    path = copied.by_slug[copy_name(0)] / "corrections.toml"
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(before + NOTE.format(provision), encoding="utf-8")
