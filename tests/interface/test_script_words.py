"""What scripts say is set into them by the build, in the chosen language, and costs nothing in English."""

from __future__ import annotations

import re
from gettext import NullTranslations

import pytest
from tests.projects import ROOT

from contract_site.interface.say import Spoken
from contract_site.interface.script_words import messages_in, said_script

PLURAL = "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)"


class Marked(NullTranslations):
    """A language whose every message is between marks, and says its values last."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧ </b> `${{x}}` \\"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return "one" if n == 1 else "few {number}" if n == 2 else "many {number}"


@pytest.mark.parametrize(
    ("script", "message", "english"),
    [
        ("say`Saved`", "Saved", '"Saved"'),
        ('say`the "first" </a>`', 'the "first" </a>', '"the \\"first\\" <\\/a>"'),
        ("say`Saved ${day}`", "Saved {day}", "`Saved ${day}`"),
        ("say`Saved ${words.day(at, [1])}.`", "Saved {day}.", "`Saved ${words.day(at, [1])}.`"),
        ("say`${offer.citation}, ${own.x}`", "{citation}, {x}", "`${offer.citation}, ${own.x}`"),
        ("...woven`Look at ${link}.`", "Look at {link}.", '...["Look at ", link, "."]'),
        ("plural(n)`one|${n} of ${all}`", ("one", "{number} of {all}"), '(n === 1 ? "one" : `${n} of ${all}`)'),
        (
            "plural(found.length)`${figures(found.length)} day|${figures(found.length)} days`",
            ("{figures} day", "{figures} days"),
            "(found.length === 1 ? `${figures(found.length)} day` : `${figures(found.length)} days`)",
        ),
    ],
)
def test_messages_of_scripts(script: str, message: str | tuple[str, str], english: str) -> None:
    assert list(messages_in(script)) == [message]
    assert said_script(script) == english


def test_where_nothing_is_translated_numbers_are_said_by_the_rule_of_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """In French 0 takes the form of one; of the English forms it takes that of many, and 1 its own."""
    monkeypatch.setattr(Spoken, "catalogue", NullTranslations())
    monkeypatch.setattr(Spoken, "plural", "(n > 1)")

    assert said_script("plural(n)`${n} day|${n} days`") == "(n === 1 ? `${n} day` : `${n} days`)"


@pytest.mark.parametrize("script", ["own.say`x`", "essay`x`", "say(x)", "`say x`", "x.plural(n)`a|b`"])
def test_what_only_looks_like_a_message_stays(script: str) -> None:
    assert list(messages_in(script)) == []
    assert said_script(script) == script


def test_another_language_is_set_in_and_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Spoken, "catalogue", Marked())
    monkeypatch.setattr(Spoken, "plural", PLURAL)

    assert said_script("say`a`") == '"⟦a⟧ <\\/b> `${x}` \\\\"'
    assert said_script("say`a ${b}`") == "`⟦a ${b}⟧ <\\/b> \\`\\${x}\\` \\\\`"
    rule = PLURAL.replace("n%", "all.length%")
    assert said_script("plural(all.length)`one|${all.length}`") == (
        f'["one", `few ${{all.length}}`, `many ${{all.length}}`][+({rule})]'
    )


def test_no_script_keeps_a_tag() -> None:
    for path in sorted((ROOT / "docs").rglob("*.js")):
        said = said_script(path.read_text(encoding="utf-8"))
        assert re.findall(r"(?<![\w`])(?:say|woven|plural\([^()]*\))`", said.replace("own.clipboard.say", "")) == [], path
