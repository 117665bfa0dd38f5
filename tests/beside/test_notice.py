"""A rule of notice is held against the words of the provision that it names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.link.texts import an_edition

from contract_site.beside.notice import notice_places
from contract_site.model.bargaining import NoticeRule, NoticeWindow
from contract_site.model.document import Edition
from contract_site.model.finding import SettingsError

TEXT = """\
ARTICLE 1
TERM
Section 1. Term
It runs for 4 years.
Section 2. Notice
Notice is given not less than ninety (90) days and not more than twenty-one weeks, or 120 days, before.
Section 3. Reopener
Wages reopen thirty days before, sixty at most, on page 1200 of 900.
"""


@pytest.mark.parametrize(("place", "least", "most"), [("1.2", 90, 120), ("1.3", 30, 60), ("1", 60, 120)])
def test_numbers_that_the_words_have_give_the_days(place: str, least: int, most: int) -> None:
    (found,) = notice_places([ruled(NoticeRule(place=place, least=least, most=most))])

    assert found.provision.anchor == place
    assert found.window == NoticeWindow.of(found.rule, date(2031, 5, 31))


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        (NoticeRule(place="1.2", least=60, most=120), "says 60 days, which the words of 1.2 do not"),
        (NoticeRule(place="1.3", least=12, most=60), "says 12 days, which the words of 1.3 do not"),
        (NoticeRule(place="1.9", least=90, most=120), "place '1.9' is no provision of invented"),
        (NoticeRule(place="1.2", least=120, most=90), "most is 90 and least 120; most cannot be less"),
    ],
)
def test_what_the_words_do_not_say_is_refused(rule: NoticeRule, says: str) -> None:
    with pytest.raises(SettingsError, match=r"agreement\.toml:1: ") as caught:
        notice_places([ruled(rule)])
    assert says in str(caught.value)


def test_the_file_that_says_the_rule_is_named() -> None:
    """An edition in the folder of its agreement says it in a file of another name."""
    edition = replace(ruled(NoticeRule(place="1.9", least=90, most=120)), folder="agreements/x/x-1", said_in="edition.toml")

    with pytest.raises(SettingsError, match=r"^agreements/x/x-1/edition\.toml:1: \[notice\] place '1\.9' is no provision"):
        notice_places([edition])


def test_without_a_last_day_there_are_no_days() -> None:
    (found,) = notice_places([ruled(NoticeRule(place="1.2", least=90, most=120), expires=None)])

    assert found.window is None


def ruled(rule: NoticeRule, expires: date | None = date(2031, 5, 31)) -> Edition:
    edition = an_edition(TEXT)
    return replace(edition, settings=replace(edition.settings, notice=rule, expires=expires))
