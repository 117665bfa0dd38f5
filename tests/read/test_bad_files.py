"""Files that are broken, or made to harm, end in one line: in bounded time and memory, with nothing run and nothing fetched."""

from __future__ import annotations

import io
import os
import re
import zipfile
import zlib
from pathlib import Path

import pytest
from tests.projects import ROOT
from tests.read.docxs import SPACE, a_docx, p
from tests.read.pdfs import a_pdf

from contract_site.model.finding import SourceError
from contract_site.read import fence
from contract_site.read.file import read_file

posix = pytest.mark.skipif(os.name == "nt", reason="Windows knows no limits of this kind")


def a_pdf_that_unpacks(operators: bytes, times: int) -> bytes:
    """A PDF of one page whose program is ``operators`` so many times, packed."""
    pack = zlib.compressobj(9)
    block = operators * (1_000_000 // len(operators))
    packed = b"".join(pack.compress(block) for _ in range(times * len(operators) // len(block))) + pack.flush()
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    return a_pdf_of(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 %s >> >> /Contents 3 0 R >>" % font,
    )


def a_pdf_of_forms(inside: int, each: int) -> bytes:
    """A PDF of one page whose program draws a form that draws another ``each`` times, and so on: ``each ** inside`` letters."""
    letter = b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    forms = [a_stream(b"BT /F1 9 Tf 9 9 Td (a) Tj ET\n", FORM % letter)]
    inner = (b"/Resources << /XObject << /X %d 0 R >> >>" % (n + 5) for n in range(inside))
    forms += [a_stream(b"/X Do\n" * each, FORM % keys) for keys in inner]
    page = b"/MediaBox [0 0 612 792] /Resources << /XObject << /X %d 0 R >> >> /Contents 4 0 R" % (inside + 5)
    return a_pdf_of(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R %s >>" % page,
        a_stream(b"/X Do\n"),
        *forms,
    )


FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] %s "


def a_stream(program: bytes, keys: bytes = b"") -> bytes:
    return b"<< %s/Length %d >>\nstream\n%s\nendstream" % (keys, len(program), program)


def a_pdf_of(*objects: bytes) -> bytes:
    """A PDF of its objects, the first of which is its catalogue."""
    numbered = b"".join(b"%d 0 obj\n%s\nendobj\n" % each for each in enumerate(objects, 1))
    return b"%%PDF-1.4\n%strailer\n<< /Size %d /Root 1 0 R >>\n%%%%EOF\n" % (numbered, len(objects) + 1)


def a_bomb(part: str, megabytes: int) -> bytes:
    """A Word file with a part of so many megabytes of spaces."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        with archive.open(f"word/{part}.xml", "w") as held:
            held.write(f"<w:{part} {SPACE}>".encode())
            for _ in range(megabytes):
                held.write(b" " * 1_000_000)
            held.write(f"</w:{part}>".encode())
        if part != "document":
            archive.writestr("word/document.xml", f"<w:document {SPACE}/>")
    return out.getvalue()


def a_locked_pdf() -> bytes:
    """A PDF that opens with a password only."""
    lock = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"41" * 32, b"42" * 32)
    plain = a_pdf([(72, 700, "Words.")])
    return plain.replace(b"/Root", b"/Encrypt %s /ID [<41> <41>] /Root" % lock)


def an_archive(part: str, content: str = "") -> bytes:
    """An archive that holds one part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(part, content)
    return out.getvalue()


def a_word_file_with_entities(secret: Path) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w:document {SPACE}>'
            "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>",
        )
    return out.getvalue()


NO_TABLE = re.sub(rb"startxref\s+\d+", b"startxref\n99999999", a_pdf([(72, 700, "Words.")]))
"""A PDF that says in a wrong place where its objects are."""


def refused(path: Path) -> str:
    """The line with which the file is refused."""
    with pytest.raises(SourceError) as error:
        read_file(path, "pact")
    assert str(error.value).startswith("pact:1: ")
    assert "\n" not in str(error.value)
    return str(error.value)


@pytest.mark.slow
@posix
def test_a_pdf_whose_program_has_no_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fence, "SECONDS", 3)
    path = tmp_path / "pact.pdf"
    path.write_bytes(a_pdf_that_unpacks(b"BT /F1 9 Tf 9 9 Td (a) Tj ET\n", 4_000_000))

    assert path.stat().st_size < 1_000_000
    assert "cannot be read within " in refused(path)


@pytest.mark.slow
@posix
def test_a_pdf_that_fills_the_memory_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fence, "MEMORY", 300_000_000)
    path = tmp_path / "pact.pdf"
    path.write_bytes(a_pdf_that_unpacks(b"q ", 300_000_000))

    assert "read" in refused(path)


