"""Which editions of a site have to do with each other: what its settings say, before a word is read.

Around an edition stand the ones it is compared with, however many steps away, because its histories lead through all of them;
those to which the words of any of these lead; and those whose words lead to it. Whatever else a site holds, no page of the
edition can tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from contract_site.model.comparison import ComparisonSettings

PAIRS = ("editions", "reprint", "concordance")
"""The kinds of comparisons that are of two texts."""


@dataclass(frozen=True)
class Ways:
    """The ways between editions, by slug, in the order of folders."""

    leads: Mapping[str, Sequence[str]]
    """The editions to which words of each may lead."""
    settings: Mapping[str, ComparisonSettings]
    """What is compared, by the folder of each comparison."""
    forerunners: Mapping[str, Sequence[str]]
    """The editions in which the forerunners of items stand, by the folder of a comparison of items."""

    @cached_property
    def _place(self) -> Mapping[str, int]:
        return {slug: place for place, slug in enumerate(self.leads)}

    @cached_property
    def _led_from(self) -> Mapping[str, Sequence[str]]:
        """The editions whose words lead to each."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for slug, leads in self.leads.items():
            for each in leads:
                found[each].append(slug)
        return found

    @cached_property
    def _compared_with(self) -> Mapping[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for each in self.settings.values():
            if each.kind in PAIRS:
                pair = {each.before, each.after or each.before}
                for slug in pair:
                    found[slug] |= pair
        return found

    @cached_property
    def _items(self) -> Mapping[str, Sequence[str]]:
        """The comparisons of items in which each edition takes part."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for folder, each in self.settings.items():
            for slug in self.compared(folder) if each.kind == "items" else ():
                found[slug].append(folder)
        return found

    def in_order(self, slugs: Iterable[str]) -> list[str]:
        """Return slugs in the order of folders."""
        return sorted(slugs, key=self._place.__getitem__)

    def compared(self, folder: str) -> list[str]:
        """Return the slugs of all editions that a comparison is made of, in the order of folders."""
        each = self.settings[folder]
        slugs = {each.before, *filter(None, [each.after])}
        if each.kind == "items":
            slugs |= {*self._led_from[each.before], *self.forerunners[folder]}
        return self.in_order(slugs & self.leads.keys())

    def texts(self, folder: str) -> list[str]:
        """Return the slugs of the two texts of a comparison, or of the one whose items are compared."""
        each = self.settings[folder]
        return [each.before, *([each.after] if each.after else [])]

    def family(self, slugs: Collection[str]) -> set[str]:
        """Return some editions with all that they are compared with, however many steps away."""
        found, waiting = set(slugs), list(slugs)
        while waiting:
            more = self._compared_with.get(waiting.pop(), set()) - found
            found |= more
            waiting += more
        return found

    def families(self) -> list[list[str]]:
        """Return all editions, those together that are compared with each other."""
        found: dict[str, list[str]] = {}
        for slug in self.leads:
            found.setdefault(self.in_order(self.family([slug]))[0], []).append(slug)
        return list(found.values())

    def around(self, slugs: Collection[str]) -> list[str]:
        """Return the slugs of all editions around some, in the order of folders."""
        family = self.family(slugs)
        wanted = family.union(*(self.leads[slug] for slug in family), *(self._led_from.get(slug, ()) for slug in slugs))
        for folder in self._items_of(slugs):
            local = {slug for slug in self.compared(folder) if self.settings[folder].before in self.leads[slug]}
            alone = set(slugs) <= local
            wanted |= {slug for slug in self.compared(folder) if not alone or slug in slugs or slug not in local}
        return self.in_order(wanted)

    def shown_by(self, slugs: Collection[str]) -> list[str]:
        """Return the folders of all comparisons that pages of some editions show, in their order."""
        family, items = self.family(slugs), set(self._items_of(slugs))
        return [
            folder
            for folder, each in self.settings.items()
            if folder in items or (each.kind in PAIRS and each.before in family)
        ]

    def carried_by(self, slug: str) -> list[str]:
        """Return the folders of the comparisons whose pages are in the folder to carry away of an edition.

        The pages of items are with the one whose items are compared, not with each that answers them: they hold all of these.
        """
        return [folder for folder in self.settings if slug in self.texts(folder)]

    def together(self) -> list[list[str]]:
        """Return the comparisons whose pages are made together, in the order of lists: each alone, those of items at once."""
        items = [folder for folder, each in self.settings.items() if each.kind == "items"]
        alone = [[folder] for folder in sorted(self.settings, key=lambda each: self.settings[each].kind == "concordance")]
        return [each for each in alone if each[0] not in items] + ([items] if items else [])

    def _items_of(self, slugs: Collection[str]) -> list[str]:
        return list(dict.fromkeys(folder for slug in slugs for folder in self._items.get(slug, ())))
