"""The open data: valid, in the promised form, and true to the source and to the built pages."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from tests.present import BY_SLUG, POSTAL, missing
from tests.projects import ROOT, TINY, parse_page, source_file

from contract_site.build.pipeline import Project
from contract_site.cli import inspect_agreement
from contract_site.editors.settings import load_editorial

SLUGS = sorted(BY_SLUG)
agreements = pytest.mark.parametrize("slug", SLUGS)


def fields(names: str) -> list[str]:
    return names.split()


# The fields of data-format.md, in its order: "Fields may be added; these are never renamed."
INDEX = fields("schema agreements comparisons")
INDEX_ENTRY = fields("slug title kind parties effective expires status url data provisions")
SHARED = fields("slug title kind parties effective expires status")
"""Fields that the index and an agreement's own file both have."""
AGREEMENT = fields(
    "schema slug title kind parties effective expires source provisions memoranda references tables furniture corrections"
)
OBJECTS = {
    "provisions": fields(
        "id page_id url eid citation rank container parent label heading text blocks page applies_to breadcrumb annotations"
    ),
    "memoranda": fields("id title form page last_page url cites cited_by"),
    "references": fields("from container text start end status to to_agreement external"),
    "tables": fields("id title page in columns rows"),
    "furniture": fields("reason start end"),
    "corrections": fields("at raw text in"),
}
SOURCE = fields("file sha256 characters kept removed unaccounted")
BLOCK = fields("anchor kind text page after")
ANNOTATION = fields("kind by text")
RANKS = fields("preamble part article section step paragraph item appendix memorandum supplement attachment")


@cache
def data_of(site: Path, slug: str) -> Any:
    return json.loads((site / "data" / f"{slug}.json").read_text(encoding="utf-8"))


@cache
def source_of(slug: str) -> str:
    return source_file(BY_SLUG[slug]).read_bytes().decode("utf-8-sig")


@cache
def ids_of(page: Path) -> Counter[str]:
    """How often each id stands on a built page."""
    tags = parse_page(page.read_text(encoding="utf-8")).find_all(id=True)
    return Counter(str(tag["id"]) for tag in tags)


def file_at(site: Path, url: str) -> Path:
    path = url.partition("#")[0]
    return site / path.lstrip("/") / "index.html" if path.endswith("/") else site / path.lstrip("/")


def schema_for(site: Path, definition: str) -> Draft202012Validator:
    schema = json.loads((site / "data" / "schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator({"$ref": f"#/$defs/{definition}", "$defs": schema["$defs"]} if definition else schema)


# Form -----------------------------------------------------------------------------------------------------------------


@agreements
def test_data_of_an_agreement_is_valid(real_site: Project, slug: str) -> None:
    errors = [error.message for error in schema_for(real_site.site, "").iter_errors(data_of(real_site.site, slug))]

    assert errors == []


def test_the_index_is_valid(real_site: Project) -> None:
    errors = [error.message for error in schema_for(real_site.site, "IndexData").iter_errors(data_of(real_site.site, "index"))]

    assert errors == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.pop("slug"),
        lambda data: data.update(unknown=1),
        lambda data: data["provisions"][0].update(text=1),
        lambda data: data["provisions"][0]["blocks"].append({}),
        lambda data: data["furniture"].append({"reason": "x", "start": "0", "end": 1}),
    ],
    ids=["field missing", "field unknown", "type of a text", "empty block", "offset as text"],
)
def test_the_schema_refuses_what_is_not_in_the_promised_form(real_site: Project, spoil: Any) -> None:
    data = json.loads(json.dumps(data_of(real_site.site, SLUGS[0])))
    spoil(data)

    assert not schema_for(real_site.site, "").is_valid(data)


