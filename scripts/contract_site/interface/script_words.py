"""What scripts of pages say: marked in them by three tags of template literals, set in when the site is built.

- ``say`…``` is a message, ``plural(count)`…|…``` one for a number, ``woven`…``` a list of words and elements of a page.
- Values stand in them as ``${…}``; translators see ``{name}``, by what is called or read there: ``${words.size(bytes)}`` is
  ``{size}``, ``${offer.citation}`` is ``{citation}``.

A browser gets plain strings in the site's language, so that no page carries a catalogue, and an English one costs as much as if
nothing were marked. The form for a number is chosen by the rule of the catalogue's plurals, which is written as in C, and so is
JavaScript too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from gettext import c2py

from contract_site.interface.say import TWO_FORMS, Spoken

TAGGED = re.compile(
    r"""
    (?<!\w) (?<!\w\.) (?P<tag> say | woven | plural \( (?P<number> [\w.]+ ) \) )
    ` (?P<words> (?: [^`\\$] | \\. | \$\{ [^`{}]* \} | \$ (?!\{) )* ) `
    """,
    re.VERBOSE | re.DOTALL,
)
"""A tag and its words: ``say`Saved ${day(moment)}```."""
VALUE = re.compile(r"\$\{(?P<expression>[^`{}]*)\}")
PLACE = re.compile(r"(\{\w+\})")
NUMBER = "number"
"""What the number of ``plural`` is called, as ``counted`` calls it."""
OR = "|"
"""What stands between the forms of one and of many."""
ENOUGH = 201
"""Numbers among which every form of every language occurs."""


def messages_in(script: str) -> Iterator[str | tuple[str, str]]:
    """Yield the messages of a script, as the code has them; those for a number as a pair."""
    for tagged in TAGGED.finditer(script):
        one, _, many = _message(tagged).partition(OR) if tagged["number"] else (_message(tagged), "", "")
        yield (one, many) if many else one


def said_script(script: str) -> str:
    """Return a script with its messages in the chosen language, and no tag left."""
    return TAGGED.sub(_said, script)


def _said(tagged: re.Match[str]) -> str:
    values = {f"{{{_name(each, tagged)}}}": each["expression"] for each in VALUE.finditer(tagged["words"])}
    if tagged["number"]:
        return _for_number(tagged["number"], _message(tagged), values)
    words = Spoken.catalogue.gettext(_message(tagged))
    return _woven(words, values) if tagged["tag"] == "woven" else _literal(words, values)


def _message(tagged: re.Match[str]) -> str:
    return VALUE.sub(lambda value: f"{{{_name(value, tagged)}}}", tagged["words"])


def _name(value: re.Match[str], tagged: re.Match[str]) -> str:
    """What a value is called or read by: the last name before its brackets."""
    expression = value["expression"]
    return NUMBER if expression == tagged["number"] else re.findall(r"\w+", expression.partition("(")[0])[-1]


def _for_number(number: str, message: str, values: Mapping[str, str]) -> str:
    (one, _, many), form_of = message.partition(OR), c2py(Spoken.plural)
    forms = {form_of(each): Spoken.catalogue.ngettext(one, many, each) for each in reversed(range(ENOUGH))}
    untranslated = {*forms.values()} <= {one, many}
    said = [_literal(each, values) for each in ((one, many) if untranslated else (forms[at] for at in sorted(forms)))]
    if untranslated or Spoken.plural == TWO_FORMS:
        return f"({number} === 1 ? {said[0]} : {said[1]})"
    rule = re.sub(r"\bn\b", number, Spoken.plural)
    return f"[{', '.join(said)}][+({rule})]"


def _literal(words: str, values: Mapping[str, str]) -> str:
    """Words as a string of JavaScript, which also may stand in a page."""
    if not any(each in values for each in PLACE.findall(words)):
        return json.dumps(words, ensure_ascii=False).replace("</", "<\\/")
    return "`" + "".join(f"${{{values[each]}}}" if each in values else _escaped(each) for each in PLACE.split(words)) + "`"


def _escaped(words: str) -> str:
    return re.sub(r"\\|`|\$(?=\{|$)", r"\\\g<0>", words).replace("</", "<\\/")


def _woven(words: str, values: Mapping[str, str]) -> str:
    """Words as a list of strings, with what stands among them at its place."""
    pieces = (values.get(each) or _literal(each, {}) for each in PLACE.split(words) if each)
    return f"[{', '.join(pieces)}]"
