"""What agreements cost as they become more: sites of copies of one, built alone, built again, and after changes of one.

What a processor does is counted, not what a clock shows, because a machine has other things to do. Only how much faster two
processes are than one is told by the clock.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from contract_site.build import pipeline
from contract_site.build.project import Project
from contract_site.editors.folders import settings_file
from contract_site.editors.settings import load_agreement
from contract_site.measure.copied_agreements import copy_name, write_copies
from contract_site.measure.others import configured
from contract_site.measure.spent import Cost, cost_of
from contract_site.measure.visiting import kept_pages
from contract_site.site.folder import remove_folder

COPIES = (4, 12)
COMMAND = Path(__file__).resolve().parents[2] / "build_site.py"
NOTE = '\n[[note]]\ntext = "A trial."\nprovision = "{}"\n'


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

    Last, of the first count, how many pages a second Material makes of the same Markdown: more of them it cannot bear.

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
    yield from _two_processes(project, agreement, copies[0], say)


def _beside(cost: Cost, first: Cost) -> str:
    return f"{cost.seconds:5.2f} s, {cost.seconds / first.seconds:6.1%}"


def _two_processes(project: Project, agreement: str, count: int, say: Callable[[str], None]) -> Iterator[str]:
    """Yield how much sooner two processes have built a site than one has, in turns, and what Material makes of its pages."""
    say(f"Building {count} agreements by one process and by two")
    with tempfile.TemporaryDirectory() as folder:
        copied = write_copies(project, agreement, count, Path(folder))
        one = _cost(copied)
        remove_folder(copied.build)
        two = _cost(copied, workers=2)
        ratio = one.waited / two.waited
        yield f"  two processes: {ratio:.2f} times as fast as one, {two.megabytes:.0f} MB in the largest at most"
        say("Having Material make the same pages")
        yield _beside_material(copied, one, Path(folder) / "material")


def _cost(copied: Project, workers: int = 1) -> Cost:
    """Build a site in a process of its own."""
    command = [str(COMMAND), "--project", str(copied.root), "--no-bundles", "--quiet", "--workers", str(workers)]
    return cost_of(command, f"{copied.root}:1: the site of copies was not built")


def _beside_material(copied: Project, ours: Cost, folder: Path) -> str:
    """How many pages a second of a processor a build makes, all that it does counted, and Material of their Markdown alone."""
    pages = kept_pages(copied)
    configuration, _ = configured(pages, folder)
    theirs = cost_of(["-m", "mkdocs", "build", "--quiet", "--config-file", str(configuration)], f"{configuration}:1: not built")
    own, stock = (len(pages) / each.seconds for each in (ours, theirs))
    return (
        f"  {len(pages)} pages: {own:.1f} a second of a processor, from the sources; Material as it comes, of their"
        f" Markdown, {stock:.1f} and {theirs.megabytes:.0f} MB at most; ratio {own / stock:.2f}"
    )


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
