"""One style sheet and one script for each kind of page."""

from __future__ import annotations

from pathlib import Path

import pytest

from contract_site.model.finding import ContractSiteError
from contract_site.site.generator import asked, look
from contract_site.site.sheets import put_together

KINDS = {
    "read": {"styles": ["a/one.css"], "scripts": ["a/one.js"]},
    "compare": {"styles": ["a/two.css"]},
    "print": {"scripts": ["a/two.js"]},
}
ASKED = {"later": ["a/two.js", "a/two.css", "a/one.js"]}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        **{
            f"site/{kind}/index.html": f'<link rel="stylesheet" href="../assets/look/{kind}.css"><p class="{classes}">x</p>'
            for kind, classes in {"read": "own theme", "compare": "own second", "print": "theme"}.items()
        },
        "site/assets/stylesheets/main.1.min.css": ".theme{a:b}.second{a:b}.unused{a:b}",
        "site/assets/stylesheets/main.1.min.css.map": "{}",
        "site/assets/stylesheets/palette.2.min.css": "p{c:d}",
        "site/assets/javascripts/bundle.3.min.js": "theme()",
        "docs/a/one.css": "/* one */ .own { e: f }",
        "docs/a/two.css": ".second { g: h }",
        "docs/a/one.js": "/* one */\n(() => { one(`a  b`); })();\n",
        "docs/a/two.js": "(() => { two(); })()\n",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "site"


def test_a_kind_of_page_has_what_all_have_first_then_its_own_and_nothing_that_matches_none_of_its_pages(
    site: Path,
) -> None:
    put_together(site, site.parent / "docs", KINDS, ASKED)

    made = {path.name: path.read_text(encoding="utf-8") for path in (site / "assets" / "look").iterdir()}
    assert made["read.css"] == ".theme{a:b}p{c:d}\n.own{e:f}\n"
    assert made["compare.css"] == ".second{a:b}p{c:d}\n.own{e:f}\n.second{g:h}\n"
    assert made["print.css"] == ".theme{a:b}p{c:d}\n"
    assert made["read.js"] == made["compare.js"] == "(()=>{one(`a  b`);})();\n"
    assert made["print.js"] == "(()=>{one(`a  b`);})();\n(()=>{two();})();\n"


def test_what_is_asked_for_later_is_one_script_and_has_nothing_of_the_page(site: Path) -> None:
    put_together(site, site.parent / "docs", KINDS, ASKED)

    made = (site / "assets" / "asked" / "later.js").read_text(encoding="utf-8")
    assert made == "(()=>{two();})();\n(()=>{one(`a  b`);})();\n"
    assert (site / "assets" / "asked" / "later.css").read_text(encoding="utf-8") == ".second{g:h}\n"


def test_the_themes_own_files_are_not_published(site: Path) -> None:
    put_together(site, site.parent / "docs", KINDS, ASKED)

    assert sorted(path.name for path in (site / "assets").iterdir()) == ["asked", "look"]


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        ("docs/a/one.css", "mkdocs.yml:1: extra.look names a/one.css, which cannot be read below"),
        ("docs/a/two.js", "mkdocs.yml:1: extra.look names a/two.js, which cannot be read below"),
        ("site/assets/stylesheets/main.1.min.css", "not one main.*.css; this version of the theme is not known to the build"),
    ],
)
def test_what_is_not_there_is_said_in_one_line(site: Path, gone: str, said: str) -> None:
    (site.parent / gone).unlink()

    with pytest.raises(ContractSiteError) as error:
        put_together(site, site.parent / "docs", KINDS, ASKED)

    assert said in str(error.value)
    assert "\n" not in str(error.value)


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
