"""The downloads page: every file with its size and SHA-256, every place filled."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from contract_site.bundle.download import BundleError, Download
from contract_site.bundle.listing import list_downloads, size_in_words

PAGE = '<p>a</p><div class="files" data-files="x-2020">\n<p>none</p>\n</div><div class="files" data-files="sums"></div>'
FILE = Download("x <1>.zip", "Folder & more", "folder", "x-2020", "Open <it>.")


def listed(folder: Path, *downloads: Download, page: str = PAGE) -> str:
    (folder / "index.html").write_text(page, encoding="utf-8")
    list_downloads([each.weighed(b"content", "0123456789") for each in downloads], folder)
    return (folder / "index.html").read_text(encoding="utf-8")


def test_each_file_stands_at_its_place_with_size_and_sum(tmp_path: Path) -> None:
    page = listed(tmp_path, FILE)
    sum_ = hashlib.sha256(b"content").hexdigest()

    assert '<a href="x &lt;1&gt;.zip" download>Folder &amp; more</a> <span class="size">7 bytes</span>' in page
    assert "<p>Open &lt;it&gt;.</p>" in page
    assert sum_ in page
    assert "0123456789" in page
    assert "none" not in page
    assert (tmp_path / "SHA256SUMS").read_text(encoding="utf-8") == f"{sum_}  x <1>.zip\n"


@pytest.mark.parametrize(
    "downloads",
    [
        (),
        (Download("y.zip", "Folder", "folder", "y-2020", ""),),
        (FILE, Download("y.zip", "Folder", "folder", None, "")),
        (FILE, FILE),
    ],
    ids=["a place without a file", "a file for another agreement", "a file without a place", "two files of one name"],
)
def test_files_and_places_that_do_not_fit_are_refused(tmp_path: Path, downloads: tuple[Download, ...]) -> None:
    with pytest.raises(BundleError):
        listed(tmp_path, *downloads)


@pytest.mark.parametrize(
    ("size", "expected"),
    [(0, "0 bytes"), (999, "999 bytes"), (1_000, "1.0 kB"), (12_345, "12 kB"), (3_449_148, "3.4 MB"), (99_900_000, "100 MB")],
)
def test_sizes_are_written_as_readers_know_them(size: int, expected: str) -> None:
    assert size_in_words(size) == expected