@agreements
def test_promised_fields_come_first_and_in_the_promised_order(real_site: Project, slug: str) -> None:
    data = data_of(real_site.site, slug)

    assert list(data)[: len(AGREEMENT)] == AGREEMENT
    assert list(data["source"])[: len(SOURCE)] == SOURCE
    for name, promised in OBJECTS.items():
        assert {tuple(item)[: len(promised)] for item in data[name]} <= {tuple(promised)}, name
    for provision in data["provisions"]:
        assert {tuple(block)[: len(BLOCK)] for block in provision["blocks"]} <= {tuple(BLOCK)}
        assert {tuple(each)[: len(ANNOTATION)] for each in provision["annotations"]} <= {tuple(ANNOTATION)}


def test_the_index_has_the_promised_fields_and_every_agreement(real_site: Project) -> None:
    index = data_of(real_site.site, "index")

    assert list(index)[: len(INDEX)] == INDEX
    assert {tuple(entry)[: len(INDEX_ENTRY)] for entry in index["agreements"]} == {tuple(INDEX_ENTRY)}
    assert sorted(entry["slug"] for entry in index["agreements"]) == SLUGS
    for entry in index["agreements"]:
        data = data_of(real_site.site, entry["slug"])
        assert [entry[field] for field in SHARED] == [data[field] for field in SHARED]
        assert entry["provisions"] == len(data["provisions"])
        assert file_at(real_site.site, entry["url"]).is_file()
        assert file_at(real_site.site, entry["data"]).is_file()


@agreements
def test_ranks_kinds_and_statuses_are_the_documented_ones(real_site: Project, slug: str) -> None:
    data = data_of(real_site.site, slug)
    containers = {provision["container"] for provision in data["provisions"]}

    assert {provision["rank"] for provision in data["provisions"]} <= set(RANKS)
    assert {reference["status"] for reference in data["references"]} <= {"resolved", "ambiguous", "unresolved", "external"}
    assert {reference["container"] for reference in data["references"]} <= containers
    assert all(re.fullmatch(r"[a-z0-9-]+|(?:memo|supplement):[a-z0-9-]+", container) for container in containers)


# The built pages ------------------------------------------------------------------------------------------------------


@agreements
def test_every_address_in_the_data_is_on_its_page(real_site: Project, slug: str) -> None:
    data = data_of(real_site.site, slug)
    missing = []
    for provision in data["provisions"]:
        ids = ids_of(file_at(real_site.site, provision["url"]))
        anchors = [provision["id"], provision["url"].partition("#")[2], *(block["anchor"] for block in provision["blocks"])]
        missing += [(provision["url"], anchor) for anchor in anchors if ids[anchor] != 1]
        assert provision["url"] == f"/{slug}/{provision['page_id']}/#{provision['id']}"

    assert missing == []
    assert [memo["url"] for memo in data["memoranda"] if not file_at(real_site.site, memo["url"]).is_file()] == []


@agreements
def test_every_table_in_the_data_is_a_table_on_its_page(real_site: Project, slug: str) -> None:
    data = data_of(real_site.site, slug)
    pages = {(provision["container"], provision["id"]): provision["url"] for provision in reversed(data["provisions"])}
    for table in data["tables"]:
        page = file_at(real_site.site, pages[table["container"], table["in"]])
        figure = parse_page(page.read_text(encoding="utf-8")).find(id=table["id"])
        assert figure is not None, table["id"]
        rows = [[" ".join(cell.get_text().split()) for cell in row.find_all(["th", "td"])] for row in figure.find_all("tr")]
        assert rows == [[" ".join(cell.split()) for cell in row] for row in [table["columns"], *table["rows"]]], table["id"]


