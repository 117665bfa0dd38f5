"""An edition's own page asks for citations that it has."""

from __future__ import annotations

import json

import pytest
from tests.projects import TINY, parse_page

from contract_site.build.pipeline import Project


@pytest.mark.parametrize("slug", sorted(path.parent.name for path in TINY.glob("*/agreement.toml")))
def test_what_the_field_shows_is_a_place_of_the_edition(tiny_site: Project, slug: str) -> None:
    page = parse_page((tiny_site.site / slug / "index.html").read_text(encoding="utf-8"))
    field = page.select_one("#goto-c")
    provisions = json.loads((tiny_site.site / "data" / f"{slug}.json").read_text(encoding="utf-8"))["provisions"]
    shown = str(field["placeholder"]).split(", p. ") if field else []

    assert shown[0] in {each["id"] for each in provisions if each["container"] == "body"}
    assert {str(each["page"]) for each in provisions} >= set(shown[1:])
