"""Messages of the interface, said with their values."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from contract_site.interface import say as room
from contract_site.interface.say import counted, later, say


class Invented(NullTranslations):
    """A language that reverses the words of every message."""

    def gettext(self, message: str) -> str:
        return " ".join(reversed(message.split()))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (lambda: say("Cited by"), "Cited by"),
        (lambda: say("{count} of {whole}", count=2, whole=3), "2 of 3"),
        (lambda: say("{of}", of="{braces} stay"), "{braces} stay"),
        (lambda: say("a {brace} without values"), "a {brace} without values"),
        (lambda: counted("{number} section", "{number} sections", 1), "1 section"),
        (lambda: counted("{number} section of {of}", "{number} sections of {of}", 0, of="8"), "0 sections of 8"),
    ],
)
def test_english_is_said_as_the_code_has_it(said, expected):
    assert said() == expected


def test_messages_are_said_in_the_chosen_language(monkeypatch):
    monkeypatch.setattr(room.Spoken, "catalogue", Invented())
    assert say("Cited by {count}", count=2) == "2 by Cited"
    assert counted("{number} section", "{number} sections", 2) == "sections 2"
    assert later("Cited by") == "Cited by"
