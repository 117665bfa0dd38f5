"""Words as Markdown, as attributes and as front matter: read back, they are the same words. test_hostile has whole pages."""

from __future__ import annotations

import html

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.projects import as_html, parse_page

from contract_site.words.escape import attribute, escape, escape_name, escape_start, front_matter, in_summary

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)
MARKS = st.text(st.sampled_from("\\`*_{}[]()<>#+-.!|~^$&;:\"'= 1aA/%@"), max_size=20)
PLACES = {
    "paragraph": "{}\n",
    "paragraph with attributes": "{}\n{{: #x .d1 }}\n",
    "heading": "## {} {{: #x }}\n",
    "link": "[{}](#x)\n",
    "strong": "**{}** ◆\n",
    "cell": "<div markdown>\n\n| {} |\n|---|\n| ◆ |\n\n</div>\n",
    "list": "- ◆\n- [{}](#x)\n",
}
"""Where render writes words; ``{}`` stands where a block may begin in those of ``STARTS``."""
STARTS = {"paragraph", "paragraph with attributes", "heading"}


@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=80, deadline=None, derandomize=True)
@given(text=st.one_of(WORDS, MARKS))
def test_words_are_read_back_from_every_place(place: str, text: str) -> None:
    written = (escape_start if place in STARTS else escape)(text.strip() or "x")
    shown = parse_page(as_html("---\ntitle: x\n---\n" + PLACES[place].format(written))).get_text()

    assert shown.replace("◆", "").split() == (text.strip() or "x").split()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Section 1. The *Employer* shall", "Section 1. The \\*Employer\\* shall"),
        ("snake_case [see Memo]", "snake\\_case \\[see Memo\\]"),
        ("a\tb\r\nc\u2028d", "a b c d"),
        ("plain words, “quoted” — 1,000.50 (PSE)", "plain words, “quoted” — 1,000.50 (PSE)"),
        ("#7027 and #1", "#7027 and #1"),
        ("No. #", "No. &#35;"),
        ("a]: b", "a&#93;: b"),
    ],
    ids=[
        "stars",
        "underscore and brackets",
        "spaces",
        "nothing to escape",
        "number signs inside",
        "number sign at the end",
        "looks like a definition",
    ],
)
def test_markdown_stays_as_readable_as_it_can(text: str, written: str) -> None:
    assert escape(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1986. A good year", "1986&#46; A good year"),
        ("1986.5 dollars", "1986.5 dollars"),
        ("1) x", "1&#41; x"),
        ("- x", "&#45; x"),
        ("-x", "&#45;x"),
        ("   x", "x"),
        ("x - y", "x - y"),
    ],
)
def test_marks_are_escaped_where_they_begin_a_block(text: str, written: str) -> None:
    assert escape_start(text) == written


@settings(max_examples=100, deadline=None, derandomize=True)
@given(text=st.one_of(WORDS, MARKS))
def test_an_attribute_is_read_back(text: str) -> None:
    tag = parse_page(f'<i title="{attribute(text)}">').i

    assert tag is not None
    assert str(tag["title"]).split() == text.split()


@settings(max_examples=100, deadline=None, derandomize=True)
@given(text=st.one_of(WORDS, MARKS))
def test_the_name_of_a_fold_is_read_back(text: str) -> None:
    page = f"---\ntitle: x\n---\n<details markdown>\n<summary>{in_summary(text)}</summary>\n\n- ◆\n\n</details>\n"
    name = parse_page(as_html(page)).summary

    assert name is not None
    assert name.get_text().split() == text.split()


@settings(max_examples=200, deadline=None, derandomize=True)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_front_matter_is_always_yaml_that_shows_the_words_in_a_page(text: str) -> None:
    block = front_matter({"title": text, "tags": [text], "hide": ["toc"], "number": 1})
    assert block.startswith("---\n")
    assert block.endswith("\n---\n")
    values = yaml.safe_load(block.strip("-\n"))

    assert values["tags"] == [values["title"]]
    assert (values["hide"], values["number"]) == (["toc"], 1)
    assert not set(values["title"]) & set("<>{}\"'\n\t")
    assert html.unescape(values["title"]).split() == _pictured(text).split()


def _pictured(text: str) -> str:
    """Control characters as their pictures; carriage returns and the like as spaces."""
    return "".join(chr(0x2400 + ord(c)) if ord(c) < 32 and not c.isspace() else c for c in text)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Article 8. Hours of 8 Days", "Article&#160;8. Hours of 8 Days"),
        ("Article XII.A", "Article&#160;XII.A"),
        ("p. 15", "p.&#160;15"),
        ("Appendix A, 3.F", "Appendix A, 3.F"),
        ("Job Audits", "Job Audits"),
        ("A *b* 1", "A \\*b\\* 1"),
        ("", ""),
    ],
)
def test_a_number_does_not_part_from_the_word_that_it_is_the_number_of(name: str, written: str) -> None:
    assert escape_name(name) == written
