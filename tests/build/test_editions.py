"""An edition is read from the text kept beside its original, in whose lines its editors' files speak."""

import hashlib
from pathlib import Path

import pytest
from tests.bad_projects import SETTINGS
from tests.read.pdfs import a_pdf

from contract_site.build.editions import load_folder
from contract_site.model.finding import SettingsError

PDF = a_pdf([(72, 700, "A reader of another version makes other words of this.")])
TEXT = "ARTICLE 1\nPAY\nA. Pay is made for a fulltime week.\nB. Pay is made by cheque.\n"


def an_agreement(folder: Path) -> Path:
    """A folder whose original is a PDF of which another text is kept than today's reader takes out."""
    source = f'''file = "source.pdf"
sha256 = "{hashlib.sha256(PDF).hexdigest()}"
text = "source.text.txt"
text_sha256 = "{hashlib.sha256(TEXT.encode()).hexdigest()}"
extracted_by = "a program 1.0"
'''
    folder.mkdir()
    (folder / "source.pdf").write_bytes(PDF)
    (folder / "source.text.txt").write_bytes(TEXT.encode())
    (folder / "agreement.toml").write_text(SETTINGS.replace('file = "source.txt"\nsha256 = ""\n', source), encoding="utf-8")
    correction = '[[correction]]\nline = 3\nraw = "fulltime"\ntext = "full-time"\nreason = "hyphen lost"\n'
    (folder / "corrections.toml").write_text(correction, encoding="utf-8")
    return folder


def test_the_kept_text_is_read_and_not_the_original(tmp_path: Path) -> None:
    edition = load_folder(an_agreement(tmp_path / "pact"), "agreements/pact")

    assert [block.text for _, _, block in edition.printed()] == ["Pay is made for a full-time week.", "Pay is made by cheque."]
    assert edition.source.name == "agreements/pact/source.text.txt"
    assert edition.source.sha256 == hashlib.sha256(PDF).hexdigest()


def test_another_original_than_the_one_that_the_text_was_taken_from_is_refused(tmp_path: Path) -> None:
    folder = an_agreement(tmp_path / "pact")
    (folder / "source.pdf").write_bytes(PDF + b"\n")

    with pytest.raises(SettingsError, match=r"^agreements/pact/source.pdf:1: SHA-256 is \w+, but \[source\] expects"):
        load_folder(folder, "agreements/pact")
