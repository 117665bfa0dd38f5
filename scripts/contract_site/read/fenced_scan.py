"""What runs behind the fence of a scan: counts its pages, draws one, puts pages that were recognised in the place of others.

Prints what it made, and nothing of a file that is no PDF, or of a page that holds words.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence

import pypdfium2

from contract_site.read.fence import close_fence

DENSITY = 300
"""Dots an inch: what programs that recognise letters are made for."""
POINTS = 72
LARGEST = 2_000
"""Points. No sheet of an agreement is wider or higher; a larger one is drawn with fewer dots."""


def main() -> None:
    """Do what the command gives with the PDF at the input, within its limits: pages go by their numbers, from 0."""
    seconds, memory, what, *numbers = sys.argv[1:]
    close_fence(int(seconds), int(memory))
    sys.stdout.buffer.write(_made(what, sys.stdin.buffer.read(), list(map(int, numbers))))


def _made(what: str, data: bytes, numbers: Sequence[int]) -> bytes:
    if what == "picture":
        return _drawn(data, *numbers)
    try:
        return _counted(data) if what == "sheets" else _joined(data[: numbers[0]], data[numbers[0] :], numbers[1:])
    except pypdfium2.PdfiumError:
        return b""


def _counted(data: bytes) -> bytes:
    with pypdfium2.PdfDocument(data) as document:
        return str(len(document)).encode()


def _drawn(data: bytes, number: int) -> bytes:
    with pypdfium2.PdfDocument(data) as document:
        page = document[number]
        if page.get_textpage().get_text_bounded().strip():
            return b""
        density = DENSITY * min(1.0, LARGEST / max(page.get_size()))
        written = io.BytesIO()
        page.render(scale=density / POINTS, grayscale=True).to_pil().save(written, "PNG", dpi=(density, density))
        return written.getvalue()


def _joined(old: bytes, new: bytes, recognised: Sequence[int]) -> bytes:
    """A PDF of all pages, those that were recognised in the place of their pictures."""
    with pypdfium2.PdfDocument(old) as pages, pypdfium2.PdfDocument(new) as read, pypdfium2.PdfDocument.new() as whole:
        for number in range(len(pages)):
            here = number in recognised
            whole.import_pages(read if here else pages, [recognised.index(number) if here else number])
        written = io.BytesIO()
        whole.save(written)
        return written.getvalue()


if __name__ == "__main__":
    main()
