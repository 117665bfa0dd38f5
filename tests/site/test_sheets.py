"""One style sheet and one script for each kind of page."""

from __future__ import annotations

from pathlib import Path

import pytest

from contract_site.model.finding import ContractSiteError
from contract_site.site.generator import asked, look
from contract_site.site.pruning import Names, asked_for
from contract_site.site.sheets import names_by_kind, put_together, theme_sheets

KINDS = {
    "read": {"styles": ["a/one.css"], "scripts": ["a/one.js"]},
    "compare": {"styles": ["a/two.css"]},
    "print": {"scripts": ["a/two.js"]},
}
ASKED = {"later": ["a/two.js", "a/two.css", "a/one.js"]}


THEME = (".theme{a:b}.second{a:b}.unused{a:b}", "p{c:d}")
ASSETS = {
    "assets/a/one.css": b"/* one */ .own { e: f }",
    "assets/a/two.css": b".second { g: h }",
    "assets/a/one.js": b"/* one */\n(() => { one(`a  b`); })();\n",
    "assets/a/two.js": b"(() => { two(); })()\n",
}
PAGES = [
    f'<link rel="stylesheet" href="../assets/look/{kind}.css"><p id="an-anchor" class="{classes}">x</p>'
    for kind, classes in {"read": "own theme elsewhere", "compare": "own second", "print": "theme"}.items()
]


def test_a_kind_of_page_has_what_all_have_first_then_its_own_and_nothing_that_matches_none_of_its_pages() -> None:
    made = {
        name.removeprefix("assets/look/"): text.decode()
        for name, text in put_together(THEME, names_by_kind(PAGES), ASSETS, KINDS, ASKED).items()
    }

    assert made["read.css"] == ".theme{a:b}p{c:d}\n.own{e:f}\n"
    assert made["compare.css"] == ".second{a:b}p{c:d}\n.own{e:f}\n.second{g:h}\n"
    assert made["print.css"] == ".theme{a:b}p{c:d}\n"
    assert made["read.js"] == made["compare.js"] == "(()=>{one(`a  b`);})();\n"
    assert made["print.js"] == "(()=>{one(`a  b`);})();\n(()=>{two();})();\n"


def test_what_is_asked_for_later_is_one_script_and_has_nothing_of_the_page() -> None:
    made = put_together(THEME, names_by_kind(PAGES), ASSETS, KINDS, ASKED)

    assert made["assets/asked/later.js"].decode() == "(()=>{two();})();\n(()=>{one(`a  b`);})();\n"
    assert made["assets/asked/later.css"].decode() == ".second{g:h}\n"


@pytest.mark.parametrize("gone", ["a/one.css", "a/two.js"])
def test_what_is_not_there_is_said_in_one_line(gone: str) -> None:
    left = {name: content for name, content in ASSETS.items() if name != f"assets/{gone}"}

    with pytest.raises(ContractSiteError) as error:
        put_together(THEME, names_by_kind(PAGES), left, KINDS, ASKED)

    assert f"mkdocs.yml:1: extra.look names {gone}, which cannot be read below" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_theme_that_is_not_known_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ContractSiteError, match=r"not one main\.\*\.css; this version of the theme is not known to the build"):
        theme_sheets(tmp_path)


def test_names_of_pages_that_no_sheet_asks_for_are_not_kept() -> None:
    asked = asked_for(THEME, (".own{another:thing}", '[data-kind="a b"]{c:d}'))
    pages = [*PAGES, '<link href="assets/look/read.css"><p data-kind="a b" data-other="x">x</p>']
    kept = {kind: names.of_pages(asked) for kind, names in names_by_kind(pages).items()}
    other = {kind: Names() for kind in kept}
    for kind, names in other.items():
        names.add_pages(kept[kind])

    assert kept["read"] == {
        "elements": ["p"],
        "classes": ["own", "theme"],
        "ids": [],
        "attributes": ["data-kind"],
        "values": [["data-kind", "a b"]],
    }
    assert put_together(THEME, other, ASSETS, KINDS, {}) == put_together(THEME, names_by_kind(pages), ASSETS, KINDS, {})
    assert asked == asked_for(THEME, (".own{another:colour} /* .no */", '[data-kind="a b"]{}'))


@pytest.mark.parametrize(
    "text", ["site_name: x\n", "site_name: x\nextra: 1\n", "site_name: x\nextra:\n  look: {compare: {}}\n"]
)
def test_a_project_that_does_not_say_what_pages_look_by_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")

    with pytest.raises(ContractSiteError, match=r"extra\.look has no kind of page called read"):
        look(tmp_path)


@pytest.mark.parametrize("text", ["site_name: x\n", "site_name: x\nextra: {look: {read: {}}}\n"])
def test_a_project_that_does_not_say_what_is_asked_for_later_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")

    with pytest.raises(ContractSiteError, match=r"extra\.asked does not say which scripts"):
        asked(tmp_path)
