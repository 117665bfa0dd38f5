"""The reader of ``site.toml`` says in one line what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import ROOT

from contract_site.editors.site_file import ENOUGH, load_site
from contract_site.model.finding import SettingsError
from contract_site.model.site import GENERAL, Examples, contrast

WRONG = {
    "no name": ('short = "x"\n', "site.toml:1: missing key 'name'; add it"),
    "an empty name": ('short = "x"\nname = " "\n', "site.toml:2: name is empty; every page says it, write it"),
    "a misspelt key": ('name = "x"\nnotise = "y"\n', "site.toml:2: unknown key 'notise'; known keys: about, address, advice, "),
    "a misspelt color": (
        'name = "x"\n[colors]\nhaed = "y"\n',
        "site.toml:3: unknown key 'haed' in [colors]; known keys: dark_head, ",
    ),
    "no color": (
        'name = "x"\n[colors]\nhead = "blue"\n',
        "site.toml:3: head 'blue' is no color; write #rrggbb in small letters",
    ),
    "a pale head": (
        'name = "x"\n\n[colors]\nhead = "#99bbdd"\n',
        "site.toml:4: head: #99bbdd beside #ffffff has a contrast of 2.0; words need 4.5, choose another",
    ),
    "a dark link by night": (
        'name = "x"\n[colors]\ndark_link = "#1b4f94"\n',
        "site.toml:3: dark_link: #1b4f94 beside #15181d has a contrast of 2.2; words need 4.5, choose another",
    ),
    "an address without a slash": (
        'name = "x"\naddress = "https://x.example"\n',
        "site.toml:2: address 'https://x.example' does not end with /, and pages are named behind it; write 'https://x.example/'",
    ),
    "an address without https": (
        'name = "x"\naddress = "x.example/"\n',
        "site.toml:2: address 'x.example/' is not a whole one; write it as browsers show it, https://contracts.example.org/",
    ),
    "an address that is not safe": (
        'name = "x"\naddress = "http://x.example/"\n',
        "site.toml:2: address 'http://x.example/' begins with http://: on the way anybody could change the words, and ",
    ),
    "an address of one page": (
        'name = "x"\naddress = "https://x.example/?p=1"\n',
        "site.toml:2: address 'https://x.example/?p=1' has a ?, a # or a space in it; ",
    ),
    "an address without a host": ('name = "x"\naddress = "https:///"\n', "site.toml:2: address 'https:///' names no host; "),
    "a number for a name": ("name = 7\n", "site.toml:1: key 'name' must be text, in quotes: \"…\""),
    "words for a list": (
        'name = "x"\nagreements = "pier-2022"\n',
        'site.toml:2: key \'agreements\' must be a list of texts: ["…", "…"]',
    ),
    "text without its end": ('name = "x"\n\nshort = """\nPier\n', "site.toml:4: not valid TOML: "),
    "no such logo": ('name = "x"\nlogo = "none.svg"\n', "site.toml:2: there is no picture none.svg; name an SVG file"),
    "reports to nowhere": (
        'name = "x"\nreport = "web@example.org"\n',
        "site.toml:2: report 'web@example.org' is no place for reports; write mailto:name@example.org, or an ad",
    ),
    "reports without what is wrong": (
        'name = "x"\nreport = "https://example.org/new?title={title}"\n',
        "site.toml:2: report 'https://example.org/new?title={title}' is no place for reports; ",
    ),
    "reports that run something": (
        'name = "x"\nreport = "javascript:{title}{body}"\n',
        "site.toml:2: report 'javascript:{title}{body}' is no place for reports; ",
    ),
    "no key to sign with": (
        'name = "x"\nsigning_key = "untrusted comment: minisign public key"\n',
        "site.toml:2: signing_key is no public key of minisign; write the 56 characters that begin with RW",
    ),
    "no TOML": ("name = x\n", "site.toml:1: not valid TOML: "),
}


@pytest.mark.parametrize(("text", "says"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, text: str, says: str) -> None:
    a_logo(tmp_path)
    (tmp_path / "site.toml").write_text(text, encoding="utf-8")

    with pytest.raises(SettingsError) as caught:
        load_site(tmp_path)

    assert str(caught.value).startswith(says)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "data", [b'name = "x"\nshort = "Espa\xf1a"\n', b'name = "x"\n# Espa\xf1'], ids=["within", "at the end"]
)
def test_a_file_in_another_encoding_is_to_be_saved_as_utf_8(tmp_path: Path, data: bytes) -> None:
    a_logo(tmp_path)
    (tmp_path / "site.toml").write_bytes(data)

    with pytest.raises(SettingsError, match=r"^site\.toml:2: not UTF-8 \(byte 0xf1 at offset \d+\); .*save .* as UTF-8$"):
        load_site(tmp_path)


@pytest.mark.parametrize("address", ["http://localhost:8000/a/", "http://127.0.0.1/", "https://x.example/a/b/"])
def test_an_address_on_ones_own_machine_need_not_be_safe(tmp_path: Path, address: str) -> None:
    a_logo(tmp_path)
    (tmp_path / "site.toml").write_text(f'name = "x"\naddress = "{address}"\n', encoding="utf-8")

    assert load_site(tmp_path).address == address


def test_a_site_needs_no_more_than_a_name(tmp_path: Path) -> None:
    a_logo(tmp_path)
    (tmp_path / "site.toml").write_text('name = "Pier Papers"\n', encoding="utf-8")

    assert load_site(tmp_path).name == "Pier Papers"
    with pytest.raises(SettingsError, match=r"^site\.toml:1: missing; say in it whose site this is"):
        load_site(tmp_path / "elsewhere")


def test_the_sites_of_this_project_are_read() -> None:
    assert load_site(ROOT).examples.over(GENERAL).forms


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#767676", "#ffffff", 4.54), ("#777777", "#ffffff", 4.48)],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, ratio: float) -> None:
    """The last two are the palest grey that may be read on white, and the next."""
    assert round(contrast(one, other), 2) == round(contrast(other, one), 2) == ratio
    assert ENOUGH == 4.5


def test_examples_that_are_left_out_are_general_ones() -> None:
    shown = Examples(hint="9.1").over(GENERAL)

    assert (shown.hint, shown.anchor) == ("9.1", GENERAL.anchor)


def a_logo(root: Path) -> None:
    (root / "docs" / "assets").mkdir(parents=True)
    (root / "docs" / "assets" / "logo.svg").write_text("<svg/>", encoding="utf-8")
