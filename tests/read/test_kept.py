"""A text taken out of a file and kept beside it is read back as it was taken out, and nothing else is read for it."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.docxs import a_docx, a_list, a_num, p
from tests.read.pdfs import a_pdf

from contract_site.model.edition_settings import SourceSettings
from contract_site.model.finding import Finding, SettingsError, SourceError
from contract_site.model.source import Look, Pointer, SourceText
from contract_site.read.extract import Extracted
from contract_site.read.file import read_file
from contract_site.read.folder import read_files
from contract_site.read.kept import kept_lines, read_kept

NUMBERED = a_list("1", ("decimal", "%1."))
REFERRING = (
    '<w:p><w:bookmarkStart w:name="dues"/><w:r><w:t>Dues are paid.</w:t></w:r></w:p>'
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF dues</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>the dues</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
WORD = a_docx(p("Boats are tied.", list_id="7") + REFERRING, numbering=NUMBERED + a_num("7", "1"))
FILES = {
    "pact.pdf": a_pdf([(250, 700, "**PACT"), (72, 650, "Boats are tied."), (90, 638, "At dusk.")], [], [(72, 700, "The end.")]),
    "pact.docx": WORD,
    "pact.html": b"<nav>Home</nav><main><h1>Pact</h1><ol type=a>" + b"<li><b>Boats</b> are tied at dusk.</li>" * 9 + b"</ol>",
    "pact.md": b"---\ntitle: Pact\n---\n# Pact {#p}\n\n1. Boats, see @p.\n1. Nets.\n\n| Craft | Pay |\n|--|--|\n| Crab | 5 |\n",
}  # fmt: skip


def keep(folder: Path, extracted: Extracted, *files: str) -> SourceSettings:
    """Write what is kept beside the files, and return the settings that name it."""
    lines = kept_lines(extracted, "source.text.txt", files[0])
    (folder / "source.text.txt").write_bytes(extracted.source.text.encode())
    (folder / "source.lines.tsv").write_bytes(lines.encode())
    return SourceSettings(
        file=files[0], more=files[1:], sha256=extracted.source.sha256, extracted_by=extracted.by,
        text="source.text.txt", text_sha256=hashlib.sha256(extracted.source.text.encode()).hexdigest(),
        lines="source.lines.tsv", lines_sha256=hashlib.sha256(lines.encode()).hexdigest(),
    )  # fmt: skip


def same(kept: Extracted, fresh: Extracted) -> bool:
    """Say whether both are the same but for the name by which findings call the text."""
    named = replace(fresh.source, name=kept.source.name)
    findings = tuple(replace(each, path=kept.source.name) for each in fresh.findings)
    return kept == Extracted(named, findings, fresh.by)


@pytest.mark.parametrize("name", FILES)
def test_a_kept_text_is_what_its_reader_took_out(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    fresh = read_file(tmp_path / name, name)

    kept = read_kept(tmp_path, keep(tmp_path, fresh, name), "pact")

    assert fresh.source.looks
    assert same(kept, fresh)
    assert kept.source.name == "pact/source.text.txt"


def test_a_pdf_keeps_what_was_found_in_reading_it_and_a_word_file_its_references(tmp_path: Path) -> None:
    for name in ("pact.pdf", "pact.docx"):
        (tmp_path / name).write_bytes(FILES[name])

    pdf = read_kept(tmp_path, keep(tmp_path, read_file(tmp_path / "pact.pdf"), "pact.pdf"), "pact")
    word = read_kept(tmp_path, keep(tmp_path, read_file(tmp_path / "pact.docx"), "pact.docx"), "pact")

    assert [finding.code for finding in pdf.findings] == ["R301"]
    assert [word.source.text[each.to :].partition("\n")[0] for each in word.source.pointers] == ["Dues are paid."]


def test_several_files_are_kept_as_one_text(tmp_path: Path) -> None:
    for name, words in (("a.txt", "Boats are tied.\r\n"), ("b.txt", "Nets are dried.\n")):
        (tmp_path / name).write_bytes(words.encode())
    fresh = read_files([tmp_path / "a.txt", tmp_path / "b.txt"], "pact")

    assert same(read_kept(tmp_path, keep(tmp_path, fresh, "a.txt", "b.txt"), "pact"), fresh)


WORDS = st.text(max_size=20)
NUMBERS = st.floats(0, 99, allow_nan=False)
LOOKS = st.builds(
    Look, NUMBERS, st.integers(0, 9), st.integers(1, 9), NUMBERS, st.booleans(), st.booleans(), st.booleans(),
    st.integers(0, 9), st.booleans(), st.integers(0, 6), st.none() | st.integers(0, 9), WORDS, st.integers(0, 9), WORDS,
)  # fmt: skip
LETTERS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(
    LETTERS, st.lists(LOOKS, max_size=6), st.lists(st.builds(Pointer, *[st.integers(0, 40)] * 3)), st.lists(WORDS, max_size=2)
)
def test_whatever_a_reader_takes_out_comes_back(
    tmp_path_factory: pytest.TempPathFactory, text: str, looks: list[Look], pointers: list[Pointer], said: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    (folder / "a.pdf").write_bytes(b"as received")
    digest = hashlib.sha256(b"as received").hexdigest()
    findings = tuple(Finding("a.pdf", 1, "R301", words) for words in said)
    fresh = Extracted(SourceText("a.pdf", text, digest, tuple(looks), tuple(pointers)), findings, "a program 1.0")

    assert same(read_kept(folder, keep(folder, fresh, "a.pdf"), "pact"), fresh)


@pytest.mark.parametrize("changed", ["pact.pdf", "source.text.txt", "source.lines.tsv"])
def test_a_changed_file_is_named_in_one_line(tmp_path: Path, changed: str) -> None:
    (tmp_path / "pact.pdf").write_bytes(FILES["pact.pdf"])
    settings = keep(tmp_path, read_file(tmp_path / "pact.pdf"), "pact.pdf")
    (tmp_path / changed).write_bytes(b"something else")

    with pytest.raises((SettingsError, SourceError), match=rf"^pact/{changed}:1: SHA-256 is \w+, but \[source\] expects"):
        read_kept(tmp_path, settings, "pact")


@pytest.mark.parametrize("row", ["1\tbold\tloud=7", "x\tbold", "pointer\t1\t2", "2\tindent=wide"])
def test_a_row_that_is_none_is_named(tmp_path: Path, row: str) -> None:
    (tmp_path / "pact.pdf").write_bytes(FILES["pact.pdf"])
    settings = replace(keep(tmp_path, read_file(tmp_path / "pact.pdf"), "pact.pdf"), lines_sha256="")
    (tmp_path / "source.lines.tsv").write_text(f"lines\t2\n{row}\n", encoding="utf-8")

    with pytest.raises(SettingsError, match=r"^pact/source.lines.tsv:2: not a row of this file"):
        read_kept(tmp_path, settings, "pact")