@agreements
def test_every_printed_page_of_the_body_is_marked_once(real_site: Project, slug: str) -> None:
    """Each page number that stands among the words of a part is an anchor on that part's page, and only there."""
    data = data_of(real_site.site, slug)
    text = source_of(slug)
    spans = [(item["start"], item["end"]) for item in data["furniture"] if item["reason"] == "printed page number"]
    printed = Counter(text[start:end] for start, end in spans)
    if (collation := load_editorial(BY_SLUG[slug]).collation) is not None:
        printed = Counter({run.page for run in collation.runs if run.column in collation.reads} - {""})
    marks: Counter[str] = Counter()
    for page in (real_site.site / slug).rglob("index.html"):
        marks += Counter({name.removeprefix("page-"): n for name, n in ids_of(page).items() if name.startswith("page-")})
    unmarked = sorted(int(page) for page in printed - marks if page.isdigit())

    assert marks - printed == Counter()
    assert set(marks.values()) <= {1}
    assert all(not _holds_words(data, text, page) for page in unmarked)


def _holds_words(data: Any, text: str, page: int) -> bool:
    """Whether anything on a printed page is shown to readers."""
    return any(block["page"] == page for provision in data["provisions"] for block in provision["blocks"])


@pytest.mark.parametrize("which", ["real_site", "tiny_site"])
def test_ids_are_unique_on_every_page(request: pytest.FixtureRequest, which: str) -> None:
    site = request.getfixturevalue(which).site
    repeated = {page.relative_to(site): [name for name, n in ids_of(page).items() if n > 1] for page in site.rglob("*.html")}

    assert {page: names for page, names in repeated.items() if names} == {}


# The source -----------------------------------------------------------------------------------------------------------


@agreements
def test_text_is_the_blocks_joined_by_a_blank_line(real_site: Project, slug: str) -> None:
    for provision in data_of(real_site.site, slug)["provisions"]:
        assert provision["text"] == "\n\n".join(block["text"] for block in provision["blocks"]), provision["url"]


@agreements
def test_parents_breadcrumbs_and_places_of_blocks_agree_with_the_tree(real_site: Project, slug: str) -> None:
    provisions = data_of(real_site.site, slug)["provisions"]
    known = {(provision["page_id"], provision["id"]): provision for provision in provisions}
    below = {(provision["page_id"], provision["parent"], provision["id"]) for provision in provisions}

    assert len(known) == len(provisions)
    for provision in provisions:
        places = {(provision["page_id"], provision["id"], block["after"]) for block in provision["blocks"] if block["after"]}
        assert places <= below
        if provision["parent"] is not None:
            above = known[provision["page_id"], provision["parent"]]
            assert provision["breadcrumb"][: len(above["breadcrumb"])] == above["breadcrumb"]


@agreements
def test_the_account_of_characters_adds_up(real_site: Project, slug: str) -> None:
    data = data_of(real_site.site, slug)
    text = source_of(slug)
    removed = {at for item in data["furniture"] for at in range(item["start"], item["end"])}

    assert data["source"]["characters"] == len("".join(text.split()))
    assert data["source"]["removed"] == sum(not text[at].isspace() for at in removed)
    assert data["source"]["kept"] + data["source"]["removed"] == data["source"]["characters"]
    assert data["source"]["unaccounted"] == 0


@agreements
def test_what_is_not_furniture_is_what_the_provisions_hold(real_site: Project, slug: str) -> None:
    """Nothing is lost and nothing invented: the characters of the data are those of the source, corrections made."""
    data = data_of(real_site.site, slug)
    text, pieces, position = source_of(slug), [], 0
    changes = [(item["start"], item["end"], "") for item in data["furniture"]]
    changes += [
        (each["at"], each["at"] + len(each["raw"]), each["text"]) for each in data["corrections"] if each["text"].strip()
    ]
    for start, end, instead in sorted(changes):
        assert start >= position, text[start:end]
        pieces += [text[position:start], instead]
        position = end
    wanted = Counter("".join("".join([*pieces, text[position:]]).split()))

    assert Counter("".join(_all_words(data))) == wanted


def _all_words(data: Any) -> Iterator[str]:
    for provision in data["provisions"]:
        explained = [each["text"] for each in provision["annotations"] if each["kind"] == "explanation"]
        for words in (provision["label"], provision["heading"], provision["text"], *explained):
            yield "".join((words or "").split())


