"""QR codes of our own encoder: module for module those of segno, and read back from the screen by zxing."""

from __future__ import annotations

import io
import random

import pytest
import segno
import zxingcpp
from PIL import Image
from segno import encoder
from tests.browser.conftest import ROOT

LETTERS = "abcdefghijklmnopqrstuvwxyzABC0123456789/.-#:"
RANDOM = random.Random(18004)
LENGTHS = [1, 13, 14, 15, 26, 27, 42, 62, 84, 106, 107, 122, 152, 180, 213, 214, 251, 287, 288, 300, 331, 412, 700, 2331]
"""Up to and over what versions 1 to 13 hold, and the most that any holds."""
TEXTS = [
    "https://example.org/national-2010/article-8/#8.5.G",
    "https://example.org/national-2010/article-12/#12.5.C.5.b.6",
    "https://example.org/national-2010/memo/article-7-12-and-13-cross-craft-and-office-size/#article-7-12-and-13-cross-craft-and-office-size",
    "file:///C:/Users/a%20b/contract/national-1966/article-vi/index.html#VI.B.3",
    *("".join(RANDOM.choice(LETTERS) for _ in range(length)) for length in LENGTHS),
]


@pytest.fixture
def blank(context_for):
    page = context_for().new_page()
    page.set_content("<!doctype html><title>QR</title>")
    page.add_script_tag(path=ROOT / "docs" / "assets" / "print" / "qr.js")
    yield page
    page.close()


def test_every_module_is_the_one_that_segno_sets(blank, monkeypatch):
    """Under all eight masks. segno adds a zero codeword before the padding, which ISO/IEC 18004 does not ask for; not here."""
    monkeypatch.setattr(encoder, "write_padding_bits", lambda buff, version, length: buff.extend([0] * (-length % 8)))
    ours = blank.evaluate(
        """texts => texts.map((text) => [0, 1, 2, 3, 4, 5, 6, 7].map((mask) => {
          const code = contractReference.qr.encode(text, mask);
          return [code.version, code.modules.map((row) => row.map(Number).join('')).join('\\n')];
        }))""",
        TEXTS,
    )
    for text, codes in zip(TEXTS, ours, strict=True):
        for mask, (version, modules) in enumerate(codes):
            theirs = segno.make(text, error="m", mask=mask, mode="byte", boost_error=False, micro=False)
            assert version == theirs.version
            assert modules.split("\n") == ["".join(map(str, row)) for row in theirs.matrix], (text, mask)


def test_the_mask_is_the_one_with_the_least_penalty(blank):
    for text in TEXTS[:8]:
        chosen, penalties = blank.evaluate(
            """text => [contractReference.qr.encode(text).mask,
              [0, 1, 2, 3, 4, 5, 6, 7].map((mask) => contractReference.qr.encode(text, mask).penalty)]""",
            text,
        )
        assert chosen == penalties.index(min(penalties))


def test_what_is_shown_is_read_back(blank):
    for text in [*TEXTS[:-1], "https://example.org/日本語/#é"]:
        blank.evaluate(
            """text => {
              const picture = contractReference.qr.svg(text, 'A code');
              picture.style.width = '500px';
              document.body.replaceChildren(picture);
            }""",
            text,
        )
        assert read_back(blank.locator("svg").screenshot()) == text


def test_a_text_that_no_code_holds_is_refused(blank):
    assert blank.evaluate(
        "() => { try { contractReference.qr.encode('x'.repeat(2332)); } catch (error) { return error.name; } }"
    ) == ("RangeError")


def read_back(picture: bytes) -> str:
    """What a reader of codes finds in a picture."""
    [found] = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    return found.text