@pytest.mark.slow
@posix
def test_a_small_pdf_of_forms_inside_forms_that_draw_a_thousand_million_letters_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "pact.pdf"
    path.write_bytes(a_pdf_of_forms(2, 2))
    assert read_file(path, "pact").source.text == "a\n"

    monkeypatch.setattr(fence, "MEMORY", 300_000_000)
    path.write_bytes(a_pdf_of_forms(3, 1_000))
    assert path.stat().st_size < 20_000
    assert "cannot be read within " in refused(path)


@pytest.mark.slow
def test_a_pdf_of_six_hundred_pages_is_read(tmp_path: Path) -> None:
    path = tmp_path / "pact.pdf"
    page = [(72, 740 - 12 * line, f"Boat {line} is tied at dusk and baled at dawn.") for line in range(40)]
    path.write_bytes(a_pdf(*[page] * 600))

    assert read_file(path, "pact").source.looks[-1].sheet == 600


@pytest.mark.parametrize("part", ["document", "styles"])
def test_an_archive_that_unpacks_to_a_whole_disk_is_not_unpacked(tmp_path: Path, part: str) -> None:
    path = tmp_path / "pact.docx"
    path.write_bytes(a_bomb(part, 70))

    assert f"word/{part}.xml in the Word file is larger than 60 MB" in refused(path)


def test_an_archive_that_lies_about_its_size_is_not_believed(tmp_path: Path) -> None:
    data = a_bomb("document", 70)
    true, short = (70_000_000 + len(f"<w:document {SPACE}></w:document>")).to_bytes(4, "little"), (900).to_bytes(4, "little")
    path = tmp_path / "pact.docx"
    path.write_bytes(data.replace(true, short))

    assert data != data.replace(true, short)
    assert "damaged" in refused(path)


def test_entities_of_a_word_file_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the secret word")
    path = tmp_path / "pact.docx"
    path.write_bytes(a_word_file_with_entities(tmp_path / "secret.txt"))

    line = refused(path)
    assert "declares entities" in line
    assert "secret" not in line


