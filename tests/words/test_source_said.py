"""What a program wrote of a file is said in the language of the readers, what editors wrote as they did."""

from __future__ import annotations

import pytest

from contract_site.build.received import DESCRIBED
from contract_site.interface.catalogue import speaking
from contract_site.words.source_said import source_said

SAID = {
    "pact.txt, a text file.": "pact.txt, un archivo de texto.",
    "pact, a to z.pdf, a PDF of 12 pages.": "pact, a to z.pdf, un PDF de 12 páginas.",
    "pact.pdf, a PDF.": "pact.pdf, un PDF.",
    "pact.docx, a Word file.": "pact.docx, un archivo de Word.",
    "pact.html, a web page.": "pact.html, una página web.",
    "pact.md, a Markdown file.": "pact.md, un archivo Markdown.",
    "3 files, the first pact.txt.": "3 archivos; el primero, pact.txt.",
}


@pytest.mark.parametrize(("written", "spanish"), SAID.items(), ids=SAID)
def test_what_a_program_wrote_is_said_in_the_language_of_the_readers(written: str, spanish: str) -> None:
    assert DESCRIBED.fullmatch(written)
    assert source_said(written) == written
    with speaking("es"):
        assert source_said(written) == spanish


def test_what_editors_wrote_is_left_as_it_is() -> None:
    with speaking("es"):
        assert source_said("A print of the union, a PDF") == "A print of the union, a PDF"
