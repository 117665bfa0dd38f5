"""What need not be done again when an edition is read again from the same lines, because no decision of an editor changes it.

The reading desk reads an edition anew after each decision. What rules set apart, and which page each line stands on, hangs on
the lines only; of these two the last answer is kept, and given again where everything they were asked is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ParamSpec, TypeVar

from contract_site.apart.furniture import SetApart, decided_reasons, find_apart, give_back
from contract_site.model.source import Line, SourceText
from contract_site.read.pages import mark_pages

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def remembering(function: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """Return the function, which gives its last answer again when it is asked of the same things, or of an equal mapping."""
    last: list[tuple[Sequence[object], Answer]] = []

    def again(*asked: Asked.args, **named: Asked.kwargs) -> Answer:
        every = (*asked, *named.values())
        if not last or not all(map(_is_same, last[0][0], every)):
            last[:] = [(every, function(*asked, **named))]
        return last[0][1]

    return again


def _is_same(one: object, other: object) -> bool:
    """Say whether two are the same thing; lines that were read again are not compared one by one."""
    return one is other or (isinstance(one, Mapping) and one == other)


class Remembered:
    """The last answers about the lines of one edition."""

    def __init__(self) -> None:
        self._find, self._give_back = remembering(find_apart), remembering(give_back)
        self.mark_pages = remembering(mark_pages)

    def set_apart(self, lines: Sequence[Line], _source: SourceText, decided: Mapping[int, str]) -> SetApart:
        """Return what ``apart.furniture.set_apart`` does."""
        found = self._find(lines)
        return self._give_back(found, decided_reasons(found, decided))
