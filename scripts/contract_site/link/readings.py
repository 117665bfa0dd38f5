"""The ways to read one citation: its paths from most words to fewest, what its range means, and the words that are left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from contract_site.link.containers import readings
from contract_site.link.paths import in_numerals, in_range, split_glued
from contract_site.model.citation import Citation


def readings_of(citation: Citation) -> Iterator[tuple[str, ...]]:
    """The paths that the words may mean, those of most words first; ``1A`` is one label before it is two."""
    for path in (citation.path, *citation.shorter):
        yield from readings(path)


def ranges_of(citation: Citation, path: tuple[str, ...]) -> Iterator[list[tuple[str, ...]]]:
    """The paths that a citation means: one, or for ``1 through 5`` all after the first up to the last; none if none ends it."""
    first, last = citation.range_from[-1:], path[-1:]
    if first and not last:
        return  # of two sentences, which have no labels
    if first and (numerals := in_numerals(first[0], last[0])):
        yield [(*path[:-1], step) for step in numerals]
    yield [(*path[:-1], step) for step in in_range(first[0], last[0])] if first else [path]


def cut_to(citation: Citation, path: tuple[str, ...]) -> Citation:
    """The citation with the words of a shorter reading, if that is what exists."""
    if path == citation.path:
        return citation
    if path in readings(citation.path):
        return replace(citation, path=path)
    lost = len(split_glued(citation.path)) - len(split_glued(path))
    words = citation.text
    for _ in range(lost):
        words = words[: max(words.rfind(" "), words.rfind("("), words.rfind("."), 1)].rstrip(" (.,")
    return replace(citation, text=words, end=citation.start + len(words), path=path, shorter=(), range_from=())
