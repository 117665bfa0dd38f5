"""Read a file of any kind we know: its kind is what its bytes say, and its name where bytes say nothing."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path, PurePath

from contract_site.model.finding import SourceError
from contract_site.model.source import SourceText
from contract_site.read.docx import read_docx
from contract_site.read.extract import Extracted
from contract_site.read.fence import run_fenced
from contract_site.read.html import read_html
from contract_site.read.kept import restored
from contract_site.read.marked import read_markdown
from contract_site.read.pdf import read_pdf
from contract_site.read.refused_kinds import damaged, is_pdf, refused_bytes, refused_text
from contract_site.read.text import decode_source, read_bytes

MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".qmd", ".rmd"})
PAGES = frozenset({".html", ".htm", ".xhtml"})
TAG = re.compile(
    r"</?(?:html|head|body|main|article|section|div|p|h[1-6]|ol|ul|li|table|tr|td|br)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
ARCHIVE = b"PK"
LARGEST_UNFENCED = 300_000
"""Bytes of a page or of Markdown from which on it is read behind the fence: a smaller one cannot cost much."""
SEEN = 20_000
"""Characters at the head of a file by which its kind is told."""
CHARACTERS_A_TAG = 600
"""A text with a tag of a page in fewer characters on average is a page, whatever its name; an agreement may quote one."""
MARKED_HEADING = re.compile(r"(?m)^#{1,6} +(?=\S)[^#\n]{1,200}$")
LINES_A_HEADING = 300
"""A text is Markdown if at least one in so many lines is a heading of it; a line may begin with ``#`` by chance."""
DECLARED = re.compile(rb"""<meta[^>]{1,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)


def read_file(path: Path, name: str | None = None) -> Extracted:
    """Read the file at ``path``; findings will call it ``name``. What could be made to harm is read behind the fence.

    Raises SourceError, naming the file and the place, if it is missing, empty, too large, or of a kind that is not read.
    """
    shown = name or str(path)
    data = read_bytes(path, shown)
    if _is_packed(data) or (len(data) > LARGEST_UNFENCED and not _is_plain(data, shown)):
        return _read_fenced(data, shown)
    return read_data(data, shown)


def read_data(data: bytes, name: str) -> Extracted:
    """Read the bytes of a file of any kind, which findings will call ``name``, in this process. Raises SourceError."""
    if is_pdf(data):
        return _by("pypdfium2", read_pdf(data, name))
    if data.startswith(ARCHIVE):
        return _by("lxml", read_docx(data, name))
    if why := refused_bytes(data):
        raise SourceError(f"{name}:1: {why}")
    text = _text_of(data, name)
    if why := refused_text(text.text):
        raise SourceError(f"{name}:1: {why}")
    suffix = PurePath(name).suffix.lower()
    if suffix in MARKDOWN:
        return _by("markdown-it-py", read_markdown(text.text, data, name))
    if suffix in PAGES or _is_page(text.text[:SEEN]):
        return _by("beautifulsoup4", read_html(text.text, data, name))
    if _is_marked(text.text):
        return _by("markdown-it-py", read_markdown(text.text, data, name))
    return Extracted(text)


def _text_of(data: bytes, name: str) -> SourceText:
    """The text of the bytes. Raises SourceError, which says of a file that is no text although its name says what it is, so."""
    try:
        return _decoded(data, name)
    except SourceError as error:
        if data.strip() and (why := damaged(name)):
            raise SourceError(f"{name}:1: {why}") from None
        raise error from None


def _read_fenced(data: bytes, name: str) -> Extracted:
    said = json.loads(run_fenced("contract_site.read.fenced_reader", [name], data, name))
    if "error" in said:
        raise SourceError(said["error"])
    source = SourceText(name, said["text"], hashlib.sha256(data).hexdigest())
    return restored(said["rows"], source, name, said["by"])


def _is_packed(data: bytes) -> bool:
    """Say whether what is in the file can be a thousand times as long as the file."""
    return is_pdf(data) or data.startswith(ARCHIVE)


def _is_plain(data: bytes, name: str) -> bool:
    """Say whether the file is read as the text that it is."""
    known = PurePath(name).suffix.lower() in MARKDOWN | PAGES
    return not known and not _is_page(data[:SEEN].decode("latin-1"))


def _by(library: str, extracted: Extracted) -> Extracted:
    return replace(extracted, by=f"{library} {version(library)}")


def _is_page(head: str) -> bool:
    return len(TAG.findall(head)) > max(3, len(head) / CHARACTERS_A_TAG)


def _is_marked(text: str) -> bool:
    """Say whether a text without a telling name is Markdown: lines begin with its marks of headings, now and again."""
    return len(MARKED_HEADING.findall(text)) > max(1, text.count("\n") / LINES_A_HEADING)


def _decoded(data: bytes, name: str) -> SourceText:
    """The text of the bytes, in the encoding that a page declares, else in UTF-8."""
    declared = DECLARED.search(data[:4096])
    if declared is None:
        return decode_source(data, name)
    encoding = declared[1].decode("ascii").lower()
    try:
        return decode_source(data.decode(encoding).encode(), name)
    except LookupError:
        return decode_source(data, name)
    except UnicodeDecodeError:
        raise SourceError(f"{name}:1: the page says it is in {encoding}, but it is not; save it as UTF-8") from None
