"""A language made up for tests, in which every message is between marks, so that what was never made a message is seen."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from bs4 import BeautifulSoup, Comment, Declaration, Doctype, ProcessingInstruction, Tag
from tests.projects import ROOT

from contract_site.interface.extracting import Message, messages_of
from contract_site.interface.updating import file_of

LANGUAGE = "ko"
"""A language that CLDR knows, whose months have no names and which has one form for all numbers."""
BLOCKS = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "td", "th", "div", "figure", "nav", "summary", "title", "sup"]
OPEN, SHUT = "⟦", "⟧"
AS_IT_IS = {"en-US": LANGUAGE}
"""What is no words but a setting of the browser's."""
READ_OUT = ("aria-label", "title", "placeholder", "alt", "label")
NOBODYS = frozenset({"kb", "mb", "http", "sha", "zip", "html", "epub", "sic", "untitled"})
"""Words of no language: units, formats, a mark of editors; what the program calls a part without a title, in data too."""
WORD = re.compile(r"[^\W\d_]{2,}")
TITLED = re.compile(r"^(title: |description: |#+ )(.*?)(?=$| \{: #)", re.MULTILINE)
PLACE = re.compile(r"<!--site:\w+-->")
INSIDE = re.compile(rf"{OPEN}[^{OPEN}{SHUT}]*{SHUT}")


def write_language(folder: Path) -> None:
    """Write the catalogue of the language below a folder of catalogues."""
    (folder / LANGUAGE).mkdir(parents=True)
    for part, messages in messages_of(ROOT).items():
        catalogue = Catalog(locale=LANGUAGE)
        for message in messages:
            catalogue.add(message, _wrapped(message))
        (folder / LANGUAGE / f"{part}.po").write_bytes(file_of(LANGUAGE, catalogue))


def write_pages(docs: Path) -> None:
    """Write each hand-written page in the language beside the English one: its headings, and what scripts fill."""
    for path in sorted(docs.rglob("*.md")):
        if path.suffixes == [".md"]:
            _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
            kept = "\n\n".join(line for line in body.splitlines() if line.startswith(("#", "<div")) or PLACE.fullmatch(line))
            said = TITLED.sub(rf"\1{OPEN}\2{SHUT}", f"---\n{front}---\n{kept}\n")
            path.with_suffix(f".{LANGUAGE}.md").write_text(said, encoding="utf-8")


def _wrapped(message: Message) -> str | tuple[str, ...]:
    if isinstance(message, str):
        return AS_IT_IS.get(message, f"{OPEN}{message}{SHUT}")
    return (f"{OPEN}{message[1]}{SHUT}",)


def without_marked(text: str) -> str:
    """Return what of a text is outside of all marks."""
    while INSIDE.search(text):
        text = INSIDE.sub(" ", text)
    return text


def shown_texts(tree: BeautifulSoup | Tag) -> Iterator[str]:
    """Yield what a page says to who sees or hears it, block after block: words, and attributes that are read out."""
    for tag in tree.select("script, style, template, code, pre"):
        tag.extract()
    for tag in tree.find_all(True):
        yield from (str(tag[name]) for name in READ_OUT if tag.get(name))
        if tag.name == "meta" and str(tag.get("name") or tag.get("property")) in ("description", "og:title", "og:description"):
            yield str(tag["content"])
    for block in tree.find_all(BLOCKS):
        block.insert_before("\n")
        block.append("\n")
    said = (
        text
        for text in tree.find_all(string=True)
        if not isinstance(text, Comment | Declaration | Doctype | ProcessingInstruction)
    )
    yield from without_marked("".join(said)).split("\n")


def words_outside(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each word outside of all marks, in small letters, with the text that it stands in."""
    for text in texts:
        rest = without_marked(text)
        yield from ((word.lower(), " ".join(rest.split())) for word in WORD.findall(rest))


def not_the_sites(agreements: Path, site: Path) -> set[str]:
    """The words of parties and editors: all that stands in the files of agreements, without keys and comments."""
    found: set[str] = set()
    for path in [*agreements.rglob("*"), site]:
        if path.suffix == ".toml":
            found |= {word for text in _values(tomllib.loads(path.read_text(encoding="utf-8"))) for word in _words(text)}
        elif path.is_file():
            found |= set(_words(path.read_text(encoding="utf-8", errors="replace")))
    return found


def _values(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from _values(each)
    elif isinstance(value, list):
        for each in value:
            yield from _values(each)
    elif isinstance(value, str):
        yield value


def _words(text: str) -> Iterator[str]:
    return (word.lower() for word in WORD.findall(text))
