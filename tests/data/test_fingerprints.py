"""Fingerprints: those of the index are those of the files, and the command on the page makes that of the words."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.projects import ROOT, TINY, source_file

from contract_site.build.editions import inspect_file
from contract_site.build.pipeline import Project
from contract_site.data.fingerprints import words_sha256

COMMAND = re.compile(r"^jq -r '(?P<what>[^']+)' data/<!--site:slug-->\.json \| sha256sum$", re.MULTILINE)
TEXT = "ARTICLE 1\nHOURS\nSection 1. The Week\nA. The week has five days.\nB. It ends on Friday.\n"


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def index_of(site: Path) -> Any:
    return json.loads((site / "data" / "index.json").read_text(encoding="utf-8"))


def test_those_of_the_index_are_those_of_the_files(tiny_site: Project) -> None:
    for entry in index_of(tiny_site.site)["agreements"]:
        source = source_file(TINY / entry["slug"])
        own = entry["sha256"]

        assert own["files"] == [source.name]
        assert own["source"] == own["text"] == sha256(source.read_bytes())
        assert own["data"] == sha256((tiny_site.site / entry["data"].lstrip("/")).read_bytes())


def test_anybody_makes_that_of_the_words_from_the_data(tiny_site: Project) -> None:
    command = COMMAND.search((ROOT / "docs" / "trust.md").read_text(encoding="utf-8"))
    assert command
    assert command["what"] == '.provisions[] | .label // "", .heading // "", .text'
    for entry in index_of(tiny_site.site)["agreements"]:
        path = tiny_site.site / entry["data"].lstrip("/")
        provisions = json.loads(path.read_text(encoding="utf-8"))["provisions"]
        lines = "".join(f"{each['label'] or ''}\n{each['heading'] or ''}\n{each['text']}\n" for each in provisions)

        assert entry["sha256"]["words"] == sha256(lines.encode())
        if shutil.which("jq"):
            printed = subprocess.run(["jq", "-r", command["what"], path], capture_output=True, check=True).stdout
            assert entry["sha256"]["words"] == sha256(printed)


def test_the_page_about_trust_lists_them(tiny_site: Project) -> None:
    words = set(re.findall(r"[0-9a-f]{64}", (tiny_site.site / "trust" / "index.html").read_text(encoding="utf-8")))
    entries = index_of(tiny_site.site)["agreements"]

    assert len(entries) == 6
    assert [each["slug"] for each in entries if not {each["sha256"]["words"], each["sha256"]["source"]} <= words] == []


def test_every_download_is_in_the_index_and_no_download_lists_itself(tiny_site: Project) -> None:
    index, folder = index_of(tiny_site.site), tiny_site.site / "downloads"
    listed = {each["url"].removeprefix("/downloads/"): each for each in index["downloads"]}
    sums = dict(reversed(line.split("  ")) for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines())

    assert {name: each["sha256"] for name, each in listed.items()} == sums
    assert {name: each["bytes"] for name, each in listed.items()} == {name: (folder / name).stat().st_size for name in sums}
    assert {each["agreement"] for each in listed.values()} == {None, *(each["slug"] for each in index["agreements"])}
    assert index["version"] in (folder / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("five days", "six days", False),
        ("B. It", "C. It", False),
        ("The Week", "The Weeks", False),
        ("days.", "days;", False),
        ("The week has five days.", "The week has\nfive days.", True),
    ],
    ids=["a word", "a label", "a heading", "a stop", "another line end"],
)
def test_that_of_the_words_changes_with_the_words_only(tmp_path: Path, old: str, new: str, *, same: bool) -> None:
    before, after = tmp_path / "before.txt", tmp_path / "after.txt"
    before.write_text(TEXT, encoding="utf-8")
    after.write_text(TEXT.replace(old, new), encoding="utf-8")
    one, other = (words_sha256(inspect_file(path, None)) for path in (before, after))

    assert (one == other) is same
