"""Small Word files for tests, written by hand."""

import io
import zipfile

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def a_docx(
    body: str, *, numbering: str = "", styles: str = "", footnotes: str = "", endnotes: str = "", macros: bytes = b""
) -> bytes:
    """Return a Word file whose parts hold this XML, and these programs."""
    parts = {
        "document": f"<w:body>{body}</w:body>", "numbering": numbering, "styles": styles, "footnotes": footnotes,
        "endnotes": endnotes,
    }  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, inside in parts.items():
            archive.writestr(f"word/{name}.xml", f'<?xml version="1.0"?><w:{name} {SPACE}>{inside}</w:{name}>')
        if macros:
            archive.writestr("word/vbaProject.bin", macros)
    return out.getvalue()


def p(words: str, *, style: str = "", list_id: str = "", level: int = 0, more: str = "") -> str:
    """A paragraph of one run."""
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>' if list_id else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p><w:pPr>{styled}{numbered}{more}</w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def a_list(number: str, *levels: tuple[str, str], more: str = "") -> str:
    """A list definition: for each level its kind and text."""
    shown = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (kind, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{shown}</w:abstractNum>'


def a_num(list_id: str, definition: str, more: str = "") -> str:
    """A list that uses a definition."""
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{definition}"/>{more}</w:num>'
