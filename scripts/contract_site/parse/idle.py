"""Say which keys of editors' files say what would be inferred without them, so that the files hold only what is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from contract_site.model.edition_settings import PartSettings
from contract_site.model.editorial import Editorial
from contract_site.model.finding import Finding
from contract_site.model.source import SourceText
from contract_site.parse.choose import ChosenPart, Outline
from contract_site.parse.draft import DraftBlock
from contract_site.parse.parts import draft_container
from contract_site.parse.provisions import ChosenLabels
from contract_site.parse.spacing import Spacing
from contract_site.parse.tree import GrowingTree

WITHOUT: Mapping[str, Callable[[PartSettings], PartSettings]] = {
    "body": lambda settings: replace(settings, body=None),
    "form": lambda settings: replace(settings, form=""),
    "title": lambda settings: replace(settings, title=""),
    "id": lambda settings: replace(settings, id=""),
}
"""Settings of a part without a key that rules find, in the order in which they are tried: an id is made from a title."""


def idle_parts(outline: Outline, editorial: Editorial, source: SourceText) -> Iterator[Finding]:
    """Yield a finding for each part of ``agreement.toml`` that has keys it could do without."""
    for part in outline.parts:
        settings = part.opening.settings
        if settings is not None and settings in editorial.agreement.part and (idle := _idle(part, settings, outline)):
            line = settings.line or source.line_number(settings.at or 0)
            told = f"{', '.join(idle)} of this part in {editorial.settings_file}"
            yield Finding(source.name, line, "P407", f"{told} would be inferred anyway; take out")


def idle_choices(trees: Sequence[GrowingTree], editorial: Editorial, source: SourceText) -> Iterator[Finding]:
    """Yield a finding for each paragraph of ``structure.toml`` that begins, or does not, where rules say so too."""
    for offset in sorted(offset for tree in trees for offset in tree.idle):
        told = f"the paragraph here in {editorial.file('structure.toml')}"
        yield Finding(source.name, source.line_number(offset), "P407", f"{told} would be inferred anyway; take out")


def _idle(part: ChosenPart, settings: PartSettings, outline: Outline) -> list[str]:
    found: list[str] = []
    for key, without in WITHOUT.items():
        fewer = without(settings)
        if fewer != settings and _told(part, fewer, outline) == _told(part, settings, outline):
            found.append(key)
            settings = fewer
    return found


def _told(part: ChosenPart, settings: PartSettings, outline: Outline) -> tuple[object, ...]:
    """All that a part's settings say of its page."""
    chosen = ChosenLabels({}, outline.setting, Spacing(parted=False, hanging=False))
    draft = draft_container(outline.lines[part.opening.index : part.end], settings, chosen)
    head = [block.words for block in draft.root.body if isinstance(block, DraftBlock)]
    return draft.id, draft.title, draft.form, draft.memorandum, draft.root.heading, head, draft.lines
