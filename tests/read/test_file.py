"""What kind of file it is, its bytes say; a kind that is not read is refused in one line."""

from pathlib import Path

import pytest
from tests.read.docxs import a_docx
from tests.read.pdfs import a_pdf

from contract_site.model.finding import SourceError
from contract_site.read.file import read_file

PAGE = "<html><body><h1>Pact</h1>" + "<p>Boats are tied at dusk &amp; baled.</p>" * 9 + "</body></html>"


@pytest.mark.parametrize(
    ("name", "data", "opens"),
    [
        pytest.param("a.pdf", a_pdf([(72, 700, "Words of a pact.")]), "Words of a pact.", id="PDF"),
        pytest.param("a.txt", a_pdf([(72, 700, "Words of a pact.")]), "Words of a pact.", id="PDF by another name"),
        pytest.param("a.docx", a_docx("<w:p><w:r><w:t>Words of a pact.</w:t></w:r></w:p>"), "Words of a pact.", id="Word"),
        pytest.param("a.html", PAGE.encode(), "Pact", id="page"),
        pytest.param("a.txt", PAGE.encode(), "Pact", id="page by another name"),
        pytest.param("a.md", b"# Pact\n\n**Boats** are tied.", "Pact", id="Markdown"),
        pytest.param("a.txt", b"# 5 boats **at most**", "# 5 boats **at most**", id="text that looks like Markdown"),
        pytest.param("a.txt", b"A line<br>and 5 < 6 in a <p> of text.\n", "A line<br>and", id="text with tags in it"),
        pytest.param("a.txt", b"Files begin %PDF-1.7 in Annex 1.\n", "Files begin", id="text that speaks of the mark of a PDF"),
        pytest.param(
            "a.pdf", b"Subject: pact\n\n" + a_pdf([(72, 700, "Words of a pact.")]), "Words of", id="PDF behind words of a mail"
        ),
        pytest.param("a.pdf", b"\xef\xbb\xbf\r\n" + a_pdf([(72, 700, "Words.")]), "Words.", id="PDF behind a byte order mark"),
        pytest.param(
            "a.html", '<meta charset="windows-1251"><p>Договор</p>'.encode("cp1251"), "Договор", id="a declared encoding"
        ),
    ],
)
def test_a_file_is_read_as_what_it_is(tmp_path: Path, name: str, data: bytes, opens: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    assert read_file(path, name).source.text.startswith(opens)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        pytest.param("a.docx", b"PK\x03\x04rest", "damaged or locked", id="half a Word file"),
        pytest.param(
            "a.docx", b"\x03\x04\0\0rest", "a.docx but is no Word file, or a damaged one; fetch it", id="no Word file"
        ),
        pytest.param("a.pdf", b"\x93\xe4\0\x81", "is called a.pdf but is no PDF, or a damaged one; fetch it", id="no PDF"),
        pytest.param("a.doc", b"\xd0\xcf\x11\xe0" + bytes(90), "before 2007", id="an old Word file"),
        pytest.param(
            "a.html", '<meta charset="utf-8"><p>Gr\xfcn</p>'.encode("latin-1"), "says it is in utf-8", id="a wrong claim"
        ),
        pytest.param("a.txt", b"", "empty", id="empty"),
    ],
)
def test_what_is_not_read_is_refused_in_one_line(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(SourceError, match=why) as error:
        read_file(path, name)
    assert "\n" not in str(error.value)
