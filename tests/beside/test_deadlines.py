"""A time limit is held against the words of the provision that it names."""

from __future__ import annotations

import pytest
from tests.link.texts import an_edition

from contract_site.beside.deadlines import deadline_places
from contract_site.model.deadline import Deadline
from contract_site.model.document import Edition
from contract_site.model.finding import SettingsError

TEXT = """\
ARTICLE 1
STEPS
Section 1. First
The keeper speaks with the supervisor within seven (7) days of the storm, and never later than ten
working days.
Section 2. Second
An answer is given within six (7) days.
"""


def test_the_days_are_those_of_the_words() -> None:
    limits = [a_limit("within seven (7) days of the storm"), a_limit("never later than ten working days")]
    found = deadline_places(limited(*limits))

    assert [(each.provision.anchor, str(each.count), each.count.countable) for each in found] == [
        ("1.1", "7 days", True),
        ("1.1", "10 working days", False),
    ]


@pytest.mark.parametrize(
    ("limit", "says"),
    [
        (("within eight days", "1.1"), "the words 'within eight days' do not stand in 1.1; give them exactly"),
        (("within seven (7) days", "1.9"), "place '1.9' is no provision of invented; correct it"),
        (("of the storm", "1.1"), "its words say no number of days; give words that say one"),
        (
            ("within seven (7) days of the storm, and never later than ten working days", "1.1"),
            "its words say 10 working days, 7 days; give words that say one",
        ),
        (("within six (7) days", "1.2"), "'six (7) days' says two numbers; leave the limit out"),
    ],
)
def test_what_the_words_do_not_say_is_refused(limit: tuple[str, str], says: str) -> None:
    with pytest.raises(SettingsError, match=r"deadlines\.toml:1: entry 1 of \[\[deadline\]\]: ") as caught:
        deadline_places(limited(a_limit(*limit)))
    assert says in str(caught.value)


def a_limit(words: str, place: str = "1.1") -> Deadline:
    return Deadline(step="First", place=place, words=words, act="Somebody speaks", since="the day of the storm")


def limited(*limits: Deadline) -> Edition:
    return an_edition(TEXT, deadlines=limits)
