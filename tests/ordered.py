"""In which order the files of tests are run: those that need a built site first.

Processes that share the tests begin at different places of the list. Were the files that need one site spread over it, two
processes would come to want it at once, and one would wait idle while the other builds it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

SITES = {"tiny_site", "real_site", "published_site", "spanish_site", "wrapped_site"}
"""Fixtures that build a site once for all processes."""


def sites_first(items: list[pytest.Item]) -> None:
    """Bring the files with a test of a built site to the front; files stay whole, and in their order."""
    wanting = _files(item for item in items if _wants_a_site(item))
    items.sort(key=lambda item: item.path not in wanting)


def _files(items: Iterable[pytest.Item]) -> set[Path]:
    return {item.path for item in items}


def _wants_a_site(item: pytest.Item) -> bool:
    """Whether a test has the fixture of a site, or is given its name to ask for it."""
    given = item.callspec.params.values() if isinstance(item, pytest.Function) and hasattr(item, "callspec") else ()
    asked = {each for each in given if isinstance(each, str)}
    return bool(SITES & {*getattr(item, "fixturenames", ()), *asked})
