"""Small PDFs for tests, written by hand: pages of lines, each at its place, in Helvetica or bold."""

from collections.abc import Sequence

Drawn = tuple[float, float, str]
"""Left edge and base line in points from the lower left corner, and words; words that begin with ``**`` are bold."""


def a_pdf(*pages: Sequence[Drawn], size: int = 10) -> bytes:
    """Return a PDF whose pages of 612 by 792 points hold these lines."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s >>"
    fonts = b"<< /F1 %s /F2 %s >>" % (font % b"Helvetica", font % b"Helvetica-Bold")
    kids = []
    for page in pages:
        stream = b"".join(_text(*line, size) for line in page)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        box = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font %s >> /Contents %d 0 R >>"
        objects.append(box % (fonts, len(objects)))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _file(objects)


def _text(left: float, base: float, words: str, size: int) -> bytes:
    bold = words.startswith("**")
    shown = words.removeprefix("**").replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
    return b"BT /F%d %d Tf %.1f %.1f Td (%s) Tj ET\n" % (2 if bold else 1, size, left, base, shown)


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + end % (len(objects) + 1, table, len(objects) + 1, len(out))
