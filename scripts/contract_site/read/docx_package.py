"""Open a Word file (Office Open XML) as the XML parts that hold words; nothing in it is run, fetched or unpacked to a disk."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from lxml import etree

from contract_site.model.finding import SourceError
from contract_site.read.refused_kinds import refused_archive

LARGEST_PART = 60_000_000
"""Bytes of one part when unpacked. The longest agreement known to us has 1.2 MB; an archive made to fill a disk has no end."""
MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file; one that the file has not is an empty element."""

    document: etree._Element
    styles: etree._Element
    numbering: etree._Element
    footnotes: etree._Element
    endnotes: etree._Element


def open_package(data: bytes, name: str) -> Package:
    """Return the parts of a Word file. Raises SourceError, naming the file, if it is damaged, locked or another archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "word/document.xml" not in names:
                raise SourceError(f"{name}:1: {refused_archive(archive)}")
            kinds = ("document", "styles", "numbering", "footnotes", "endnotes")
            return Package(*(_part(archive, f"word/{kind}.xml", names, name) for kind in kinds))
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, ValueError):
        raise SourceError(f"{name}:1: the Word file is damaged or locked; open it in Word and save it again") from None


def _part(archive: zipfile.ZipFile, path: str, names: set[str], name: str) -> etree._Element:
    if path not in names:
        return etree.Element(f"{MAIN}none")
    if archive.getinfo(path).file_size > LARGEST_PART:
        raise SourceError(
            f"{name}:1: {path} in the Word file is larger than {LARGEST_PART // 1_000_000} MB; give one agreement"
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        with archive.open(path) as part:
            read = part.read(LARGEST_PART + 1)
        if len(read) > LARGEST_PART or b"<!DOCTYPE" in read[:2000] or b"<!ENTITY" in read[:2000]:
            raise SourceError(f"{name}:1: {path} in the Word file declares entities or never ends; save it again in Word")
        return etree.fromstring(read.replace(STRICT[1:-1].encode(), MAIN[1:-1].encode()), parser)
    except etree.XMLSyntaxError as error:
        raise SourceError(
            f"{name}:1: {path} in the Word file is damaged (line {error.lineno}); save it again in Word"
        ) from None


def own(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the element below by a path of Word's own names, or None."""
    for step in path:
        element = element.find(MAIN + step) if element is not None else None
    return element


def value(element: etree._Element | None, *path: str, key: str = "val") -> str | None:
    """Return an attribute of the element below by a path of names, or None if either is missing."""
    found = own(element, *path)
    return None if found is None else found.get(MAIN + key)


def is_on(element: etree._Element | None, *path: str) -> bool | None:
    """Say whether a switch such as bold is on; None if the element does not say."""
    found = own(element, *path)
    return None if found is None else found.get(MAIN + "val", "true") not in ("false", "0", "none", "off")
