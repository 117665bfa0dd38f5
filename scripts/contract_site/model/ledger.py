"""The record of published addresses: what each stood for, so that none can disappear or change its meaning unseen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Published:
    """An address below the site's root and the opening words it stands for."""

    address: str
    """``keepers-2024/article-8/#8.5.G``."""
    words: str


@dataclass(frozen=True, slots=True, order=True)
class Moved:
    """A published address whose place has another address now."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """What editors keep in ``addresses.tsv`` and ``moved.tsv`` of an agreement."""

    published: tuple[Published, ...] = ()
    moved: tuple[Moved, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerChange:
    """How today's addresses differ from the published ones."""

    added: tuple[Published, ...]
    reworded: tuple[tuple[Published, Published], ...]
    """(published, today) where the words changed and belong to no other address."""
    lost: tuple[Published, ...]
    """Published addresses that would disappear."""
    taken: tuple[tuple[Published, Published], ...]
    """(published, where its words stand today) where an address now stands for something else."""
    dangling: tuple[Moved, ...]
    """Entries of ``moved.tsv`` that lead to no address."""
    standing: tuple[Moved, ...] = ()
    """Entries of ``moved.tsv`` that lead away from a page that is still there."""

    @property
    def breaks(self) -> bool:
        """Whether a published link would break or mislead."""
        return bool(self.lost or self.taken or self.dangling or self.standing)
