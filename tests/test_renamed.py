"""A site that is called otherwise is called so everywhere: on pages, on phones, in folders, files and e-books to carry away."""

from __future__ import annotations

import io
import re
import tomllib
import zipfile
from collections.abc import Iterator, Mapping

import pytest
from tests.projects import TINY, a_project, files_of, no_report

from contract_site.build import pipeline

pytestmark = pytest.mark.slow
SITE = """
name = "Pier & Papers <of> the North"
short = "Pier"
address = "https://pier.example/papers/"
description = "What the pier has agreed."
notice = "A copy of the pier’s own."
introduction = "All that was agreed on the pier."
advice = "Ask the harbour master."
about = "keeps what was agreed."
sources = "The papers lay in a drawer."
contact = "The harbour office."
errors = "the harbour office"
logo = "pier.svg"

[colors]
head = "#123f2a"
link = "#0b5d3b"
over = "#06442a"
dark_head = "#0a2418"
dark_link = "#7fd0a5"
dark_over = "#b5ead0"

[examples]
hint = "2.1, art 1"
searched = "lantern"
provision = "Article 2, Section 1"
article = "Article 2"
anchor = "2.1"
dated = "2.1+(2024)"
long = "Pier Agreement, Article 2, Section 1"
short = "Art. 2.1 (2024)"
memorandum = "MOU Re: Gulls (2024, p. 2)"
inside = "memo/gulls/1"
forms = [["A section", "2.1"]]
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z" fill="#fff"/></svg>'
IN_PAGES = "Pier &amp; Papers &lt;of&gt; the North"


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Every file of the renamed site, those in archives by the archive's name and theirs."""
    project = a_project(tmp_path_factory.mktemp("renamed"))
    (project.root / "site.toml").write_text(SITE, encoding="utf-8")
    (project.root / "pier.svg").write_text(LOGO, encoding="utf-8")
    pipeline.build_site(project, no_report)
    return dict(unpacked(files_of(project.site)))


def unpacked(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for name, content in files.items():
        yield name, content
        if name.endswith((".zip", ".epub")):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                yield from unpacked({f"{name}/{each}": archive.read(each) for each in archive.namelist()})


def test_no_trace_of_the_old_site_is_left(renamed: Mapping[str, bytes]) -> None:
    old = tomllib.loads((TINY.parent / "site.toml").read_text(encoding="utf-8"))
    said = [old["name"], old["description"], old["introduction"], old["advice"], old["examples"]["hint"], "1d3557", "0d1c31"]
    trace = re.compile(b"|".join(re.escape(each.encode()) for each in said), re.IGNORECASE)

    assert [(name, found[0]) for name, content in renamed.items() if (found := trace.search(content))] == []
    assert [name for name in renamed if "contract-reference" in name] == []
    assert any(name.startswith("downloads/pier-papers-of-the-north-") for name in renamed)


def test_every_page_says_the_new_name(renamed: Mapping[str, bytes]) -> None:
    pages = [name for name in renamed if re.fullmatch(r"(?!downloads/|search/|go/)(?:[\w.-]+/)*index\.html", name)]

    assert len(pages) > 40
    whole = [name for name in pages if b'<p>This page is now at <a id="moved-page"' not in renamed[name]]
    previews = [name for name in whole if b'<meta name="robots" content="noindex">' in renamed[name]]
    whole = [name for name in whole if name not in previews]
    site = f'<meta property="og:site_name" content="{IN_PAGES}">'
    assert [name for name in previews if site not in renamed[name].decode()] == []
    assert [name for name in whole if f"{IN_PAGES}</title>" not in renamed[name].decode()] == []
    assert [name for name in whole if "A copy of the pier’s own." not in renamed[name].decode()] == []


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("manifest.webmanifest", '"name": "Pier & Papers <of> the North",\n  "short_name": "Pier"'),
        ("about/index.html", f"{IN_PAGES} keeps what was agreed."),
        ("about/index.html", "tell the harbour office the address"),
        ("about/index.html", "…/go/?c=2.1+(2024)"),
        ("404.html", 'placeholder="lantern, or 2.1"'),
        ("index.html", 'placeholder="lantern, or 2.1"'),
        ("assets/look/read.css", "#123f2a"),
        ("go/index.html", '<a href="./?c=2.1"><kbd>2.1</kbd></a>'),
        ("search/index.html", 'placeholder="lantern"'),
        ("data/tiny-2024-citations.csv", "https://pier.example/papers/tiny-2024/"),
        ("assets/page/contract.css", "--head: #123f2a"),
        (r"downloads/.*\.epub/book/package\.opf", f"<dc:publisher>{IN_PAGES}</dc:publisher>"),
        (r"downloads/.*\.zip/[^/]*/about/index\.html", f"{IN_PAGES}</title>"),
    ],
)
def test_what_is_made_from_the_settings_says_them(renamed: Mapping[str, bytes], name: str, says: str) -> None:
    found = [content.decode() for path, content in renamed.items() if re.fullmatch(name, path)]

    assert found
    assert [content for content in found if says not in content] == []
