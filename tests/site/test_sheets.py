"""One style sheet and one script for each kind of page."""

from __future__ import annotations

from pathlib import Path

import pytest

from contract_site.model.finding import ContractSiteError
from contract_site.site.generator import asked, look
from contract_site.site.pruning import Names, asked_for
from contract_site.site.sheets import put_together, theme_sheets

KINDS = {
    "read": {"styles": ["a/one.css"], "scripts": ["a/one.js"]},
    "compare": {"styles": ["a/two.css"]},
    "print": {"scripts": ["a/two.js"]},
}
ASKED = {"later": ["a/two.js", "a/two.css", "a/one.js"]}


THEME = (".theme{a:b}.unused{a:b}", "p{c:d}")
ASSETS = {
    "assets/a/one.css": b"/* one */ .own { e: f }",
    "assets/a/two.css": b".two { g: h }",
    "assets/a/one.js": b"/* one */\n(() => { one(`a  b`); })();\n",
    "assets/a/two.js": b"(() => { two(); })()\n",
}


def names() -> Names:
    found = Names()
    found.add_page('<p class="own theme">x</p>')
    return found


def test_each_kind_of_page_has_what_all_have_first_and_then_its_own() -> None:
    made = {
        name.removeprefix("assets/look/"): text.decode()
        for name, text in put_together(THEME, names(), ASSETS, KINDS, ASKED).items()
    }

    assert made["read.css"] == ".theme{a:b}p{c:d}\n.own{e:f}\n"
    assert made["compare.css"] == ".theme{a:b}p{c:d}\n.own{e:f}\n.two{g:h}\n"
    assert made["print.css"] == made["read.css"]
    assert made["read.js"] == made["compare.js"] == "(()=>{one(`a  b`);})();\n"
    assert made["print.js"] == "(()=>{one(`a  b`);})();\n(()=>{two();})();\n"


def test_what_is_asked_for_later_is_one_script_and_has_nothing_of_the_page() -> None:
    made = put_together(THEME, names(), ASSETS, KINDS, ASKED)

    assert made["assets/asked/later.js"].decode() == "(()=>{two();})();\n(()=>{one(`a  b`);})();\n"
    assert made["assets/asked/later.css"].decode() == ".two{g:h}\n"


@pytest.mark.parametrize("gone", ["a/one.css", "a/two.js"])
def test_what_is_not_there_is_said_in_one_line(gone: str) -> None:
    left = {name: content for name, content in ASSETS.items() if name != f"assets/{gone}"}

    with pytest.raises(ContractSiteError) as error:
        put_together(THEME, names(), left, KINDS, ASKED)

    assert f"mkdocs.yml:1: extra.look names {gone}, which cannot be read below" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_theme_that_is_not_known_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ContractSiteError, match=r"not one main\.\*\.css; this version of the theme is not known to the build"):
        theme_sheets(tmp_path)


def test_names_of_pages_that_the_theme_does_not_ask_for_are_not_kept() -> None:
    kept = names().of_pages(asked_for(THEME))
    other = Names()
    other.add_pages(kept)

    assert kept["classes"] == ["theme"]
    assert put_together(THEME, other, ASSETS, KINDS, {}) == put_together(THEME, names(), ASSETS, KINDS, {})


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
