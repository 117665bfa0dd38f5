"""Logo, icons and manifest are made from ``site.toml``."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from PIL import Image

from contract_site.model.finding import ContractSiteError
from contract_site.model.site import Colors, SiteSettings
from contract_site.site.folder import write
from contract_site.site.look import write_look

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10" fill="#fff"/></svg>'
SETTINGS = SiteSettings(name="Pier Papers", short="Pier", logo="pier.svg", colors=Colors(head="#7a1f1f"))


def test_the_icons_are_the_logo_on_the_color_of_the_head(tmp_path: Path) -> None:
    write(tmp_path / "pier.svg", SQUARE)
    write_look(SETTINGS, tmp_path, tmp_path / "docs")

    for size, corner in ((180, "full"), (192, "round"), (512, "round")):
        picture = Image.open(io.BytesIO((tmp_path / f"docs/assets/icons/icon-{size}.png").read_bytes())).convert("RGBA")
        assert picture.size == (size, size)
        assert picture.getpixel((size // 2, size // 2)) == (255, 255, 255, 255)
        assert picture.getpixel((size // 2, 2)) == (0x7A, 0x1F, 0x1F, 255)
        assert picture.getpixel((0, 0)) == ((0x7A, 0x1F, 0x1F, 255) if corner == "full" else (0, 0, 0, 0))


def test_what_a_device_cuts_round_keeps_the_whole_logo(tmp_path: Path) -> None:
    """What is masked may lose all that is farther from the middle than two fifths of its side."""
    write(tmp_path / "pier.svg", SQUARE)
    write_look(SETTINGS, tmp_path, tmp_path / "docs")
    picture = Image.open(io.BytesIO((tmp_path / "docs/assets/icons/icon-maskable-512.png").read_bytes())).convert("RGB")
    white = [(x, y) for x in range(512) for y in range(512) if picture.getpixel((x, y)) == (255, 255, 255)]

    assert picture.getpixel((0, 0)) == (0x7A, 0x1F, 0x1F)
    assert white
    assert max((x - 256) ** 2 + (y - 256) ** 2 for x, y in white) <= (0.4 * 512) ** 2


def test_the_manifest_says_what_the_site_is_called(tmp_path: Path) -> None:
    write(tmp_path / "pier.svg", SQUARE)
    write_look(SETTINGS, tmp_path, tmp_path / "docs")
    manifest = json.loads((tmp_path / "docs" / "manifest.webmanifest").read_text(encoding="utf-8"))

    assert (manifest["name"], manifest["short_name"], manifest["theme_color"]) == ("Pier Papers", "Pier", "#7a1f1f")
    assert all((tmp_path / "docs" / icon["src"]).is_file() for icon in manifest["icons"])


@pytest.mark.parametrize(
    "logo",
    [
        "a drawing",
        "<html/>",
        '<svg xmlns="http://www.w3.org/2000/svg"/>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>',
    ],
)
def test_a_logo_that_is_no_drawing_is_named(tmp_path: Path, logo: str) -> None:
    write(tmp_path / "pier.svg", logo)

    with pytest.raises(ContractSiteError, match=r"^pier\.svg:1: (no picture in SVG|holds a script)") as caught:
        write_look(SETTINGS, tmp_path, tmp_path / "docs")
    assert "\n" not in str(caught.value)
