"""What a site looks like from outside: logo, icons and manifest, made from ``site.toml``.

The icons are the logo on the color of the head, drawn by resvg; the pictures of phones leave room around it, because they
are cut round. Nothing is asked of the system, so that every machine draws the same bytes.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import resvg_py

from contract_site.interface.catalogue import direction
from contract_site.interface.say import Spoken
from contract_site.model.finding import ContractSiteError
from contract_site.model.site import SiteSettings
from contract_site.site.folder import write

SVG = "http://www.w3.org/2000/svg"
SIZE = 24
CORNER, ROOM, ROOM_MASKED = 5, 3, 6
"""Of 24: the radius of a corner; the room around the logo, and where up to a fifth is cut off all round."""
PICTURES = ((180, False), (192, False), (512, False), (512, True))
"""Sizes of pictures, and whether a device cuts them to its own shape."""
LENGTH = re.compile(r"(\d+(?:\.\d+)?)(?:px)?")


def write_look(settings: SiteSettings, root: Path, documents: Path) -> None:
    """Write logo, icons and manifest below the documents. Raises ContractSiteError if the logo is no picture in SVG."""
    logo = _read(root / settings.logo, settings.logo)
    head = settings.colors.head
    (documents / "assets").mkdir(parents=True, exist_ok=True)
    (documents / "assets" / "logo.svg").write_bytes((root / settings.logo).read_bytes())
    write(documents / "assets" / "favicon.svg", _icon(logo, head, CORNER, ROOM))
    for size, masked in PICTURES:
        path = documents / "assets" / "icons" / f"icon-{'maskable-' if masked else ''}{size}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        corner, room = (0, ROOM_MASKED) if masked or size == 180 else (CORNER, ROOM)
        drawn = resvg_py.svg_to_bytes(
            svg_string=_icon(logo, head, corner, room), width=size, height=size, skip_system_fonts=True
        )
        path.write_bytes(drawn)
    write(documents / "manifest.webmanifest", json.dumps(_manifest(settings), ensure_ascii=False, indent=2) + "\n")


def _manifest(settings: SiteSettings) -> dict[str, object]:
    icons: list[dict[str, str]] = [{"src": "assets/favicon.svg", "sizes": "any", "type": "image/svg+xml"}]
    icons += [_picture(f"assets/icons/icon-{size}.png", size) for size in (192, 512)]
    icons.append(_picture("assets/icons/icon-maskable-512.png", 512) | {"purpose": "maskable"})
    return {
        "name": settings.name,
        "short_name": settings.short or settings.name,
        "description": settings.description,
        "lang": Spoken.language,
        "dir": direction(),
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": settings.colors.head,
        "icons": icons,
    }


def _picture(path: str, size: int) -> dict[str, str]:
    return {"src": path, "sizes": f"{size}x{size}", "type": "image/png"}


def _icon(logo: ET.Element, color: str, corner: float, room: float) -> str:
    """The logo in the middle of a square of a color."""
    icon = ET.Element(f"{{{SVG}}}svg", {"viewBox": f"0 0 {SIZE} {SIZE}"})
    ET.SubElement(icon, f"{{{SVG}}}rect", {"width": f"{SIZE}", "height": f"{SIZE}", "rx": f"{corner}", "fill": color})
    inner = ET.fromstring(_text(logo))
    inner.attrib |= {"x": f"{room}", "y": f"{room}", "width": f"{SIZE - 2 * room}", "height": f"{SIZE - 2 * room}"}
    icon.append(inner)
    return _text(icon)


def _read(path: Path, shown: str) -> ET.Element:
    """The picture in a file, with a viewBox, so that it can be drawn in any size."""
    try:
        logo = ET.fromstring(path.read_text(encoding="utf-8"))
    except (ET.ParseError, UnicodeDecodeError) as error:
        raise ContractSiteError(f"{shown}:1: no picture in SVG ({error}); draw the logo as SVG") from None
    sides = [LENGTH.fullmatch(logo.get(name, "")) for name in ("width", "height")]
    if logo.tag != f"{{{SVG}}}svg" or not (logo.get("viewBox") or all(sides)):
        raise ContractSiteError(f"{shown}:1: no picture in SVG with a viewBox; draw the logo as SVG")
    if any(part.tag.rpartition("}")[2] in ("script", "image", "foreignObject") for part in logo.iter()):
        raise ContractSiteError(f"{shown}:1: holds a script, a picture or a page; a logo is drawn with lines and shapes only")
    if not logo.get("viewBox"):
        logo.set("viewBox", "0 0 " + " ".join(side[1] for side in sides if side))
    return logo


def _text(picture: ET.Element) -> str:
    ET.register_namespace("", SVG)
    return ET.tostring(picture, encoding="unicode")
