"""The site as a folder that opens from a disk, whole and one agreement at a time, each as a zip archive.

A page of the folder of an agreement tells that agreement's version and date and no others', so that the folder stays the same
byte for byte when another agreement is corrected. Of the whole site's folder each page does so too; only the first page and the
name of the folder tell the version of the whole.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from contract_site.bundle.archive import ZipMember, member, write_members
from contract_site.bundle.disk_page import Copy, words
from contract_site.bundle.download import Build, BundleError, Download, Text
from contract_site.interface.say import later, say
from contract_site.model.letters import in_plain_letters

LONGEST_NAME = 40
"""Characters of the site's name in those of its folders."""
LONGEST = 180
"""How long a path may be: Windows counts the folders above it too, up to 260."""
SERVER_ONLY = re.compile(
    r"404\.html|sitemap\.xml(\.gz)?|service-worker\.js|.*\.webmanifest|.*\.map|downloads/.*"
    r"|assets/javascripts/(lunr|workers)/.*|offline/.*|(saved|guides)/.*|assets/(saved|icons|books|guides)/.*"
)
"""What is of use only on a web server, or to those who make the site."""
UNSAFE = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]|[. ](/|$)')
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
"""Names that Windows keeps for devices."""
ABOUT = later(
    "For computers: Windows, macOS, Linux; and for Android with a browser that opens files. Unpack the archive (on Windows:"
    " Extract All), then open index.html in its folder. Links, comparisons, previews, search work without a network."
)
COPY = later("<strong>Offline copy</strong> of {holds}, version {version}. It needs no network.")
UNOFFICIAL = later("Unofficial copy for reference. The printed agreement signed by the parties prevails.")


class Everything:
    """What a folder of the whole site holds: every page and every file of it that is of use without a server."""

    def __contains__(self, path: object) -> bool:
        """Say whether it holds a file; a name without an ending is a folder."""
        return isinstance(path, str) and "." in posixpath.basename(path) and not SERVER_ONLY.fullmatch(path)


def folder_name(publisher: str) -> str:
    """Return how names of folders begin: the name of the site in plain small letters, ``contract-reference``.

    A name without a Latin letter or a figure leaves ``contracts``.
    """
    return in_plain_letters(publisher)[:LONGEST_NAME].strip("-") or "contracts"


def bundle_folder(build: Build, text: Text, downloads: Path) -> Download:
    """Write the folder of one agreement: all that is in the site of ``build``, which holds it and no other.

    Raises BundleError if a page or a name would not work.
    """
    found = sorted(path.relative_to(build.site).as_posix() for path in build.site.rglob("*") if path.is_file())
    held = [path for path in found if not SERVER_ONLY.fullmatch(path)]
    site = folder_name(build.publisher)
    top = f"{site}-{text.slug}-{build.version}"
    check_names([posixpath.join(top, path) for path in held])
    copy = copy_of(frozenset(held), say("one agreement: {title}", title=text.title), build, (text,), (text.slug,))
    members = ((posixpath.join(top, path), member(on_disk(copy, path, (build.site / path).read_bytes()))) for path in held)
    name = f"{site}-{text.slug}.zip"
    write_members(downloads / name, members)
    return Download(name, say("Folder (zip)"), "folder", text.slug, say(ABOUT))


def write_whole(
    downloads: Path, publisher: str, version: str, held: Sequence[str], packed: Callable[[str], ZipMember]
) -> Download:
    """Write the folder of the whole site from its files, which are ``packed`` already. Raises BundleError for a wrong name."""
    site = folder_name(publisher)
    top = f"{site}-{version}"
    check_names([posixpath.join(top, path) for path in held])
    write_members(downloads / f"{site}.zip", ((posixpath.join(top, path), packed(path)) for path in sorted(held)))
    return Download(f"{site}.zip", say("Folder of the whole site (zip)"), "folder", None, say(ABOUT))


def check_names(paths: Sequence[str]) -> None:
    """Raise BundleError if a system could not unpack these paths beside each other."""
    seen: dict[str, str] = {}
    for path in paths:
        other = seen.setdefault(path.casefold(), path)
        if other != path:
            raise BundleError(f"{path} and {other} differ only in capital letters; rename one")
        if len(path) > LONGEST:
            raise BundleError(f"{path} is {len(path)} characters long, more than {LONGEST}; give its page a shorter id")
        if UNSAFE.search(path) or any(RESERVED.match(part) for part in path.split("/")):
            raise BundleError(f"{path} is a name that Windows does not allow; give its page another id")


def on_disk(copy: Copy, path: str, content: bytes) -> bytes:
    """Return a file of the site as it is in a copy."""
    return copy.page(path, content.decode("utf-8")).encode("utf-8") if path.endswith(".html") else content


def copy_of(
    held: frozenset[str] | Everything, holds: str, build: Build, texts: Sequence[Text], slugs: tuple[str, ...] = ()
) -> Copy:
    """Return what a folder says of itself: what it ``holds``, its version, and the dates of the texts that a page is of."""
    version = words(build.version)
    copy = say(COPY, holds=words(holds), version=version) + " " + _newer(build.address)
    unstated = say("no term stated")
    dated = "; ".join(words(f"{text.brief}: {text.dates or unstated}") for text in texts)
    date = [say("Date of the text: {terms}.", terms=dated)] if dated else []
    paragraphs = "".join(f"<p>{said}</p>\n" for said in (copy, *date, say(UNOFFICIAL)))
    foot = " ".join((say("Offline copy, version {version}.", version=version), *date))
    return Copy(
        files=held,
        address=build.address,
        footer=f'<p class="copy">{foot}</p>\n',
        first_page=f'<div class="note copy">\n{paragraphs}</div>\n',
        slugs=slugs,
    )


def _newer(address: str) -> str:
    if not address:
        return say("A newer version may be where you got this copy.")
    return say('A newer version may be at <a href="{address}">{address}</a>.', address=words(address))
