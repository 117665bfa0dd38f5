"""Steps of the grievance procedure: ``Step 2``, ``Steps 1 and 2``, ``Step 2(d)``; those of a scale of pay are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contract_site.link.paths import STEP, UNITS
from contract_site.model.citation import Citation, Form
from contract_site.model.numeral import NUMBER_WORDS, roman_value

LOOK_BACK = 40
SCALE = r"(?:salary|pay|wages?|ranges?|grades?|schedules?|scales?|rates?|columns?|lanes?)"
STEP_OF_PAY = re.compile(
    r"(?:\s{1,3}(?:to|through|and|or)\s{1,3}(?:step\s{1,3})?\d{1,2})?"
    rf"\s{{1,3}}(?:of|on|in|for)\s{{1,3}}(?:(?:the|his|her|their)\s{{1,3}})?(?:[\w’'-]{{1,20}}\s{{1,3}}){{0,3}}?{SCALE}\b"
    r"|\s{2,}(?:Step|\$|\d)|\t|\s?\$",
    re.IGNORECASE,
)
"""What follows a step of a salary schedule, in a sentence or in a row of columns; no procedure is meant."""
BEFORE_STEP_OF_PAY = re.compile(
    r"\b(?:pay|salary|wage|grade|range|column|lane|level)\s{1,3}$|(?:\bSteps?\s?\w{0,2}|\t|\|)\s{2,8}$", re.IGNORECASE
)
STEP_VALUE = r"(?:[1-9]|One|Two|Three|Four|Five|Six|ONE|TWO|THREE|FOUR|FIVE|SIX|I{1,3}|IV|VI?)\b"
STEP_NUMBER = re.compile(rf"({STEP_VALUE})")
NEXT_STEP = re.compile(rf"(?:,\s*(?:and\s+|or\s+)?|\s(?:and|or|&)\s+)(?:(?:[Ss]tep|STEP)[Ss]?\s+)?(?={STEP_VALUE})")
OF_PAY = re.compile(r"\b(?:pay|salar(?:y|ies)|wages?|increments?|range|advance(?:s|d|ment)?|rates?)\b", re.IGNORECASE)
OF_GRIEVANCES = re.compile(
    r"\b(?:griev\w{1,10}|appeal\w{0,5}|procedures?|arbitrat\w{1,8}|disciplin\w{1,8}|complain\w{0,4}|hearings?|disputes?)\b",
    re.IGNORECASE,
)
"""What is near a step of the procedure, where pay is near it too."""


TITLED = re.compile(rf"(?:Step|STEP)\s+(?P<number>{STEP_VALUE})(?=\s*(?:$|[-–—:.(]))")
"""The title of a provision that is a step by it: ``19.05 Step 1``, ``19.05 Step 1 – The Dean``, not ``Step 1 decisions``."""


def read_steps(text: str, head: re.Match[str]) -> Iterator[Citation]:
    """Yield the steps that the words of a head (``Steps``) name, each member of a list by itself."""
    begin, position = head.start(), head.end()
    if BEFORE_STEP_OF_PAY.search(text, max(0, begin - LOOK_BACK), begin) or STEP_OF_PAY.match(text, position + 1):
        return
    while (number := STEP_NUMBER.match(text, position)) is not None:
        end, steps = _path_after(text, number.end(), (step_name(number[1]),))
        absolute = head["step"][0].isupper()
        yield Citation(text=text[begin:end], start=begin, end=end, form=Form.STEP, path=steps, absolute=absolute)
        follow = NEXT_STEP.match(text, end)
        if follow is None or UNITS.match(text, follow.end() + 1):
            return
        begin = position = follow.end()


def step_name(value: str) -> str:
    """Return the name of a step by its number in figures, in words or as a Roman numeral: ``step-2`` for ``Two``."""
    lower = value.lower()
    return f"step-{NUMBER_WORDS.get(lower) or roman_value(lower) or lower}"


def step_titled(heading: str) -> str:
    """Return the name of the step that a provision with this heading is, whatever its label; empty if it is none."""
    titled = TITLED.match(heading)
    return step_name(titled["number"]) if titled else ""


def _path_after(text: str, position: int, steps: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    while (match := STEP.match(text, position)) is not None and (match["bracket"] or match["after_stop"]):
        steps, position = (*steps, match["bracket"] or match["after_stop"]), match.end()
    return position, steps


def is_of_pay(citation: Citation) -> bool:
    """Say whether the words around a step speak of pay, and none of them of grievances."""
    around = citation.before + citation.behind
    return OF_PAY.search(around) is not None and OF_GRIEVANCES.search(around) is None
