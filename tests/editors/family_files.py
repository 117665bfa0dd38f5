"""A file of the invented family in a folder of its own, as it is or with something wrong in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.projects import TINY

from contract_site.editors.family import FOLDER
from contract_site.model.finding import SettingsError

FAMILY = "keepers"


def write(folder: Path, name: str, text: str) -> None:
    """Write a file of the family."""
    path = folder / FOLDER / FAMILY / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def said_of(load: Callable[[Path, list[str], str], object], name: str, folder: Path, right: str, wrong: str) -> str:
    """What ``load`` says of the family's file with something wrong in it: one line, without the file's path before it."""
    text = (TINY / FOLDER / FAMILY / name).read_text(encoding="utf-8")
    assert right in text
    write(folder, name, text.replace(right, wrong, 1))

    with pytest.raises(SettingsError) as caught:
        load(folder, [FAMILY], "agreements")
    path = f"agreements/families/{FAMILY}/{name}"
    assert str(caught.value).startswith(path)
    assert "\n" not in str(caught.value)
    return str(caught.value).removeprefix(path)