@agreements
def test_corrections_stand_in_the_source_at_their_offsets(real_site: Project, slug: str) -> None:
    data = data_of(real_site.site, slug)
    text = source_of(slug)
    known = {provision["id"] for provision in data["provisions"]}

    assert [each for each in data["corrections"] if not text.startswith(each["raw"], each["at"])] == []
    assert [each for each in data["corrections"] if each["in"] is not None and each["in"] not in known] == []
    assert [each["at"] for each in data["corrections"] if each["in"] is None and each["text"].strip()] == []


@agreements
def test_references_stand_in_their_provision_at_their_offsets(real_site: Project, slug: str) -> None:
    data = data_of(real_site.site, slug)
    texts: dict[tuple[str, str], list[str]] = {}
    for provision in data["provisions"]:
        texts.setdefault((provision["container"], provision["id"]), []).append(provision["text"])
    for each in data["references"]:
        found = [text[each["start"] : each["end"]] for text in texts[each["container"], each["from"]]]
        assert each["text"] in found, each


# The command ----------------------------------------------------------------------------------------------------------


def inspect(*arguments: str | Path) -> bytes:
    command: list[str | Path] = [sys.executable, ROOT / "scripts" / "inspect_agreement.py", *arguments, "--json", "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout


@pytest.mark.parametrize("path", sorted(TINY.glob("*/agreement.toml")), ids=lambda path: path.parent.name)
def test_inspecting_a_file_gives_the_bytes_of_the_site(tiny_site: Project, path: Path) -> None:
    slug = path.parent.name

    arguments = [str(source_file(path.parent)), "--settings", str(path), "--json", "-"]
    result = CliRunner().invoke(inspect_agreement, arguments, catch_exceptions=False)

    assert result.stdout_bytes == (tiny_site.site / "data" / f"{slug}.json").read_bytes()


@agreements
def test_inspecting_a_real_source_gives_the_bytes_of_the_site(real_site: Project, slug: str, tmp_path: Path) -> None:
    folder = BY_SLUG[slug]
    command: list[str | Path] = [sys.executable, ROOT / "scripts" / "inspect_agreement.py", source_file(folder)]
    out = tmp_path / "out.json"
    subprocess.run([*command, "--settings", folder / "agreement.toml", "--json", out], check=True)

    alone, whole = out.read_text(encoding="utf-8"), (real_site.site / "data" / f"{slug}.json").read_text(encoding="utf-8")
    elsewhere = [at for at, each in enumerate(json.loads(whole)["references"]) if each["to_agreement"] not in (None, slug)]
    if not elsewhere and '"kind": "explanation"' not in whole:
        assert alone == whole
    assert _without_references(alone, elsewhere) == _without_references(whole, elsewhere)


def _without_references(text: str, numbers: list[int]) -> Any:
    """The data without some references: to an agreement that is not read, none resolves."""
    data = json.loads(text)
    for annotation in (each for provision in data["provisions"] for each in provision["annotations"]):
        kept = [
            each for each in annotation["references"] if each["external"] or (each["to"] and "national-" not in each["to"][0])
        ]
        annotation["references"] = kept
    return data | {"references": [each for at, each in enumerate(data["references"]) if at not in numbers]}


@agreements
def test_inspecting_a_file_without_settings_gives_valid_data_and_loses_nothing(
    real_site: Project, slug: str, tmp_path: Path
) -> None:
    copy = tmp_path / "A Contract, 1999.txt"
    copy.write_bytes(source_file(BY_SLUG[slug]).read_bytes())
    data = json.loads(inspect(copy))

    assert [error.message for error in schema_for(real_site.site, "").iter_errors(data)] == []
    assert data["slug"] == "a-contract-1999"
    assert data["source"]["unaccounted"] == 0
    assert len(data["provisions"]) > (0 if missing(POSTAL) else 20)
