"""An agreement in several files: their order, the numbers that their names count, references from file to file."""

from pathlib import Path

import pytest

from contract_site.model.finding import SourceError
from contract_site.read.folder import files_of, read_files
from contract_site.read.text import split_lines


def a_folder(root: Path, **files: str) -> Path:
    for name, text in files.items():
        path = root / name.replace("__", "/")
        path = path.with_name(path.name.replace("_", "."))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in files_of(folder, "pact")]


def test_files_are_read_in_natural_order(tmp_path: Path) -> None:
    assert names(a_folder(tmp_path, article10_md="x", article2_md="x", notes_pdn="x")) == ["article2.md", "article10.md"]


def test_a_list_of_chapters_gives_the_order(tmp_path: Path) -> None:
    chapters = "book:\n  chapters:\n    - z.md\n    - part: A\n      chapters:\n        - Ropes: sub/a.md\n"

    assert names(a_folder(tmp_path, a_md="x", z_md="x", sub__a_md="x", _quarto_yml=chapters)) == ["z.md", "sub/a.md"] or names(
        a_folder(tmp_path, book_yml=chapters)
    ) == ["z.md", "sub/a.md"]


def test_what_follows_the_list_of_chapters_takes_none_of_them_away(tmp_path: Path) -> None:
    book = "chapters:\n  - a.md\n  - b.md\n  - c.md\nbibliography: references.bib\n"
    assert names(a_folder(tmp_path, a_md="x", b_md="x", c_md="x", book_yml=book)) == ["a.md", "b.md", "c.md"]


def test_a_files_name_numbers_its_heading(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, article1_md="# Boats\nText", article2_md="# Ropes", article3_md="# Article 7: Sails")
    lines = split_lines(read_files(files_of(folder, "pact"), "pact").source)

    assert [(line.text, line.look.number, line.look.sheet) for line in lines] == [
        ("Boats", "Article 1", 1), ("Text", "", 1), ("Ropes", "Article 2", 2), ("Article 7: Sails", "", 3),
    ]  # fmt: skip


def test_references_by_name_lead_to_any_file_but_not_where_two_have_the_name(tmp_path: Path) -> None:
    first, second = "# Boats {#boats}\nWords\n## Sails {#sails}", "# Ropes {#ropes}\nAs in @ropes, @boats, @sails and @oars."
    folder = a_folder(tmp_path, a1_md=first, a2_md=second, a3_md="# Sails {#sails}")

    assert pointed(folder) == [("@ropes", "Ropes"), ("@boats", "Boats")]


def test_links_between_pages_lead_to_what_they_name(tmp_path: Path) -> None:
    words = "And more is said of it here, so that the page is long enough to be one of an agreement between two parties. " * 2
    first = "<main><h2 id=boats>Boats</h2><p>See <a href='ropes.html#knots'>the knots</a>, <a href='ropes.html'>Ropes</a>, "
    first += f"<a href='https://x.example/#knots'>a law</a> and <a href='#boats'>1</a>. {words}</p></main>"
    second = f"<main><h2>Ropes</h2><p>As in <a href='boats.html#boats'>Section 1</a>. {words}</p>"
    second += f"<p id=knots>Knots. {words}</p></main>"
    folder = a_folder(tmp_path, boats_html=first, ropes_html=second)

    assert pointed(folder) == [("the knots", f"Knots. {words}".strip()), ("Ropes", "Ropes"), ("Section 1", "Boats")]


def pointed(folder: Path) -> list[tuple[str, str]]:
    """The words that lead somewhere, and the line that they lead to."""
    source = read_files(files_of(folder, "pact"), "pact").source
    return [(source.text[each.start : each.end], source.text[each.to :].split("\n")[0]) for each in source.pointers]


def test_a_folder_without_an_agreement_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="pact:1: no agreement's file in this folder"):
        files_of(tmp_path, "pact")
