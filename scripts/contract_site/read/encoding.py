"""Bytes into text, whatever program saved them: by the byte order mark, else UTF-8; or what is wrong with them, and where."""

from __future__ import annotations

import codecs

MARKS = {
    # The mark of UTF-32 begins with that of UTF-16, so it comes first.
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
    codecs.BOM_UTF8: "utf-8-sig",
}
"""The encodings that say themselves what they are: Windows saves them as "Unicode" and "UTF-8 with BOM"."""

SEEN = 4_000
"""Bytes at the head of a file by which its encoding is told."""
FIRST_CYRILLIC = 0xC0
"""The byte from which on Windows-1251 has the letters of Russian: most of a text in it, and little of one in Windows-1252."""
LAST_ALPHABET = 0x600
"""The characters up to here are the letters of Latin, Greek, Cyrillic, Armenian and Hebrew."""
MARKS_OF_TEXT = ".,:;()'\"-–—“”‘’«»/§&%$€"
MOSTLY = 0.9
SAVE = "save the file as UTF-8"
CUT_OFF = "it was cut off, fetch it again"
"""What to do with a file that came from elsewhere; one that somebody writes here ends so where it was saved otherwise."""


class EncodingError(Exception):
    """Bytes that are no text: what is wrong, what to do, and the line (from 1) at which it shows."""

    def __init__(self, line: int, wrong: str, remedy: str) -> None:
        super().__init__(f"{wrong}; {remedy}")
        self.line, self.wrong, self.remedy = line, wrong, remedy


def decode(data: bytes) -> str:
    """Return the text of a file without its byte order mark. Raises EncodingError."""
    encoding = next((name for mark, name in MARKS.items() if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, encoding, error) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise EncodingError(line, *_binary(data))
    return text


def _undecodable(data: bytes, encoding: str, error: UnicodeDecodeError) -> EncodingError:
    line = data.count(b"\n", 0, error.start) + 1
    if encoding.startswith("utf-8") and b"\0" in data:
        return EncodingError(data.count(b"\n", 0, data.index(b"\0")) + 1, *_binary(data))
    if not encoding.startswith("utf-8"):
        name = encoding.upper()
        return EncodingError(1, f"not {name}, as its first bytes say, from byte {error.start} on", SAVE)
    wrong = f"not UTF-8 (byte 0x{data[error.start]:02x} at offset {error.start})"
    if error.reason == "unexpected end of data":
        return EncodingError(line, f"{wrong}: the file ends within a character", CUT_OFF)
    return EncodingError(line, wrong, _suspicion(data, error.start))


def _suspicion(data: bytes, at: int) -> str:
    """Say which encoding the file is probably in, by what the byte would be there, and what to do."""
    letters = [byte for byte in data[:SEEN] if byte > ord(" ")]
    if 2 * sum(byte >= FIRST_CYRILLIC for byte in letters) > len(letters) and data[at] >= FIRST_CYRILLIC:
        character = data[at : at + 1].decode("cp1251")
        return f"in Windows-1251 (Cyrillic) it is '{character}': open the file as such in an editor and save it as UTF-8"
    # Both have the letters of western Europe from 0xa0 on; only Windows has printed marks below.
    western = all(byte < 0x80 or byte >= 0xA0 for byte in data)
    name = "Latin-1 (ISO 8859-1) or Windows-1252" if western else "Windows-1252"
    character = data[at : at + 1].decode("cp1252", errors="replace")
    if not character.isprintable() or character == "\ufffd":
        return SAVE
    return f"in {name} it is '{character}': open the file as such in an editor and save it as UTF-8"


def _binary(data: bytes) -> tuple[str, str]:
    """Say what a file with null characters is, and what to do: UTF-16 has them in plain letters, or in spaces at least."""
    if any(_reads_as(data[:SEEN], encoding) for encoding in ("utf-16-le", "utf-16-be")):
        return "UTF-16 without a byte order mark", "open the file as UTF-16 in an editor and save it as UTF-8"
    return "binary file, not text", "save the text as UTF-8"


def _reads_as(data: bytes, encoding: str) -> bool:
    """Say whether the bytes are words in an encoding: letters of few kinds, spaces, and marks."""
    text = data[: len(data) // 2 * 2].decode(encoding, errors="replace")
    words = sum((sign.isalnum() and ord(sign) < LAST_ALPHABET) or sign.isspace() or sign in MARKS_OF_TEXT for sign in text)
    return words > MOSTLY * len(text)
