"""Source text is data: whatever characters an agreement holds, its page shows them, in order, and does nothing else with them.

First page by page, as MkDocs' Markdown makes it; then through MkDocs and the theme, for what they write around the words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.parse.texts import FAMILY
from tests.projects import a_project, as_html, no_report, pages_of, parse_page, parties_words

from contract_site.build import pipeline
from contract_site.model.document import Edition, Part
from contract_site.model.edition_settings import AgreementSettings, PartSettings, Person, SourceSettings
from contract_site.model.editorial import AppliesChoice, Correction, Editorial, EditorsNote, HandTable
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


# In every place where a source's words can stand ------------------------------------------------------------------------

PLACES = {
    "alone": "{}",
    "article without sections": "ARTICLE 1\nTITLE\n{}",
    "section": "ARTICLE 1\nTITLE\nSection 1. Title\n{}",
    "heading of a section": "ARTICLE 1\nTITLE\nSection 1. {}\nWords.",
    "label": "ARTICLE 1\nTITLE\nA. {}\nB. More.",
    "alone after a label": "ARTICLE 1\nTITLE\nA.\n{}\nB.\nMore.",
    "run-in heading": "ARTICLE 1\nTITLE\nA. Night Watches. {}",
    "deep": "ARTICLE 1\nTITLE\nA. One\n1. One\na. One:\n(1) {}\n(2) Two.",
    "step": "ARTICLE 1\nTITLE\nSection 1. Title\nStep 1:\n{}",
    "bullet": "ARTICLE 1\nTITLE\nWords:\n• {}\n• {}",
    "dash": "ARTICLE 1\nTITLE\nWords:\n— X {}\n— Y {}",
    "remark": "ARTICLE 1\nTITLE\nWords.\n[see Memo, page 1 {}]",
    "after a page number": "ARTICLE 1\nTITLE\nWords.\n1\n{}",
    "page number in a heading": "ARTICLE 1\nTITLE\nWords.\nARTICLE 2\n1\nTITLE\n{}",
    "page number in a bullet": "ARTICLE 1\nTITLE\nWords:\n1\n• {}\n2\n• {}",
    "article without a title": "ARTICLE 1\nwords {}",
    "preamble in capitals": "PREAMBLE\n{}\nARTICLE 1\nTITLE\nWords.",
    "between lines": "ARTICLE 1\nTITLE\nThe first line is so long that it seems to be a full on\n{}\nand the last line.",
    "memorandum": "MEMORANDUM OF UNDERSTANDING\nBETWEEN THE\nRe: Title {}\n{}",
    "memorandum's form": "MEMORANDUM OF UNDERSTANDING {}\nRe: Title\nWords.",
}


@each
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
def test_hostile_words_are_shown_in_every_place(place: str, words: str) -> None:
    check_shown(an_edition(place.replace("{}", words)))


SNIPPETS = st.sampled_from(sorted(HOSTILE.values()))
RANDOM = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
PUNCTUATION = st.text(st.sampled_from("\\`*_{}[]()<>#+-.!|~^$&;:\"'= \t1aA/%@"), max_size=20)
STRUCTURE = st.sampled_from(
    [
        "ARTICLE 1",
        "ARTICLE 2",
        "ITEM 1",
        "Section 1.",
        "Section 2. ",
        "Step 1:",
        "A. ",
        "B. ",
        "1. ",
        "2. ",
        "a. ",
        "(1) ",
        "(a) ",
        "i. ",
        "1) ",
        "a) ",
        "I. ",
        "C. 1. a. ",
        "• ",
        "— ",
        "o ",
        "1",
        "2",
        "i",
        "Re: ",
        "MEMORANDUM OF UNDERSTANDING",
        "BETWEEN",
        "LETTER OF INTENT",
        "* * *",
        "TITLE IN CAPITALS",
        "Title ........ 7",
        "(The preceding Article shall apply to ",
        "thirty-",
        "",
    ]
)
LINES = st.builds("".join, st.lists(st.one_of(STRUCTURE, SNIPPETS, RANDOM, PUNCTUATION, st.just("su1\npervisor ")), max_size=3))
TEXTS = st.lists(LINES, min_size=1, max_size=12).map("\n".join).filter(lambda text: text.strip("\ufeff").strip())


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_is_shown_word_for_word(text: str) -> None:
    check_shown(an_edition(text))


def test_a_memorandum_whose_title_has_no_latin_letter_has_an_address() -> None:
    check_shown(an_edition("MEMORANDUM OF UNDERSTANDING\nBETWEEN THE\nRe: 日本語\nWords."))


# In what editors write ------------------------------------------------------------------------------------------------

SOURCE = """ARTICLE 1
TITLE
A. First words, taut and {raw}.
B. Second words.
C. Grade 1
9
APPENDIX A
1. More words.
"""


def an_edition_described_as(words: str) -> Edition:
    """An edition whose editors wrote the words wherever they can write."""
    agreement = replace(
        an_edition("x").settings,
        title=words,
        name=words,
        short=words,
        parties=(words, words),
        note=words,
        citation=words,
        source=SourceSettings(file="source.txt", sha256="", description=words),
        group=(Person(code="G", name=words, words=("Nobody",)),),
        part=(
            PartSettings(line=1, opens="ARTICLE 1", kind="articles"),
            PartSettings(
                line=7, opens="APPENDIX A", kind="appendix", id="appendix-a", title=words, form=words, body=8, memorandum=True
            ),
        ),
    )
    table = HandTable(first=5, last=6, opens="C. Grade", summary=words, columns=("Grade", "9"), rows=(("1", ""),))
    return an_edition(
        SOURCE.replace("{raw}", "x"),
        agreement=agreement,
        corrections=(Correction(line=3, raw="taut", text="taught", reason=words, certainty="rival"),),
        notes=(EditorsNote(provision="1.B", text=words), EditorsNote(provision="1", page="appendix-a", text=words)),
        tables=(table,),
        applies=(AppliesChoice(covers="1.A", group="G", by="appendix-a#1", note=words),),
    )


@each
def test_what_editors_write_is_shown_literally_on_every_page(words: str) -> None:
    edition = an_edition_described_as(words)
    pages = pages_as_html(edition)
    plain = " ".join(words_of(words))

    check_tame(edition, pages)
    for page, times in {"index": 8, "article-1": 6, "appendix-a": 4, "memoranda": 3, "tables": 2, "corrections": 5}.items():
        text = " ".join(words_of(parse_page(pages[f"invented/{page}.md"]).get_text()))
        assert text.count(plain) >= times, page


@each
def test_cells_notes_and_names_of_tables_are_shown_literally(words: str) -> None:
    plain = " ".join(words_of(words))
    table = HandTable(
        first=1,
        last=2,
        opens="Table",
        name=f"Table 1 {words}",
        title=words,
        summary=words,
        spanner=words,
        columns=(words, words),
        rows=((words, ""), ("", words)),
        notes=(words, words),
    )
    edition = an_edition(f"Table 1 {words}\n" + f" {words} " * 8, tables=(table,))
    pages = pages_as_html(edition)
    figure = parse_page(pages[f"invented/{edition.parts[0].id}.md"]).figure

    check_tame(edition, pages)
    assert figure is not None
    assert [" ".join(words_of(cell.get_text())) for cell in figure.find_all(["th", "td"])] == [
        plain,
        plain,
        plain,
        "",
        "",
        plain,
    ]
    assert [" ".join(words_of(note.get_text())) for note in figure.select(".table-note")] == [plain, plain]
    assert figure.figcaption is not None
    assert words_of(figure.figcaption.get_text()) == words_of(f"Table 1 {words} {words} {words}")


# Through MkDocs and the theme -----------------------------------------------------------------------------------------

WORDS = "<script>alert(1)</script> {{ config }} {% raw %} *a* _b_ [x](javascript:alert(1)) &copy; \"q\" 'p' a|b {: #id } \\ $x$"
HOSTILE_SETTINGS = """
slug = "invented"
title = {words}
name = {words}
short = {words}
kind = "national"
parties = [{words}, {words}]
status = "in force"
note = {words}
citation = {words}
[source]
file = "source.txt"
sha256 = ""
description = {words}
[[part]]
line = 1
opens = "ARTICLE 1"
kind = "articles"
[[part]]
line = {line}
opens = "APPENDIX A"
kind = "appendix"
id = "appendix-a"
title = {words}
body = {body}
"""


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site, built by MkDocs, of an agreement that is hostile wherever it can be."""
    root = tmp_path_factory.mktemp("hostile")
    folder = root / "agreements" / "invented"
    folder.mkdir(parents=True)
    lines = ["ARTICLE 1", "TITLE", f"Section 1. Title {WORDS}", f"A. {WORDS}", *HOSTILE.values(), "APPENDIX A", f"1. {WORDS}"]
    line = re.split(r"\r\n|[\r\n\f]", "\n".join(lines)).index("APPENDIX A") + 1
    (folder / "source.txt").write_text("\n".join(lines), encoding="utf-8", newline="\n")
    written = (
        HOSTILE_SETTINGS.replace("{line}", str(line))
        .replace("{body}", str(line + 1))
        .replace("{words}", json.dumps(WORDS, ensure_ascii=False))
    )
    (folder / "agreement.toml").write_text(written, encoding="utf-8")
    project = a_project(root / "project", root / "agreements")
    (project.root / "site.toml").write_text('name = "Contract Reference"\n', encoding="utf-8")
    pipeline.build_site(project, no_report)
    return project.site


STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
"""Words in a script of data, quoted."""


def test_every_built_page_is_as_free_of_the_source_as_a_harmless_one(hostile_site: Path, tiny_site: pipeline.Project) -> None:
    """Scripts, elements and attributes are those of the theme: what a page of a harmless agreement has too."""
    harmless = [parse_page(page.read_text(encoding="utf-8")) for page in tiny_site.site.rglob("*.html")]
    elements = {tag.name for tree in harmless for tag in tree.find_all(True)}
    attributes = {name for tree in harmless for tag in tree.find_all(True) for name in tag.attrs}
    for path in sorted(hostile_site.rglob("*.html")):
        tags = parse_page(path.read_text(encoding="utf-8")).find_all(True)

        assert {tag.name for tag in tags} <= elements, path
        assert {name for tag in tags for name in tag.attrs} <= attributes, path
        assert not [tag for tag in tags if tag.name == "script" and "alert" in STRING.sub("", tag.get_text())], path
        assert not [tag for tag in tags if "javascript:alert" in f"{tag.get('href')}{tag.get('src')}"], path
        assert not [tag for tag in tags if tag.get("id") == "id"], path


def test_titles_descriptions_and_menus_show_the_words(hostile_site: Path) -> None:
    tree = parse_page((hostile_site / "invented" / "appendix-a" / "index.html").read_text(encoding="utf-8"))
    description = tree.find("meta", attrs={"name": "description"})
    menu = tree.select_one("nav.cr-nav")

    assert tree.title is not None
    assert description is not None
    assert menu is not None
    assert tree.title.get_text(strip=True) == f"Appendix A. {WORDS} · {WORDS} · Contract Reference"
    assert str(description["content"]).startswith(f"Appendix A. {WORDS}, {WORDS}: {WORDS}"[:150])
    assert [link.get_text() for link in menu.find_all("a") if "Appendix" in link.get_text()] == [f"Appendix A. {WORDS}"]
    assert WORDS in [link.get_text() for link in menu.find_all("a")]


def test_search_knows_the_words_as_received(hostile_site: Path) -> None:
    """Its script puts them into pages as text; see tests/browser/test_search.py."""
    data = (hostile_site / "search" / "data.js").read_text(encoding="utf-8")
    files = sorted((hostile_site / "search" / "in" / "invented").glob("r*.js"))
    written = [path.read_text(encoding="utf-8").partition("] = ")[2].rstrip().removesuffix(";") for path in files]
    found = [record[5] for text in written for record in json.loads(text)]

    assert "<" not in "".join([data, *written])
    assert json.loads(data.partition(" = ")[2].rstrip(";\n"))["agreements"][0]["title"] == WORDS
    assert [words for words in found if WORDS in words]


def test_data_holds_the_words_as_received(hostile_site: Path) -> None:
    data = json.loads((hostile_site / "data" / "invented.json").read_text(encoding="utf-8"))
    index = json.loads((hostile_site / "data" / "index.json").read_text(encoding="utf-8"))

    assert data["title"] == index["agreements"][0]["title"] == WORDS
    assert data["parties"] == [WORDS, WORDS]
    assert [found["text"] for found in data["provisions"] if found["container"] == "appendix-a" and found["id"] == "1"] == [
        WORDS
    ]
