"""When notice can be given to end or change an agreement: the provision that says so, and the days that it gives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from contract_site.model.bargaining import NoticeRule, NoticeWindow
from contract_site.model.document import Edition, Part, Provision
from contract_site.model.finding import SettingsError
from contract_site.model.numeral import number_words


@dataclass(frozen=True, slots=True)
class NoticePlace:
    """The rule of one edition, the provision whose words it is, and its days where it is said when the edition expires."""

    edition: Edition
    part: Part
    provision: Provision
    rule: NoticeRule
    window: NoticeWindow | None

    @classmethod
    def of(cls, edition: Edition, part: Part, provision: Provision, rule: NoticeRule) -> NoticePlace:
        """Return the rule of an edition that stands in a provision; of edition and provision no words are needed."""
        expires = edition.settings.expires
        return cls(edition, part, provision, rule, NoticeWindow.of(rule, expires) if expires else None)


def notice_places(editions: Iterable[Edition]) -> tuple[NoticePlace, ...]:
    """Return the rules of notice of all editions that state one.

    Raises SettingsError if a rule's place is not there, or its words have not both numbers.
    """
    return tuple(
        NoticePlace.of(edition, *_place(edition, edition.settings.notice), edition.settings.notice)
        for edition in editions
        if edition.settings.notice is not None
    )


def _place(edition: Edition, rule: NoticeRule) -> tuple[Part, Provision]:
    where = f"{edition.settings_file}:1: [notice]"
    found = next(((part, each) for part, each in edition.provisions() if part.in_body and each.anchor == rule.place), None)
    if found is None:
        raise SettingsError(f"{where} place '{rule.place}' is no provision of {edition.slug}; correct it")
    part, provision = found
    words = " ".join(each.text for each in provision.walk())
    for number in (rule.most, rule.least):
        if not re.search(rf"(?<![\w.]){number}(?![\w.]*\d)|\b{number_words(number)}\b", words, re.IGNORECASE):
            raise SettingsError(f"{where} says {number} days, which the words of {rule.place} do not; correct it or the place")
    if not 0 <= rule.least <= rule.most:
        raise SettingsError(f"{where} most is {rule.most} and least {rule.least}; most cannot be less")
    return part, provision
