"""What runs behind the fence to draw a page of a scan: prints its picture, and nothing of a page that holds words."""

from __future__ import annotations

import io
import sys

import pypdfium2

from contract_site.read.fence import close_fence

DENSITY = 300
"""Dots an inch: what programs that recognise letters are made for."""
POINTS = 72
LARGEST = 2_000
"""Points. No sheet of an agreement is wider or higher; a larger one is drawn with fewer dots."""


def main() -> None:
    """Draw the page of the PDF at the input whose number, from 0, the command gives, within its limits."""
    seconds, memory, number = sys.argv[1:]
    close_fence(int(seconds), int(memory))
    sys.stdout.buffer.write(_drawn(sys.stdin.buffer.read(), int(number)))


def _drawn(data: bytes, number: int) -> bytes:
    with pypdfium2.PdfDocument(data) as document:
        page = document[number]
        if page.get_textpage().get_text_bounded().strip():
            return b""
        density = DENSITY * min(1.0, LARGEST / max(page.get_size()))
        written = io.BytesIO()
        page.render(scale=density / POINTS, grayscale=True).to_pil().save(written, "PNG", dpi=(density, density))
        return written.getvalue()


if __name__ == "__main__":
    main()
