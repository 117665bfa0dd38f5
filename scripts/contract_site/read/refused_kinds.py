"""Say of a file that is not read what it is, by its first bytes or what its archive holds, and how to make one that is read."""

from __future__ import annotations

import re
import zipfile
from pathlib import PurePath

SAVE_AS_WORD = "open it in {program} and save it as .docx"
PICTURE = "a picture ({kind}), no text; put the pictures of all pages into a PDF, and add that with --ocr"
PACKED = "a packed archive ({kind}); unpack it, and give the agreement's file, or its folder"
BEGINS = {
    b"\xd0\xcf\x11\xe0": "a Word file of before 2007, or a locked one; open it in Word and save it as .docx, unlocked",
    b"{\\rtf": f"a text in Rich Text Format; {SAVE_AS_WORD.format(program='Word or LibreOffice')}",
    b"\xffWPC": f"a WordPerfect file; {SAVE_AS_WORD.format(program='WordPerfect or LibreOffice')}",
    b"\x89PNG": PICTURE.format(kind="PNG"), b"\xff\xd8\xff": PICTURE.format(kind="JPEG"), b"GIF8": PICTURE.format(kind="GIF"),
    b"II*\0": PICTURE.format(kind="TIFF"), b"MM\0*": PICTURE.format(kind="TIFF"),
    b"AT&TFORM": "a DjVu file; open it in its reader and print it as a PDF, and add that, with --ocr if it holds pictures only",
    b"%!PS": "a PostScript file; make a PDF of it (ps2pdf), and give that",
    b"\x1f\x8b": PACKED.format(kind="gzip"), b"Rar!": PACKED.format(kind="RAR"), b"7z\xbc\xaf": PACKED.format(kind="7-Zip"),
    b"BZh": PACKED.format(kind="bzip2"), b"\xfd7zXZ": PACKED.format(kind="xz"),
}  # fmt: skip
"""How files begin that are not read, whatever their names say, and what to do with each."""
INSIDE = {
    b"ftypheic": PICTURE.format(kind="HEIC"), b"ftypmif1": PICTURE.format(kind="HEIF"),
    b"ftypavif": PICTURE.format(kind="AVIF"), b"WEBPVP8": PICTURE.format(kind="WebP"),
}  # fmt: skip
"""What stands among the first bytes of others."""
BITMAP = re.compile(rb"BM.{4}\0\0\0\0", re.DOTALL)
TEXTS = {
    r"(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)?<office:document\b": (
        f"a flat OpenDocument text; {SAVE_AS_WORD.format(program='LibreOffice')}"
    ),
    r"<\?xml[^>]*\?>\s*(?:<\?mso-application[^>]*\?>|<pkg:package\b|<w:wordDocument\b)": (
        f"a Word file saved as XML; {SAVE_AS_WORD.format(program='Word')}"
    ),
    r"(?:[A-Z][\w-]*: [^\n]*\n(?:[ \t][^\n]*\n)*){0,30}Content-Type: multipart/related": (
        "a web page saved as one archive (.mht); open it in a browser, and save it as HTML only or print it as a PDF"
    ),
    # A letter between the parties may begin with these words; programs write addresses and marks of their own.
    r"(?=(?:[^\n]+\n){0,30}?(?:(?:Received|Return-Path|Message-ID|MIME-Version): |(?:From|To): [^\n]*@))"
    r"(?:(?:From|To|Date|Subject|Received|Return-Path|Message-ID|MIME-Version): [^\n]*\n(?:[ \t][^\n]*\n)*){3}": (
        "a message; save the agreement that is attached to it, and give that"
    ),
    r"(?:%[^\n]*\n|\s)*\\documentclass\b": "the source of a LaTeX document; make a PDF or a page of it, and give that",
}
"""How texts begin that are marked up in a way that is not read, and what to do with each."""
HELD = {
    "mimetype": (
        "application/vnd.oasis.opendocument.text",
        f"an OpenDocument text; {SAVE_AS_WORD.format(program='LibreOffice')}",
    ),
    "Index/Document.iwa": ("", "a Pages file; open it in Pages and export it to Word (.docx)"),
    "index.apxl": ("", "a Keynote file, no text; export it as a PDF"),
    "xl/workbook.xml": ("", "an Excel file; export what is the agreement as a PDF, or copy it into a Word file"),
    "ppt/presentation.xml": ("", "a PowerPoint file; export it as a PDF"),
    "META-INF/container.xml": ("", "an e-book (EPUB); unpack it (it is a zip archive), and give the folder of its pages"),
}
"""What an archive of each kind holds: the name of a part, how that begins, and what to do."""
LONGEST_TYPE = 100
"""Bytes of a part that are looked at."""
NAMED = {".pdf": "PDF", ".docx": "Word file", ".docm": "Word file", ".dotx": "Word file", ".doc": "Word file"}
"""What files are whose bytes would say so, by their names."""
BLANK = b"\xef\xbb\xbf\0 \t\r\n\f"
OBJECT = re.compile(rb"\b\d{1,9} \d{1,5} obj\b")
"""How an object of a PDF begins."""
SEEN = 4_000
"""Characters at the head of a text by which its kind is told."""
_TEXTS = {re.compile(pattern, re.DOTALL): told for pattern, told in TEXTS.items()}


def refused_bytes(data: bytes) -> str:
    """Return what a file is that is not read, and what to do with it; empty if its first bytes do not tell."""
    begun = next((told for head, told in BEGINS.items() if data.startswith(head)), "")
    inside = next((told for mark, told in INSIDE.items() if mark in data[:20]), "")
    return begun or inside or (PICTURE.format(kind="BMP") if BITMAP.match(data) else "")


def refused_text(text: str) -> str:
    """Return what a text is that is not read as it stands, and what to do with it; empty if it is read."""
    head = text[:SEEN].replace("\r\n", "\n").lstrip("\ufeff \t\n")
    return next((told for pattern, told in _TEXTS.items() if pattern.match(head)), "")


def refused_archive(archive: zipfile.ZipFile) -> str:
    """Return what an archive is that is no Word file, and what to do with it."""
    names = archive.namelist()
    for part, (begins, told) in HELD.items():
        if part in names and (not begins or _begins(archive, part).startswith(begins)):
            return told
    if any(name.endswith(".iwa") for name in names) or "index.xml" in names:
        return HELD["Index/Document.iwa"][1]
    if any(name.startswith("word/") for name in names):
        return "a Word file without its text; open it in Word and save it again"
    return PACKED.format(kind="zip")


def _begins(archive: zipfile.ZipFile, part: str) -> str:
    with archive.open(part) as held:
        return held.read(LONGEST_TYPE).decode("ascii", errors="replace")


def is_pdf(data: bytes) -> bool:
    """Say whether a file is a PDF: its mark stands at its head, or behind what a mail or a server put there.

    A text may speak of the mark; what stands before that of a PDF is blank, or its objects follow.
    """
    before, mark, _ = data[:1024].partition(b"%PDF-")
    return bool(mark) and (not before.strip(BLANK) or OBJECT.search(data, len(before)) is not None)


def damaged(name: str) -> str:
    """Return what to do with a file that is no text although its name says that it is none; empty if its name says nothing."""
    kind = NAMED.get(PurePath(name).suffix.lower(), "")
    return kind and f"is called {PurePath(name).name} but is no {kind}, or a damaged one; fetch it again, or ask for it again"
