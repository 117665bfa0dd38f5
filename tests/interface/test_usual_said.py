"""What a rule or nobody decided is said in the words of the catalogue, what editors wrote in theirs."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest
from tests.interface.silent import be_silent
from tests.projects import ROOT

from contract_site.apart import contents, margins, running_lines
from contract_site.editors.settings import load_table
from contract_site.model.family import GENERAL_FAMILY
from contract_site.model.site import GENERAL, SiteSettings
from contract_site.pages.edition.corrections_page import BY_RULE, reason_said
from contract_site.parse import decided, named_parts
from contract_site.read import columns, extract
from contract_site.words.usual import USUAL

RANK = re.compile(r"\b(?:Article|Section|Table|Appendix|art|sec)\b")
"""What a typed citation has of a language."""
LEVELS = {"national", "local", "company", "city"}
"""What editors are told that they may call the level of an agreement."""


def test_every_usual_sentence_of_a_site_is_in_the_catalogue():
    told = {field.default for field in fields(SiteSettings) if isinstance(field.default, str) and " " in field.default}
    shown = {what for what, *_ in GENERAL.forms} | {GENERAL_FAMILY.unit, GENERAL_FAMILY.local}
    typed = {GENERAL.hint, GENERAL.searched, GENERAL.provision, GENERAL.article, GENERAL.long}
    typed |= {form for _, *forms in GENERAL.forms for form in forms if RANK.search(form)}
    fork = load_table(ROOT / "tests" / "agreements" / "site.toml", "site.toml", SiteSettings)
    made = {fork.description, fork.introduction, fork.advice, *(what for what, *_ in fork.examples.forms)}

    assert told | shown | typed | made | LEVELS == USUAL


def test_every_reason_that_a_rule_gives_for_what_is_not_shown_is_in_the_catalogue():
    given = {contents.CONTENTS, contents.CONTENTS_OF_ARTICLE, margins.LINE_NUMBERS, margins.REVISION_NOTE}
    given |= {running_lines.HEAD_OR_FOOT, running_lines.PAGE_NUMBER, columns.HYPHEN, columns.ELSEWHERE}
    given |= {extract.FRONT_MATTER, decided.SET_APART, named_parts.ASTERISKS}

    assert given == {*BY_RULE}


@pytest.mark.parametrize("reason", [*BY_RULE, "removed by a correction: misread", "column of another text: 1952"])
def test_why_something_is_not_shown_is_said_where_a_rule_says_it(reason, monkeypatch):
    be_silent(monkeypatch)
    assert reason_said(reason) == "…"


def test_why_something_is_not_shown_is_left_in_the_words_of_editors(monkeypatch):
    be_silent(monkeypatch)
    assert reason_said("printer’s words") == "printer’s words"
