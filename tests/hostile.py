"""Words that could be taken for something else, an invented agreement that holds them, and what its pages may hold of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from tests.parse.texts import FAMILY
from tests.projects import as_html, pages_of, parse_page, parties_words

from contract_site.model.document import Edition, Part
from contract_site.model.edition_settings import AgreementSettings, SourceSettings
from contract_site.model.editorial import Editorial
from contract_site.parse.edition import parse_edition
from contract_site.read.pages import mark_pages
from contract_site.read.text import decode_source, locate_corrections, split_lines

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "image": "<img src=x onerror=alert(1)>",
    "closing tags": "</div></article></script></style></textarea> <div markdown=1>",
    "comment": "a <!-- b --> c",
    "open comment": "<!-- b",
    "cdata": "<![CDATA[ x ]]> ]]>",
    "instruction": "<?php echo 1 ?> <!DOCTYPE html>",
    "half a tag": "5 < 6 and 7 > 6 <b",
    "entities": "&copy; &#60;b&#62; &amp;amp; & &;",
    "template": "{{ config }} {% raw %} {# x #} {%- include 'x' -%}",
    "emphasis": "*a* **b** ***c*** _d_ __e__ a_b_c a*b*c",
    "inserted": "~~x~~ ~x~ ^x^ ^^x^^ ==x== ++x++",
    "script link": "[x](javascript:alert(1)) [y]: javascript:alert(1)",
    "link": '[x](https://evil.example/ "t") <https://evil.example/> https://evil.example/ ![x](https://evil.example/x.png)',
    "reference": "[x]: https://evil.example/",
    "reference link": "[x][y] [x][] [^1]",
    "footnote": "[^1]: words",
    "abbreviation": "*[HTML]: words",
    "snippet": '--8<-- "/etc/passwd"',
    "emoji": ":smile: :material-account: ++ctrl+c++",
    "attributes": "{: #id .class onclick=alert(1) } {#id} {:toc}",
    "attributes first": "{: #id }",
    "contents": "[TOC]",
    "mathematics": "$x$ $$x$$ \\(x\\) \\[x\\]",
    "backslashes": "\\ \\\\ \\* \\& a\\",
    "code": "`a` ``b`` ` `<b>`",
    "fence": "``` python",
    "tilde fence": "~~~",
    "numbered": "1986. A good year",
    "numbered bracket": "1986) A good year",
    "bullets": "- x",
    "plus": "+ x",
    "star": "* x",
    "heading": "# x #",
    "six": "###### x",
    "quotation": "> q",
    "setext": "===",
    "dashes": "---",
    "stars": "* * *",
    "row": "| a | b |",
    "divider": "|---|---|",
    "pipes": "a | b || c",
    "admonition": "!!! note",
    "details": '??? note "x"',
    "definition": ": x",
    "front matter": "title: x",
    "colons": ":::: x",
    "code indent": "    x = 1",
    "tab indent": "\tx = 1",
    "tabs": "a\tb\t\tc",
    "two spaces at the end": "a  ",
    "no-break space": "a\u00a0b\u202fc",
    "right to left": "a \u202eb\u202c \u200fc\u200e \u2067d\u2069",
    "zero width": "a\u200bb\u200dc\ufeffd",
    "line separator": "a\u2028b\u2029c\u0085d\x0be",
    "controls": "a\x01b\x02c\x03d\x08e\x1bf\x7fg\x1ch",
    "markdown's own marks": "\x02wzxhzdk:0\x03 \x02amp\x03 klzzwxh:0001 \x0242\x03",
    "other scripts": "日本語 العربية 𝔘 é e\u0301 \U0001f600",
    "quotes": "“a” \"b\" 'c' --- -- ... (c) (tm) 1/2",
    "keys": "a:b c=d e~f g%h",
}
"""What could be taken for something else than words, by what it would be."""
each = pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())


def names(text: str) -> frozenset[str]:
    return frozenset(text.split())


TAGS = names("a details div figcaption figure h1 h2 h3 h4 h5 h6 li nav p span strong summary table tbody td th thead tr ul")
ATTRIBUTES = names("aria-label class data-name data-online data-search-exclude href id rel role tabindex title")
LISTS = names(
    "contents documents lists memoranda tables corrections corrections-list uncertain not-shown notes about-this-text"
)
READING = re.compile(r"reading-\d+")
ELSEWHERE = re.compile(r"[a-zA-Z][\w+.-]*:|//")
PICTURES = {code: 0x2400 + code for code in range(32) if not chr(code).isspace()}
"""Control characters may not stand in a page; their pictures do."""


def an_edition(text: str, **tables: object) -> Edition:
    """An invented agreement read from the text, with whatever settings a test gives."""
    plain = AgreementSettings(
        slug="invented",
        title="Invented",
        short="1",
        level="national",
        parties=("One", "Other"),
        status="not stated",
        source=SourceSettings(file="source.txt", sha256=""),
    )
    editorial = Editorial(**{"agreement": plain, "family": FAMILY, **tables})  # type: ignore[arg-type]
    source = decode_source(text.encode(), "source.txt")
    corrections = locate_corrections(source, editorial.corrections, "corrections.toml")
    lines = split_lines(source, corrections)
    return parse_edition(source, mark_pages(lines) if editorial.agreement.part else lines, corrections, editorial)


def with_settings(**values: object) -> AgreementSettings:
    plain = an_edition("x").settings
    return replace(plain, **values)  # type: ignore[arg-type]


def pages_as_html(edition: Edition) -> dict[str, str]:
    return {path: as_html(page) for path, page in pages_of(edition).items()}


def shown(edition: Edition, pages: Mapping[str, str]) -> list[str]:
    """The parties' words that the pages of the edition's parts show, in the order of the parts."""
    return words_of("\n".join(_words_of_page(part, pages[f"{edition.slug}/{part.id}.md"]) for part in edition.parts))


def _words_of_page(part: Part, page: str) -> str:
    tree = parse_page(page)
    title = tree.h1
    assert title is not None
    printed = words_of(f"{part.root.label.text} {part.root.heading.text}")
    if tree.select_one(".subject") or words_of(title.get_text()) != printed:
        assert words_of(title.get_text()) == words_of(part.title)
        title.extract()
    return parties_words(tree)


def received(edition: Edition) -> list[str]:
    """The words of the source without furniture; a page number glued into a word does not divide it."""
    text, pieces, position = edition.source.text, [], 0
    for furniture in edition.furniture:
        start, end = furniture.span.start, furniture.span.end
        glued = furniture.reason == "printed page number" and start > 0 and not text[start - 1].isspace()
        pieces += [text[position:start], "" if glued else " "]
        position = end + (len(text[end:]) - len(text[end:].lstrip()) if glued else 0)
    return words_of("".join(pieces) + text[position:])


def words_of(text: str) -> list[str]:
    """Words as compared: white space folded, and none after a hyphen, where a line may have been joined to the next."""
    return re.sub(r"(?<=\w[-‑/—])\s+", "", text.translate(PICTURES)).split()


def check_shown(edition: Edition) -> None:
    pages = pages_as_html(edition)

    assert shown(edition, pages) == received(edition)
    check_tame(edition, pages)


def check_tame(edition: Edition, pages: Mapping[str, str]) -> None:
    """No element, attribute, id or link comes from the source, and each id that should be on a page is there once."""
    wanted = {f"{edition.slug}/{part.id}.md": _anchors(part) for part in edition.parts}
    for path, page in pages.items():
        tree = parse_page(page)
        fields = [field.extract() for field in tree.select("form.goto")]
        for control in tree.select("[data-saving]"):
            assert not control.find_all(True), path
            control.extract()
        tags = tree.find_all(True)
        ids = sorted(str(tag["id"]) for tag in tags if tag.get("id") and not READING.fullmatch(str(tag["id"])))
        assert {tag.name for tag in tags} <= TAGS, path
        assert {name for tag in tags for name in tag.attrs} <= ATTRIBUTES, path
        assert [tag.name for field in fields for tag in field.find_all(True)] == ["label", "input", "button"] * len(fields)
        assert len(fields) <= 1, path
        assert ids == sorted(wanted.get(path, set(ids) & (LISTS | {edition.slug}))), path
        assert not [link for link in tree.find_all("a") if ELSEWHERE.match(str(link.get("href", "")))], path


def _anchors(part: Part) -> set[str]:
    """Every id that the page of a part has."""
    found: set[str] = set()
    for provision in part.root.walk():
        words = [provision.label, provision.heading, *(block.words for block in provision.blocks)]
        found |= {provision.anchor, *(block.anchor for block in provision.blocks)}
        found |= {f"page-{mark.page}" for each_words in words for mark in each_words.marks}
    return found
