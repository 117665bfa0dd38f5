"""A page as it reads from a disk, link by link."""

from __future__ import annotations

import pytest

from contract_site.bundle.disk_page import Copy
from contract_site.bundle.download import BundleError
from contract_site.bundle.folder import Everything

SITE = {
    "index.html",
    "about/index.html",
    "x-2020/index.html",
    "x-2020/article-1/index.html",
    "y-2020/article-1/index.html",
    "data/x-2020.json",
    "assets/a.js",
    "assets/a b.svg",
}
HERE = "x-2020/article-1/index.html"


def a_copy(address: str = "") -> Copy:
    """A copy without the agreement y-2020."""
    held = frozenset(path for path in SITE if not path.startswith("y-2020/"))
    return Copy(
        files=held,
        address=address,
        footer="<p>FOOT</p>",
        first_page="<p>FIRST</p>",
        slugs=("x-2020",),
    )


LINKS = {
    "a folder": ('<a href="../">', '<a href="../index.html">'),
    "the first page": ('<a href="../..">', '<a href="../../index.html">'),
    "the page itself": ('<a href=".">', '<a href="index.html">'),
    "a fragment is kept": ('<a href="../../about/#cite">', '<a href="../../about/index.html#cite">'),
    "a query is kept": ('<a href="../../?q=a&amp;b#c">', '<a href="../../index.html?q=a&amp;b#c">'),
    "a file": ('<a href="../../data/x-2020.json">', '<a href="../../data/x-2020.json">'),
    "from the root": ('<a href="/about/">', '<a href="../../about/index.html">'),
    "no slash at the end": ('<a href="../../about">', '<a href="../../about/index.html">'),
    "a place of the page": ('<a href="#1.A">', '<a href="#1.A">'),
    "a query alone": ('<a href="?compare">', '<a href="?compare">'),
    "another host": ('<a href="https://other.example/">', '<a href="https://other.example/">'),
    "mail": ('<a href="mailto:a@b.example">', '<a href="mailto:a@b.example">'),
    "other attributes stay": ('<a id="i" href="../" title="&lt;b">', '<a id="i" href="../index.html" title="&lt;b">'),
    "a script": ('<script src="../../assets/a.js" defer></script>', '<script src="../../assets/a.js" defer></script>'),
    "a picture with a space in its name": ('<img src="../../assets/a%20b.svg">', '<img src="../../assets/a%20b.svg">'),
    "a form": ('<form action="../..">', '<form action="../../index.html">'),
    "the page before": ('<link rel="prev" href="../">', '<link rel="prev" href="../index.html">'),
    "the page before, not held": ('<link rel="prev" href="../../y-2020/article-1/">', ""),
    "the permanent address stays": ('<link rel="canonical" href="https://s.example/x/">', '<link rel="canonical" href="https://s.example/x/">'),
    "the manifest is left out": ('<link rel="manifest" href="../../manifest.webmanifest">', ""),
    "what needs a server is left out": ('<script data-online src="../../worker.js">go()</script>', ""),
    "a redirect": (
        '<meta http-equiv="refresh" content="0; url=../#2.A">',
        '<meta http-equiv="refresh" content="0; url=../index.html#2.A">',
    ),
    "a comment": ('<!-- <a href="../"> -->', '<!-- <a href="../"> -->'),
}  # fmt: skip


@pytest.mark.parametrize(("written", "expected"), LINKS.values(), ids=LINKS)
def test_a_link_leads_to_a_file(written: str, expected: str) -> None:
    assert a_copy().page(HERE, written) == expected


LEAVING = '<p><a class="ref wide" id="n" href="../../y-2020/article-1/#1.A"><b>Article 1</b></a> and <a href="../">back</a></p>'


def test_a_link_to_a_page_that_the_copy_has_not_leads_to_the_site_and_is_marked() -> None:
    assert a_copy("https://s.example/c/").page(HERE, LEAVING) == (
        '<p><a class="wide outside" id="n" href="https://s.example/c/y-2020/article-1/#1.A"><b>Article 1</b></a>'
        ' and <a href="../index.html">back</a></p>'
    )


def test_without_an_address_of_the_site_it_is_words() -> None:
    assert a_copy().page(HERE, LEAVING) == (
        '<p><span class="wide absent" id="n"><b>Article 1</b></span> and <a href="../index.html">back</a></p>'
    )


@pytest.mark.parametrize(("address", "mark"), [("https://s.example/", "↗"), ("", "°")])
def test_the_mark_is_explained_at_the_foot_of_the_page(address: str, mark: str) -> None:
    foot = '<footer class="md-footer cr-footer">\n<div class="md-grid">\n<p>x</p></div></footer>'

    assert mark not in a_copy(address).page(HERE, foot)
    assert f'<div class="md-grid">\n<p>FOOT</p><p class="copy-outside">{mark}' in a_copy(address).page(HERE, LEAVING + foot)


def test_the_first_page_says_that_it_is_a_copy_below_its_heading_and_no_other_does() -> None:
    assert a_copy().page("index.html", "<h1>A</h1><h1>B</h1>") == "<h1>A</h1>\n<p>FIRST</p><h1>B</h1>"
    assert a_copy().page(HERE, "<h1>A</h1>") == "<h1>A</h1>"


ENTRIES = """<li><a href="{0}x-2020/">X</a>
  <strong>Expired</strong></li>
<li><a href="{0}y-2020/article-1/">Y</a></li>
<li><a href="https://other.example/">O</a></li>
"""


def test_the_menu_names_only_what_the_copy_holds() -> None:
    menu = a_copy().page(HERE, f'<nav class="cr-nav" aria-label="Site">\n<ul>\n{ENTRIES.format("../../")}</ul></nav>')

    assert ("X</a>" in menu, "Y</a>" in menu, "O</a>" in menu) == (True, False, True)


def test_other_lists_keep_every_entry() -> None:
    assert a_copy().page(HERE, '<ul><li><a href="../../y-2020/article-1/">Y</a></li></ul>').count("<li>") == 1


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('a<span data-online><a href="x/y/z/">x</a> · </span>b', "ab"),
        ('<p class="offline" data-online="">a</p>\n<p>b</p>', "<p>b</p>"),
        ("<ul>\n<li>a</li>\n<li data-online=''>b</li>\n</ul>", "<ul>\n<li>a</li>\n</ul>"),
    ],
)
def test_words_that_make_sense_only_on_the_web_are_left_out(written: str, expected: str) -> None:
    assert a_copy().page(HERE, written) == expected


def test_scripts_are_told_which_agreements_the_copy_holds() -> None:
    page = a_copy().page(HERE, "<head><title><head></title>")

    assert page == '<head><script>window.contractReference={"held":["x-2020"]}</script><title><head></title>'


@pytest.mark.parametrize("needed", ['<script src="../../none.js"></script>', '<img src="../../none.png">'])
def test_what_a_page_needs_and_the_copy_has_not_stops_it_with_its_page(needed: str) -> None:
    with pytest.raises(BundleError, match=r"^x-2020/article-1/index\.html: '.*' is needed by the page and is not in the copy"):
        a_copy().page(HERE, needed)


def test_a_copy_of_everything_holds_each_page_and_file_and_tells_scripts_nothing() -> None:
    whole = Copy(files=Everything(), address="", footer="", first_page="", slugs=())
    page = '<head></head><a href="../../y-2020/article-1/">y</a><a href="../../data/y.json">d</a><a href="../../saved/">s</a>'

    assert whole.page(HERE, page) == (
        '<head></head><a href="../../y-2020/article-1/index.html">y</a><a href="../../data/y.json">d</a>'
        '<span class="absent">s</span>'
    )
