"""Where the entries of a contents list stand again in the body."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from contract_site.apart.rank_labels import squash, starts_with_label, unmarked

_SHOWN = 60
"""Letters and figures by which a place of the body is known; a title may wrap over so many."""
_LONG = 60
"""Characters of a line from which on one that begins with a small letter is no title."""
_KEY = 8
_MOST = 40
"""Places that are looked at for one entry; more lines than these begin alike in no agreement."""


class Body:
    """The lines of a text, found again by how they begin."""

    def __init__(self, texts: Sequence[str]) -> None:
        """``texts`` are lines in order; one that cannot be a place of the body is empty."""
        self._begin: list[tuple[str, ...]] = []
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._by_line: dict[str, list[int]] = defaultdict(list)
        self._by_label: dict[str, list[int]] = defaultdict(list)
        squashed = [squash(text) for text in texts]
        for index, text in enumerate(map(unmarked, texts)):
            if len(text) > _LONG and text[0].islower():  # goes on with a sentence: no title stands here
                self._begin.append(())
                continue
            label = starts_with_label(text)
            after = "".join(squashed[index + 1 : index + 4])
            own = dict.fromkeys((squashed[index], squash(text[len(label) :])))
            self._begin.append(tuple((words + after)[:_SHOWN] for words in own if text))
            for words in own if text else ():
                self._by_line[words].append(index)
                self._by_key[(words + after)[:_KEY]].append(index)
            if text and label:
                self._by_label[squash(label)].append(index)

    def find(self, text: str, after: int) -> int | None:
        """Return the first line from ``after`` on that begins as the text does, or with its title, or its label."""
        place = self.find_title(text, after)
        label = squash(starts_with_label(text))
        if place is not None or len(label) < 3:
            return place
        return next(_from(self._by_label.get(label, ()), after), None)

    def find_title(self, text: str, after: int) -> int | None:
        """Return the first line from ``after`` on that begins as the text does, or with its title."""
        title = text[len(starts_with_label(text)) :]
        for words in dict.fromkeys((squash(text), squash(title))) if squash(title) else ():
            place = next(self._places(words[:_SHOWN], after), None)
            if place is not None:
                return place
        return None

    def _places(self, words: str, after: int) -> Iterator[int]:
        if len(words) < _KEY:
            yield from _from(self._by_line.get(words, ()) if len(words) > 2 else (), after)
            return
        for place in _from(self._by_key.get(words[:_KEY], ()), after):
            if any(begin.startswith(words) for begin in self._begin[place]):
                yield place


def _from(places: Sequence[int], after: int) -> Iterator[int]:
    first = bisect_left(places, after)
    yield from places[first : first + _MOST]
