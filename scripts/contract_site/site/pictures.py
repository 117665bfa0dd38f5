"""The pictures that previews of shared links show: a card for each article, memorandum or item, with what it is called.

Letters are those of Lato, which MkDocs brings for a theme of its own, so that every machine draws the same; the logo is drawn
as for icons. A picture has one color in sixteen steps to white, which makes it small.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import mkdocs
import resvg_py
from PIL import Image, ImageColor, ImageDraw, ImageFont

from contract_site.model.finding import ContractSiteError
from contract_site.model.page import Picture
from contract_site.model.site import SiteSettings

SIZE = 1200, 630
"""What services ask for."""
MARGIN = 72
LOGO = 72
SHADES = 16
FULL, DIM = 255, 205
"""How near to white words are: what is said, and what is said beside it."""
TITLE_SIZES = ((84, 2), (56, 3))
"""Sizes of a title, from the largest, each with the lines for which there is room: the first in which it fits is taken."""
NAME_AT = 226
"""Where the line that a title stands below ends."""
FONTS = Path(mkdocs.__file__).parent / "themes" / "readthedocs" / "css" / "fonts"


def picture_files(pictures: Iterable[Picture], root: Path, settings: SiteSettings) -> Iterator[tuple[str, bytes]]:
    """Yield each picture as PNG, by its path below the site; ``root`` is the project's, in which the logo lies."""
    ground = _ground(root / settings.logo, settings.name)
    palette = _palette(settings.colors.head)
    for picture in pictures:
        drawn = _drawn(picture, ground).point([shade * SHADES // 256 for shade in range(256)])
        shaded = Image.frombytes("P", drawn.size, drawn.tobytes())
        shaded.putpalette(palette)
        file = io.BytesIO()
        shaded.save(file, "PNG", bits=4)
        yield str(picture.path), file.getvalue()


def _ground(logo: Path, name: str) -> Image.Image:
    """What all pictures share: the logo and the site's name, in shades of white on nothing."""
    image = Image.new("L", SIZE, 0)
    drawn = resvg_py.svg_to_bytes(svg_string=logo.read_text(encoding="utf-8"), width=LOGO, height=LOGO, skip_system_fonts=True)
    image.paste(Image.open(io.BytesIO(drawn)).convert("RGBA").getchannel("A"), (MARGIN, MARGIN))
    ImageDraw.Draw(image).text((MARGIN + LOGO + 24, MARGIN + LOGO // 2), name, DIM, _font("bold", 36), anchor="lm")
    return image


def _drawn(picture: Picture, ground: Image.Image) -> Image.Image:
    image = ground.copy()
    draw = ImageDraw.Draw(image)
    size, lines = _set(picture.title)
    draw.text((MARGIN, NAME_AT), picture.name, DIM, _font("bold", 40), anchor="ls")
    for at, line in enumerate(lines):
        draw.text((MARGIN, NAME_AT + 12 + size + at * size * 23 // 20), line, FULL, _font("bold", size), anchor="ls")
    foot = SIZE[1] - MARGIN
    draw.line((MARGIN, foot - 100, SIZE[0] - MARGIN, foot - 100), DIM // 2, 2)
    draw.text((MARGIN, foot - 44), next(_lines(picture.agreement, 38), ""), FULL, _font("bold", 38), anchor="ls")
    draw.text((MARGIN, foot), picture.standing, DIM, _font("normal", 32), anchor="ls")
    return image


def _set(title: str) -> tuple[int, list[str]]:
    """The size of a title and its lines; what does not fit in the smallest either ends in an ellipsis."""
    for size, most in TITLE_SIZES:
        lines = list(_lines(title, size))
        if len(lines) <= most:
            return size, lines
    return size, [*lines[: most - 1], f"{lines[most - 1][:-1]}…"]


def _lines(text: str, size: int) -> Iterator[str]:
    """Yield the lines in which a text fits between the margins; a word that is wider is cut."""
    room, font = SIZE[0] - 2 * MARGIN, _font("bold", size)
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if font.getlength(longer) <= room:
            line = longer
            continue
        if line:
            yield line
        line = next(word[:end] for end in range(len(word), 0, -1) if font.getlength(word[:end]) <= room)
    if line:
        yield line


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    path = FONTS / f"lato-{weight}.woff2"
    try:
        return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
    except OSError as error:
        raise ContractSiteError(
            f"{path}:1: cannot be read ({error}); this version of MkDocs is not known to the build"
        ) from None


def _palette(color: str) -> list[int]:
    """The steps from a color to white."""
    ground = ImageColor.getrgb(color)
    steps = (step / (SHADES - 1) for step in range(SHADES))
    return [round(part + (255 - part) * step) for step in steps for part in ground[:3]]