def test_scripts_of_a_page_are_neither_run_nor_read(tmp_path: Path) -> None:
    path = tmp_path / "pact.html"
    page = "<script>document.write('Nets')</script><p onclick='steal()'>Boats are tied.</p><iframe src='/etc/passwd'></iframe>"
    path.write_text(f"<html><body>{page * 9}</body></html>")

    assert set(read_file(path, "pact").source.text.split("\n")) == {"Boats are tied.", ""}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(a_pdf([(72, 700, "Words.")])[:300], "damaged or no PDF", id="half a PDF"),
        pytest.param(a_docx("<w:p/>" * 9)[:200], "damaged or locked", id="half a Word file"),
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b"   \n\t\n", "empty", id="white space"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(99), "a picture (PNG), no text; put the pictures of all", id="a picture"),
        pytest.param(b"\xff\xd8\xff\xe0" + bytes(99), "a picture (JPEG)", id="a photograph"),
        pytest.param(b"{\\rtf1 Words.}", "Rich Text Format; open it in Word", id="rich text"),
        pytest.param(b"\xd0\xcf\x11\xe0" + bytes(99), "Word file of before 2007, or a locked one; open it in Word", id="doc"),
        pytest.param(b"\xffWPC" + bytes(range(99)), "WordPerfect", id="WordPerfect"),
        pytest.param(b"\0\0\0\x18ftypheic" + bytes(99), "a picture (HEIC)", id="a telephone's picture"),
        pytest.param(b"BM\x99\0\0\0\0\0\0\0" + bytes(99), "a picture (BMP)", id="a bitmap"),
        pytest.param(b"AT&TFORM" + bytes(99), "DjVu file; open it in its reader and print it as a PDF", id="DjVu"),
        pytest.param(b"%!PS-Adobe-3.0\n(Words) show\n", "PostScript file; make a PDF of it", id="PostScript"),
        pytest.param(b"\x1f\x8b\x08" + bytes(99), "a packed archive (gzip); unpack it", id="gzip"),
        pytest.param(a_locked_pdf(), "asks for a password; save it without one", id="a locked PDF"),
        pytest.param(an_archive("a.txt"), "a packed archive (zip); unpack it", id="zip"),
        pytest.param(an_archive("xl/workbook.xml"), "Excel file; export what is the agreement", id="Excel"),
        pytest.param(an_archive("ppt/presentation.xml"), "PowerPoint file; export it as a PDF", id="PowerPoint"),
        pytest.param(an_archive("META-INF/container.xml"), "an e-book (EPUB); unpack it", id="EPUB"),
        pytest.param(an_archive("Index/Document.iwa"), "a Pages file; open it in Pages and export it to Word", id="Pages"),
        pytest.param(
            an_archive("mimetype", "application/vnd.oasis.opendocument.text"),
            "an OpenDocument text; open it in LibreOffice and save it as .docx",
            id="OpenDocument",
        ),
        pytest.param(
            b'<?xml version="1.0"?>\n<office:document xmlns:office="o"><p>Words.</p></office:document>',
            "a flat OpenDocument text; open it in LibreOffice",
            id="flat OpenDocument",
        ),
        pytest.param(
            b'<?xml version="1.0"?>\r\n<?mso-application progid="Word.Document"?><w:p>Words.</w:p>',
            "a Word file saved as XML; open it in Word and save it as .docx",
            id="Word's XML",
        ),
        pytest.param(
            b"From: <saved>\r\nSubject: Pact\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n",
            "saved as one archive (.mht)",
            id="a page with its pictures",
        ),
        pytest.param(b"From: a@b\nTo: c@d\nSubject: Pact\n\nWords.\n", "a message; save the agreement", id="mail"),
        pytest.param(b"% The pact.\n\\documentclass{article}\n", "the source of a LaTeX document", id="LaTeX"),
        pytest.param(b"MZ\x90\x00\x03" + bytes(range(256)) * 9, "text", id="a program"),
    ],
)
def test_what_is_broken_is_refused(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "pact.bin"
    path.write_bytes(data)

    assert why in refused(path)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("pact.docm", a_docx(p("Words."), macros=b"MZ"), id="with programs, which are not run"),
        pytest.param("pact.docx", a_pdf([(72, 700, "Words.")]), id="a PDF of another name"),
        pytest.param("pact.pdf", b"junk of a server\r\n" + a_pdf([(72, 700, "Words.")]), id="a PDF behind what a server sent"),
        pytest.param("pact.pdf", NO_TABLE, id="a PDF that lost the table of its objects"),
        pytest.param("pact.txt", b"Words.\r", id="line ends of old Macs"),
        pytest.param("mail.txt", b"From: the pier.\nWords.\n", id="a text that begins as a message may"),
        pytest.param(
            "letter.txt", b"To: All Ropers\nFrom: The Docks\nDate: May 1, 2020\nSubject: Nets\n\nWords.\n", id="a memorandum"
        ),
    ],
)
def test_what_is_odd_is_read(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    assert "Words." in read_file(path, name).source.text.splitlines()


def test_what_is_read_behind_the_fence_is_what_is_read_before_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "pact.html"
    path.write_text(
        "<html><body><h1>Pact</h1><p><b>1.</b> Boats are tied.</p><ol><li>Nets</ol><p>Tab\tand \\ slash.</p></body></html>"
    )
    plain = read_file(path, "pact.html")
    monkeypatch.setattr("contract_site.read.file.LARGEST_UNFENCED", 10)

    assert read_file(path, "pact.html") == plain


@pytest.fixture
def with_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs of the tests can be run behind the fence."""
    monkeypatch.setattr(fence, "SCRIPTS", f"{ROOT / 'scripts'}{os.pathsep}{ROOT}")


@posix
@pytest.mark.usefixtures("with_tests")
def test_behind_the_fence_nothing_can_be_written(tmp_path: Path) -> None:
    out = fence.run_fenced("tests.read.tries", [str(tmp_path / "written")], b"", "pact")

    assert out.strip() == b"refused"
    assert not (tmp_path / "written").exists() or (tmp_path / "written").stat().st_size == 0


@pytest.mark.slow
@posix
@pytest.mark.usefixtures("with_tests")
def test_behind_the_fence_nothing_goes_on_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fence, "SECONDS", 1)

    with pytest.raises(SourceError, match="cannot be read within 1 seconds"):
        fence.run_fenced("tests.read.tries", ["forever"], b"", "pact")


@pytest.mark.slow
def test_where_a_system_keeps_no_limits_the_clock_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fence, "SECONDS", 1000)
    monkeypatch.setattr(fence, "PATIENCE", 0.002)
    monkeypatch.setattr(fence, "SCRIPTS", f"{ROOT / 'scripts'}{os.pathsep}{ROOT}")

    with pytest.raises(SourceError, match="cannot be read within"):
        fence.run_fenced("tests.read.tries", ["forever"], b"", "pact")


def test_a_module_of_the_folder_in_which_the_command_is_given_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(3)")
    (tmp_path / "pact.pdf").write_bytes(a_pdf([(72, 700, "Words.")]))
    monkeypatch.chdir(tmp_path)

    assert read_file(Path("pact.pdf")).source.text == "Words.\n"
