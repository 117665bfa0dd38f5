"""Calendars, read back by another library: every day right, ids that stay, nothing of the day of the build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]
from tests.projects import TINY, a_project, no_report

from contract_site.beside.bargained import bargained
from contract_site.beside.notice import notice_places
from contract_site.build import pipeline
from contract_site.data.calendar import calendars
from contract_site.editors.bargaining import load_bargaining
from contract_site.model.site import SiteSettings

SITE = SiteSettings(name="Lights", address="https://lights.example/contracts/")


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The calendars of the invented agreements, by path."""
    project = a_project(tmp_path_factory.mktemp("calendar"))
    editions = pipeline.load_editions(project, no_report)
    table = bargained(editions, load_bargaining(TINY, ["keepers"], "agreements"), notice_places(editions.values()))
    return {file.path.as_posix(): file.text for file in calendars(table, SITE)}


def test_another_reader_finds_every_day(texts: Mapping[str, str]) -> None:
    assert days(texts["agreement/keepers.ics"]) == {
        "expires.tiny-2020": (date(2024, 2, 29), date(2024, 3, 1), "2020–2024 Keepers’ Agreement: last day of its term"),
        "expires.tiny-2024": (date(2028, 2, 29), date(2028, 3, 1), "2024–2028 Keepers’ Agreement: last day of its term"),
        "notice.keepers": (date(2028, 1, 31), date(2028, 3, 2), "Keepers’ Agreement: notice to end or change it can be given"),
        "event.table": (
            date(2028, 3, 10),
            date(2028, 3, 11),
            "Both sides, keepers; and crews, met [once], with a long list of what each wants from the other.",
        ),
    }


def test_dates_that_no_source_gives_to_the_day_are_in_no_calendar(texts: Mapping[str, str]) -> None:
    assert list(days(texts["agreement/tugs.ics"])) == ["event.table"]


def test_the_calendar_of_all_has_each_day_once(texts: Mapping[str, str]) -> None:
    own = [days(text) for path, text in texts.items() if path != "all.ics"]

    assert days(texts["all.ics"]) == {key: day for each in own for key, day in each.items()}
    assert texts["all.ics"].count("UID:event.table@") == 1


def test_every_entry_is_as_the_standard_asks(texts: Mapping[str, str]) -> None:
    """RFC 5545: lines end in CR LF and have at most 75 bytes; an id and a stamp in each entry; whole days."""
    for text in texts.values():
        lines = text.split("\r\n")
        assert "\n" not in "".join(lines)
        assert all(len(line.encode()) <= 75 for line in lines)
        entries = vobject.readOne(text).vevent_list
        assert all(entry.uid.value.endswith("@lights.example") for entry in entries)
        assert all(entry.url.value.startswith("https://lights.example/contracts/") for entry in entries)
        assert text.count("DTSTAMP:") == text.count("DTSTART;VALUE=DATE:") == text.count("DTEND;VALUE=DATE:") == len(entries)


def test_a_stamp_is_the_day_of_the_source_not_of_the_build(texts: Mapping[str, str]) -> None:
    stamps = {entry.uid.value.split("@")[0]: entry.dtstamp.value.date() for entry in entries(texts["agreement/keepers.ics"])}

    assert stamps["event.table"] == date(2028, 3, 12)
    assert stamps["notice.keepers"] == date(2027, 12, 5)
    assert stamps["expires.tiny-2024"] == date(2028, 2, 29)


def test_without_an_address_no_entry_has_a_link(tmp_path: Path) -> None:
    project = a_project(tmp_path)
    editions = pipeline.load_editions(project, no_report)
    table = bargained(editions, (), notice_places(editions.values()))
    text = calendars(table, replace(SITE, address=""))[0].text

    assert "URL" not in text
    assert "UID:expires.tiny-2024@contract-reference.invalid" in text


def entries(text: str) -> list[Any]:
    return list(vobject.readOne(text).vevent_list)


def days(text: str) -> dict[str, tuple[date, date, str]]:
    """First day, the day after the last, and title of every entry, by its id without the host."""
    return {
        entry.uid.value.split("@")[0]: (entry.dtstart.value, entry.dtend.value, entry.summary.value) for entry in entries(text)
    }
