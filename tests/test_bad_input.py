"""A wrong input gives one clear line that names file and place, and changes nothing."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest
from tests.bad_projects import FAULTS, SOURCE, TABLE, Fault, a_mini_agreement, a_mini_project

from contract_site.build import pipeline
from contract_site.build.left_out import left_out
from contract_site.model.finding import ContractSiteError

every_fault = pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)


def no_report(_what: str, _done: int, _total: int) -> None:
    """Tell nobody how a build goes on."""


def project_at(root: Path) -> pipeline.Project:
    return pipeline.Project(root, root / "site")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def a_last_site(root: Path) -> dict[str, bytes]:
    """A site as an earlier build left it."""
    for name, text in (("index.html", "<p>last</p>"), ("data/index.json", "{}"), ("mini/article-1/index.html", "<p>1</p>")):
        path = root / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return contents(root / "site")


def test_the_agreement_that_is_broken_below_is_whole(tmp_path: Path) -> None:
    folder = a_mini_agreement(tmp_path / "agreements" / "mini")
    (folder / "tables.toml").write_text(TABLE, encoding="utf-8")

    edition = pipeline.load_folder(folder, "agreements/mini")

    assert [provision.anchor for _, provision in edition.provisions()] == ["1", "1.A", "1.B", "2"]
    assert edition.account.unaccounted == ()


@every_fault
def test_a_fault_is_named_in_one_line_with_its_place(tmp_path: Path, fault: Fault) -> None:
    folder = a_mini_agreement(tmp_path / "agreements" / "mini")
    fault.harm(folder)

    with pytest.raises(ContractSiteError) as caught:
        pipeline.load_folder(folder, "agreements/mini")

    message = str(caught.value)
    assert message.startswith(fault.place)
    assert fault.says in message
    assert "\n" not in message


@every_fault
def test_a_fault_leaves_the_last_site_as_it_was(tmp_path: Path, fault: Fault) -> None:
    folder = a_mini_agreement(tmp_path / "agreements" / "mini")
    last = a_last_site(tmp_path)
    fault.harm(folder)

    with pytest.raises(ContractSiteError):
        pipeline.build_site(project_at(tmp_path), no_report)

    assert contents(tmp_path / "site") == last
    assert {path.name for path in (tmp_path / "build").glob("*")} <= {"shelf"}


def test_two_agreements_may_not_share_a_slug(tmp_path: Path) -> None:
    a_mini_agreement(tmp_path / "agreements" / "one")
    a_mini_agreement(tmp_path / "agreements" / "two")
    last = a_last_site(tmp_path)

    with pytest.raises(ContractSiteError) as caught:
        pipeline.build_site(project_at(tmp_path), no_report)

    message = str(caught.value)
    assert "two/agreement.toml:1: slug 'mini' is already that of" in message
    assert "one/agreement.toml" in message
    assert contents(tmp_path / "site") == last


def test_a_project_without_agreements_is_named(tmp_path: Path) -> None:
    last = a_last_site(tmp_path)

    with pytest.raises(ContractSiteError, match=r"agreements:1: no agreement here"):
        pipeline.build_site(project_at(tmp_path), no_report)

    assert contents(tmp_path / "site") == last


@pytest.mark.parametrize("name", ["source.txt", "agreement.toml", "tables.toml"])
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    folder = a_mini_agreement(tmp_path / "agreements" / "mini")
    (folder / "tables.toml").write_text(TABLE, encoding="utf-8")
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == name:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)

    with pytest.raises(ContractSiteError, match=rf"^agreements/mini/{name}:1: cannot be read \(Permission denied\)"):
        pipeline.load_folder(folder, "agreements/mini")


def test_a_folder_that_cannot_be_read_is_named_and_not_left_out(tmp_path: Path) -> None:
    a_mini_agreement(tmp_path / "agreements" / "mini")
    (tmp_path / "agreements" / "loop").symlink_to(tmp_path / "agreements" / "loop")

    with pytest.raises(ContractSiteError, match=r"agreements/loop:1: cannot be read \(Too many levels of symbolic links\)"):
        pipeline.load_editions(project_at(tmp_path), no_report)


def test_a_folder_without_settings_is_told(tmp_path: Path) -> None:
    a_mini_agreement(tmp_path / "agreements" / "mini")
    for folder in ("next", "compare/one--other"):
        (tmp_path / "agreements" / folder).mkdir(parents=True)

    (tmp_path / "agreements" / "next" / "source.txt").write_text("ARTICLE 1\n")

    assert list(left_out(project_at(tmp_path))) == [
        "agreements/next:1: has no agreement.toml, so it is left out; add one",
        "agreements/compare/one--other:1: has no comparison.toml, so it is left out; add one, or remove the folder, which is"
        " empty",
    ]


def test_a_file_that_nothing_reads_is_told(tmp_path: Path) -> None:
    folder = a_mini_agreement(tmp_path / "agreements" / "mini")
    for path in ("contract.pdf", "changes.tsv", ".DS_Store", "Thumbs.db", "README.txt", "~$pact.docx"):
        (tmp_path / "agreements" / path).write_bytes(b"")
    for path in ("corections.toml", "notes.txt", "tables.toml", "readme.md"):
        (folder / path).write_bytes(b"")

    told = list(left_out(project_at(tmp_path)))

    assert [line.partition(",")[0] for line in told] == [
        "agreements/contract.pdf:1: lies in no agreement's folder",
        "agreements/mini/corections.toml:1: no file of this name is read",
    ]


COMPARISON = 'before = "mini"\nafter = "mini"\ntitle = "Nothing"\n'


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        pytest.param(
            COMPARISON.replace('after = "mini"', 'after = "none"'), ":1: there is no agreement 'none'", id="no such slug"
        ),
        pytest.param(COMPARISON.replace('after = "mini"\n', ""), ":1: missing key 'after'", id="no newer text"),
        pytest.param("", ":1: missing key 'before'", id="empty"),
        pytest.param(COMPARISON.replace("title", "titel"), ":3: unknown key 'titel'", id="unknown key"),
        pytest.param(COMPARISON + "kind = 5\n", ":4: key 'kind'", id="wrong type"),
        pytest.param(COMPARISON + "kind = [\n", ":", id="no TOML"),
    ],
)
def test_a_comparison_that_is_wrong_is_named(tmp_path: Path, settings: str, says: str) -> None:
    a_mini_agreement(tmp_path / "agreements" / "mini")
    path = tmp_path / "agreements" / "compare" / "x" / "comparison.toml"
    path.parent.mkdir(parents=True)
    path.write_text(settings, encoding="utf-8")
    project = project_at(tmp_path)
    editions = pipeline.load_editions(project, no_report)

    with pytest.raises(ContractSiteError) as caught:
        pipeline.load_relations(project, editions)

    assert str(caught.value).startswith(f"agreements/compare/x/comparison.toml{says}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b"theme: x\nnav: [\n", r"mkdocs\.yml:\d+: not valid YAML", id="no YAML"),
        pytest.param(b"theme: \xe9\n", r"mkdocs\.yml:1: not UTF-8", id="Latin-1"),
        pytest.param(b"- x\n", r"mkdocs\.yml:1: holds no settings", id="a list"),
        pytest.param(b"", r"mkdocs\.yml:1: holds no settings", id="empty"),
        pytest.param(b"site_name: x\n", r"mkdocs\.yml:1: site_name is now name in site\.toml; move it there", id="the name"),
        pytest.param(
            b"site_url: https://x.example/\n", r"mkdocs\.yml:1: site_url is now address in site\.toml", id="the address"
        ),
    ],
)
def test_settings_of_the_site_that_cannot_be_read_are_named(tmp_path: Path, content: bytes, says: str) -> None:
    root = a_mini_project(tmp_path / "project")
    last = a_last_site(root)
    (root / "mkdocs.yml").write_bytes(content)

    with pytest.raises(ContractSiteError, match=says):
        pipeline.build_site(project_at(root), no_report)

    assert contents(root / "site") == last


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("index.html", id="a page"),
        pytest.param("holiday.jpg", id="somebody's pictures"),
        pytest.param("data/notes.txt", id="a folder named data"),
    ],
)
def test_a_folder_that_is_no_site_of_ours_is_not_replaced(tmp_path: Path, name: str) -> None:
    a_mini_agreement(tmp_path / "agreements" / "mini")
    (tmp_path / "site" / name).parent.mkdir(parents=True)
    (tmp_path / "site" / name).write_text("mine", encoding="utf-8")

    with pytest.raises(ContractSiteError, match="no site of ours"):
        pipeline.build_site(project_at(tmp_path), no_report)

    assert contents(tmp_path / "site") == {name: b"mine"}


def test_a_generated_page_never_takes_the_place_of_a_written_one(tmp_path: Path) -> None:
    root = a_mini_project(tmp_path / "project")
    last = a_last_site(root)
    (root / "docs" / "mini").mkdir()
    (root / "docs" / "mini" / "index.md").write_text("Written by hand.", encoding="utf-8")

    with pytest.raises(ContractSiteError, match=r"docs/mini/index\.md:1: "):
        pipeline.build_site(project_at(root), no_report)

    assert contents(root / "site") == last


def test_a_site_that_an_interrupted_swap_left_aside_comes_back(tmp_path: Path) -> None:
    """Even if the build that finds it fails."""
    folder = a_mini_agreement(tmp_path / "agreements" / "mini")
    last = a_last_site(tmp_path)
    (tmp_path / "build").mkdir()
    shutil.move(tmp_path / "site", tmp_path / "build" / "previous-site")
    (folder / "source.txt").write_text("", encoding="utf-8")

    with pytest.raises(ContractSiteError):
        pipeline.build_site(project_at(tmp_path), no_report)

    assert contents(tmp_path / "site") == last


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(SOURCE.replace("\n", "\r\n"), id="Windows line ends"),
        pytest.param("\ufeff" + SOURCE, id="byte order mark"),
        pytest.param(SOURCE.rstrip("\n"), id="no line end at the end"),
        pytest.param(SOURCE.replace("\n", " \t \n"), id="white space at line ends"),
    ],
)
def test_what_is_merely_unusual_is_no_fault(tmp_path: Path, text: str) -> None:
    plain = pipeline.load_folder(a_mini_agreement(tmp_path / "plain"), "mini")
    folder = a_mini_agreement(tmp_path / "unusual")
    (folder / "source.txt").write_bytes(text.encode())

    unusual = pipeline.load_folder(folder, "mini")

    assert [(p.anchor, p.heading.text, p.text) for _, p in unusual.provisions()] == [
        (p.anchor, p.heading.text, p.text) for _, p in plain.provisions()
    ]
