"""A language that says nothing but the values of its messages: what is left on a page then is nobody's but the parties'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from gettext import NullTranslations

import pytest

from contract_site.interface import say as room

NAMED = re.compile(r"\{\w+\}")
WORD = re.compile(r"[^\W\d_]{2,}")
READ = re.compile(r'(?:aria-label|title|placeholder|content|alt)="([^"]*)"')
"""Attributes that are read to somebody."""
NOT_READ = (
    re.compile(r"^(?:agreement|citations|goto|look|picture|editors|figures): .*$", re.MULTILINE),  # front matter for scripts
    re.compile(r"[^\s()]+\.(?:md|json|csv)(?:#[^\s()]*)?"),  # where links lead
    re.compile(r"\]\([^)\s]*"),
    re.compile(r"\{:[^}\n]*\}"),
    re.compile(r"</?[a-z][^>]*>"),
    re.compile(r"&#?\w+;"),
    re.compile(r"^(?:title|description|agreement_title|status)(?=: )", re.MULTILINE),
)


class Silent(NullTranslations):
    """Of every message, its values."""

    def gettext(self, message: str) -> str:
        return " ".join(["…", *NAMED.findall(message)])

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid2)


def be_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Say nothing from now on, and write dates in a language in which a month has no name."""
    monkeypatch.setattr(room.Spoken, "catalogue", Silent())
    monkeypatch.setattr(room.Spoken, "language", "ko")


def words_read(page: str) -> list[str]:
    """The words of a page in Markdown or HTML that a reader sees or hears, in small letters."""
    heard = " ".join(READ.findall(page))
    for unread in NOT_READ:
        page = unread.sub(" ", page)
    return [word.lower() for word in WORD.findall(f"{page} {heard}")]


def words_within(value: object) -> Iterator[str]:
    """Yield the words of all texts that a value of the model holds: those of the parties and of their editors."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield from (word.lower() for word in WORD.findall(value))
    elif is_dataclass(value):
        for field in fields(value):
            yield from words_within(getattr(value, field.name))
    elif isinstance(value, dict):
        yield from words_within((*value.keys(), *value.values()))
    elif isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from words_within(each)
