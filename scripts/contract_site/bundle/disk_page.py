"""A page of the site as it reads from a disk: links lead to files, and none leads to what the copy does not hold."""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections.abc import Container
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote, unquote, urljoin, urlsplit

from contract_site.bundle.download import BundleError
from contract_site.bundle.markup import Tag, change_tags
from contract_site.interface.say import later, say

INDEX = "index.html"
ADDRESSES = {"a": "href", "link": "href", "script": "src", "img": "src", "source": "src", "iframe": "src", "form": "action"}
"""The attribute of each element that holds an address."""
CHANGED = ADDRESSES.keys() | {"/a", "meta"}
NEEDS_SERVER = "data-online"
"""Marks what is of use only on the web and is left out: scripts, links and metadata, and words of our own."""
ONLY_ONLINE = re.compile(rf"<(p|span|li)\b[^<>]*\s{NEEDS_SERVER}\b[^<>]*>.*?</\1>\n?", re.DOTALL)
MENU = re.compile(r'<nav class="cr-nav".*?</nav>', re.DOTALL)
ENTRY = re.compile(r'<li>\s*(?:<p>\s*)?<a\b[^<>]*\shref="([^"]*)"(?:(?!<li\b).)*?</li>\n?', re.DOTALL)
SERVER_LINKS = {"manifest"}
REFRESH = re.compile(r"(\d+\s*;\s*url=)(.*)", re.IGNORECASE)
FOOTER = re.compile(r'(<footer class="[^"]*\bcr-footer\b[^"]*">\s*<div[^>]*>)')
HEADING = re.compile(r"</h1>")
HEAD = re.compile(r"<head>")
OUTSIDE = later("↗ marks a link that leaves this copy: it leads to the site on the web and needs a network.")
ABSENT = later("° marks words that are a link on the site; this copy does not hold the page.")


@dataclass(frozen=True)
class Copy:
    """What a folder holds of a site, and what its pages say of themselves."""

    files: Container[str]
    """What it holds, named from the site's root."""
    address: str
    """Where the site is on the web, with a slash at the end; empty if it does not say."""
    footer: str
    """HTML at the foot of every page."""
    first_page: str
    """HTML below the heading of the first page."""
    slugs: tuple[str, ...]
    """The agreements that it holds; scripts offer nothing of others. Empty if it holds all."""

    def page(self, path: str, text: str) -> str:
        """Return a page of this copy. Raises BundleError, naming page and link, if it needs what is not there."""
        return _Page(self, path).written(text)


@dataclass
class _Page:
    copy: Copy
    path: str
    notes: set[str] = field(default_factory=set)
    open_words: bool = False
    """Whether the last link was made words, so that its end tag is still to come."""

    @cached_property
    def folder(self) -> str:
        """The folder of the page, with a slash at the end, as its relative links are read."""
        return posixpath.join("/", posixpath.dirname(self.path), "")

    def written(self, text: str) -> str:
        """Return the page, its links changed and the copy's own words put in."""
        text = ONLY_ONLINE.sub("", text)
        text = MENU.sub(self._held_entries, text, count=1)
        text = change_tags(text, self._changed, CHANGED)
        text = HEAD.sub(lambda found: found[0] + self._held(), text, count=1)
        if self.path == INDEX:
            text = HEADING.sub(lambda found: found[0] + "\n" + self.copy.first_page, text, count=1)
        notes = "".join(f'<p class="copy-outside">{say(note)}</p>\n' for note in (ABSENT, OUTSIDE) if note in self.notes)
        own = self.copy.footer + notes
        return FOOTER.sub(lambda found: found[1] + "\n" + own, text, count=1)

    def _held(self) -> str:
        """What scripts of the page read before they offer anything: ``contractReference.held``."""
        if not self.copy.slugs:
            return ""
        held = json.dumps({"held": self.copy.slugs}, separators=(",", ":"))
        return f"<script>window.contractReference={held}</script>"

    def _held_entries(self, found: re.Match[str]) -> str:
        """A list of pages without the entries of those that the copy has not."""

        def kept(entry: re.Match[str]) -> str:
            target = self._target(html.unescape(entry[1]))
            return entry[0] if target is None or target in self.copy.files else ""

        return ENTRY.sub(kept, found[0])

    def _changed(self, tag: Tag) -> str:
        if tag.name == "/a":
            closing, self.open_words = "</span>" if self.open_words else tag.written, False
            return closing
        if NEEDS_SERVER in tag.attributes or SERVER_LINKS & set(tag.attributes.get("rel", "").split()):
            return ""
        if tag.name == "meta":
            return self._refresh(tag)
        name = ADDRESSES.get(tag.name)
        if name is None or name not in tag.attributes or tag.attributes.get("rel") == "canonical":
            return tag.written
        return self._addressed(tag, name)

    def _refresh(self, tag: Tag) -> str:
        found = REFRESH.fullmatch(tag.attributes.get("content", ""))
        if found is None or tag.attributes.get("http-equiv", "").lower() != "refresh":
            return tag.written
        target = self._target(found[2])
        return tag.having(content=found[1] + (self._relative(target, found[2]) or "")) if target else tag.written

    def _addressed(self, tag: Tag, name: str) -> str:
        """Return a tag that has an address: to a file of the copy, to the site, or without one."""
        written = tag.attributes[name]
        target = self._target(written)
        if target is None:
            return tag.written
        if target in self.copy.files:
            relative = self._relative(target, written)
            return tag.written if relative == written else tag.having(**{name: relative})
        if tag.name == "link":
            return ""
        if tag.name != "a":
            raise BundleError(f"{self.path}: '{written}' is needed by the page and is not in the copy")
        return self._leaving(tag, written)

    def _leaving(self, tag: Tag, written: str) -> str:
        """Return a link to a page that the copy has not: marked and led to the site, or made words."""
        kind = [each for each in tag.classes if each != "ref"]
        if self.copy.address:
            self.notes.add(OUTSIDE)
            address = urljoin(self.copy.address, quote(self.folder.lstrip("/")))
            return tag.having(href=urljoin(address, written), **{"class": " ".join([*kind, "outside"])})
        self.notes.add(ABSENT)
        self.open_words = True
        plain = tag.having(href=None, download=None, **{"class": " ".join([*kind, "absent"])})
        return f"<span{plain.removeprefix('<a')}"

    def _target(self, written: str) -> str | None:
        """Return the file that an address means, from the site's root; None if it means the page itself or another host.

        What the copy does not hold is taken for a page: no link of the site is dead.
        """
        parts = urlsplit(written)
        if parts.scheme or parts.netloc or not parts.path:
            return None
        path = posixpath.normpath(posixpath.join(self.folder, unquote(parts.path))).lstrip("/")
        return path if path in self.copy.files else posixpath.join(path, INDEX)

    def _relative(self, target: str, written: str) -> str:
        """Return the address of a file of the copy, from this page, with the query and fragment that were written."""
        parts = urlsplit(written)
        path = quote(posixpath.relpath(f"/{target}", self.folder), safe="/~!$&'()*+,;=:@-._")
        return parts._replace(path=path).geturl()


def words(text: str) -> str:
    """Return plain words as HTML."""
    return html.escape(text, quote=False)
