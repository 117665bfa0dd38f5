"""Read the files that editors keep beside a source, and say exactly what is wrong with them."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from contract_site.editors.columns import load_collation, load_rows
from contract_site.editors.folders import settings_file, shared_file
from contract_site.editors.rows import LINE_END, read_text, there_is
from contract_site.editors.wanted import wanted, wanted_tables
from contract_site.model.bargaining import Bargained, Event, NoticeRule, Report, ReportedFact
from contract_site.model.comparison import ComparisonSettings
from contract_site.model.deadline import Deadline
from contract_site.model.edition_settings import (
    AGREEMENT,
    AgreementSettings,
    ColumnSettings,
    PartSettings,
    Person,
    SharedSettings,
    SourceSettings,
    UnitSettings,
)
from contract_site.model.editorial import (
    AppliesChoice,
    Correction,
    DocumentName,
    Editorial,
    EditorsNote,
    HandTable,
    LeftOut,
    ParagraphChoice,
    ReferenceChoice,
    RelationChoice,
    Synonym,
)
from contract_site.model.family import CalledDocument, CitedDocument, StatementForm
from contract_site.model.finding import SettingsError
from contract_site.model.pay import Pay, PayRule, PayScale, PayWait
from contract_site.model.place import OWN_ADDRESSES
from contract_site.model.site import Colors, Examples
from contract_site.model.subject import Subject

TABLES: dict[str, dict[str, type]] = {
    "corrections.toml": {"correction": Correction, "note": EditorsNote},
    "structure.toml": {"paragraph": ParagraphChoice},
    "tables.toml": {"table": HandTable},
    "applicability.toml": {"applies": AppliesChoice},
    "references.toml": {"reference": ReferenceChoice, "relation": RelationChoice, "document": DocumentName},
    "pay.toml": {"scale": PayScale, "wait": PayWait, "worked_out": PayRule},
    "deadlines.toml": {"deadline": Deadline},
}
"""Which tables each optional file may hold."""
MAPPINGS = frozenset({"places", "topics"})
"""Keys whose values are tables with names of the editors' own."""
Table = TypeVar("Table")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
ADDRESS = re.compile(r"[a-z0-9]+(?:[-/][a-z0-9]+)*")
ITEMS_BELOW = re.compile(r"(?!item-)[a-z0-9]+(?:-[a-z0-9]+)*")
NO_ADDRESS = "is no address; use small letters, figures and hyphens"
KEYS = {
    "columns": ColumnSettings, "part": PartSettings, "group": Person, "unit": UnitSettings, "source": SourceSettings,
    "left_out": LeftOut, "synonym": Synonym, "colors": Colors, "examples": Examples,
    "cites": CitedDocument, "called": CalledDocument, "statement": StatementForm, "notice": NoticeRule, "subject": Subject,
    "report": Report, "agreement": Bargained, "fact": ReportedFact, "event": Event,
    **{table: kind for tables in TABLES.values() for table, kind in tables.items()},
}  # fmt: skip


def load_editorial(folder: Path, shown: str | None = None) -> Editorial:
    """Read every settings file in an agreement's folder; findings call the folder ``shown``.

    Raises SettingsError, naming file and place, if a file is not TOML, a key is unknown, missing or of the wrong type.
    """
    name = shown or str(folder)
    tables: dict[str, tuple[Any, ...]] = {}
    for file, kinds in TABLES.items():
        tables |= load_tables(folder / file, f"{name}/{file}", kinds)
    path = settings_file(folder)
    agreement = load_agreement(path, f"{name}/{path.name}")
    return Editorial(
        agreement=agreement,
        corrections=tables["correction"],
        notes=tables["note"],
        paragraphs=tables["paragraph"],
        tables=tables["table"],
        applies=tables["applies"],
        references=tables["reference"],
        relations=tables["relation"],
        documents=tables["document"],
        pay=Pay(tables["scale"], tables["wait"], tables["worked_out"]),
        deadlines=tables["deadline"],
        collation=load_collation(folder, name, agreement.columns, path.name) if agreement.columns else None,
        rows=() if agreement.columns else load_rows(folder, name),
        folder=name,
        said_in=path.name,
        lines={table: entry_lines(folder / file, table) for file, kinds in TABLES.items() for table in kinds},
    )


def entry_lines(path: Path, table: str) -> tuple[int, ...]:
    """Return the lines at which the entries of a table, ``[[report]]``, begin in a file; it may be missing."""
    begins = re.compile(rf"\s*\[\[\s*{table}\s*\]\]")
    lines = LINE_END.split(read_text(path, str(path))) if there_is(path) else ()
    return tuple(number for number, line in enumerate(lines, start=1) if begins.match(line))


def load_agreement(path: Path, shown: str) -> AgreementSettings:
    """Read what an edition is, from ``agreement.toml``, or ``edition.toml`` and the file above. Raises SettingsError."""
    if not there_is(path):
        raise SettingsError(f"{shown}:1: missing; every agreement's folder needs an agreement.toml")
    content = _renamed(_read_toml(path, shown))
    if (above := shared_file(path.parent)) is not None:
        content = _with_shared(content, above, path, shown)
    settings: AgreementSettings = _validate(AgreementSettings, content, shown, path)
    _check_addresses(settings, shown, path)
    _check_term(settings, shown, path)
    _check_once(settings, shown, path)
    return settings


def _renamed(content: dict[str, Any]) -> dict[str, Any]:
    """Older files call the level of an agreement its kind."""
    older = isinstance(content.get("kind"), str) and "level" not in content
    return {"level" if older and key == "kind" else key: value for key, value in content.items()}


def load_shared(path: Path, shown: str) -> SharedSettings:
    """Read what is true of all editions of an agreement, from the ``agreement.toml`` of its folder. Raises SettingsError."""
    if not there_is(path):
        raise SettingsError(f"{shown}:1: missing; the folder of an agreement whose editions lie in it needs an {AGREEMENT}")
    return _shared(_renamed(_read_toml(path, shown)), path, shown)


def _shared(content: dict[str, Any], path: Path, shown: str) -> SharedSettings:
    settings: SharedSettings = _validate(SharedSettings, content, shown, path)
    for key, value in (("agreement", settings.agreement), ("parent", settings.parent)):
        _check_address(key, value, shown, path)
    return settings


def _with_shared(content: dict[str, Any], above: Path, path: Path, shown: str) -> dict[str, Any]:
    """What an edition says with what the file above says of all; both can name the parties only. Raises SettingsError."""
    name = f"{PurePosixPath(shown).parent.parent.as_posix()}/{AGREEMENT}"
    shared = load_shared(above, name)
    said = {each.name: value for each in fields(shared) if (value := getattr(shared, each.name))}
    known = {each.name for each in fields(shared)} - {"parties"}
    if twice := sorted(content.keys() & known):
        line = line_of(path, twice[0])
        raise SettingsError(
            f"{shown}:{line}: '{twice[0]}' is one for all editions of an agreement; say it in {name}, and only there"
        )
    # Parties that an edition does not name, [], are those of all.
    return said | {key: value for key, value in content.items() if value or key not in said}


def load_comparison(folder: Path, shown: str) -> ComparisonSettings:
    """Read a ``comparison.toml``; findings call its folder ``shown``. Raises SettingsError."""
    path = folder / "comparison.toml"
    name = f"{shown}/comparison.toml"
    settings: ComparisonSettings = _validate(ComparisonSettings, _read_toml(path, name), name, path)
    if settings.kind == "concordance" and not settings.topics:
        raise SettingsError(f'{name}:1: missing table [topics]; a concordance names its topics, id = "title"')
    if wrong := next((topic for topic in settings.topics if not ADDRESS.fullmatch(topic.replace("/", " "))), None):
        line = line_of(path, wrong)
        raise SettingsError(f"{name}:{line}: topic '{wrong}' {NO_ADDRESS}")
    if settings.kind == "reprint" and not settings.page:
        raise SettingsError(f"{name}:1: missing key 'page'; a reprint stands on a page, name it")
    if settings.kind != "editions" and not settings.title:
        raise SettingsError(f"{name}:1: missing key 'title'; add it")
    if settings.address and (settings.kind != "items" or not ITEMS_BELOW.fullmatch(settings.address)):
        where = f"{name}:{line_of(path, 'address', settings.address)}: address '{settings.address}'"
        raise SettingsError(f"{where} is no folder of items; take small letters, figures and hyphens, for items only")
    if settings.kind != "items" and not settings.after:
        raise SettingsError(f"{name}:1: missing key 'after'; name the newer text")
    return replace(settings, folder=shown)


def load_table(path: Path, shown: str, kind: type[Table]) -> Table:
    """Read a file that is one table, a dataclass of ours. Raises SettingsError."""
    table: Table = _validate(kind, _read_toml(path, shown), shown, path)
    return table


def load_tables(path: Path, shown: str, kinds: dict[str, type]) -> dict[str, tuple[Any, ...]]:
    """Read a file of tables, each of its kind; a missing file has none. Raises SettingsError."""
    content = _read_toml(path, shown) if there_is(path) else {}
    if unknown := sorted(content.keys() - kinds.keys()):
        known = ", ".join(f"[[{kind}]]" for kind in kinds)
        raise SettingsError(f"{shown}:{line_of(path, unknown[0])}: unknown key '{unknown[0]}'; this file holds {known}")
    return {
        table: _validate(tuple[kind, ...], content.get(table, []), shown, path, table)  # type: ignore[valid-type]
        for table, kind in kinds.items()
    }


def _check_once(settings: AgreementSettings, shown: str, path: Path) -> None:
    """Raise SettingsError if two parts have one id or second address, or two groups one code."""
    # A memorandum stands below memo/, so an appendix may have the same id.
    ids = [("id", part.id, part.kind == "memorandum") for part in settings.part if part.id]
    also = [("also", part.also, False) for part in settings.part if part.also]
    seen = Counter([*ids, *also, *(("code", group.code, False) for group in settings.group)])
    for (key, value, _), count in seen.items():
        if count > 1:
            line = line_of(path, key, value, count)
            raise SettingsError(f"{shown}:{line}: {key} '{value}' is given {count} times; give each its own")


def _check_addresses(settings: AgreementSettings, shown: str, path: Path) -> None:
    """Raise SettingsError for a slug or id that is no address, so that no page can be written outside its agreement."""
    given = [
        ("slug", settings.slug),
        ("agreement", settings.agreement),
        ("parent", settings.parent),
        *((key, value) for part in settings.part for key, value in (("id", part.id), ("also", part.also))),
    ]
    if not LANGUAGE.fullmatch(settings.language):
        line = line_of(path, "language", settings.language)
        raise SettingsError(f"{shown}:{line}: language '{settings.language}' is no code of a language; write es, fr-CA, ru")
    for key, value in given:
        _check_address(key, value, shown, path)
    if fault := slug_fault(settings.slug):
        raise SettingsError(f"{shown}:{line_of(path, 'slug', settings.slug)}: slug '{settings.slug}' {fault}")


def _check_term(settings: AgreementSettings, shown: str, path: Path) -> None:
    """Raise SettingsError if the last day of the term stands before the first: it would be in force on no day."""
    if settings.effective and settings.expires and settings.expires < settings.effective:
        line = line_of(path, "expires")
        days = f"expires {settings.expires} is before effective {settings.effective}"
        raise SettingsError(f"{shown}:{line}: {days}; correct the one that is wrong")


def _check_address(key: str, value: str, shown: str, path: Path) -> None:
    if (value or key == "slug") and not ADDRESS.fullmatch(value if key == "also" else value.replace("/", " ")):
        raise SettingsError(f"{shown}:{line_of(path, key, value)}: {key} '{value}' {NO_ADDRESS}")


def slug_fault(slug: str) -> str:
    """Return what is wrong with a slug, in words that follow it; nothing if it is an address of its own."""
    if not ADDRESS.fullmatch(slug.replace("/", " ")):
        return NO_ADDRESS
    return "is an address of the site's own; choose another" if slug in OWN_ADDRESSES else ""


def _read_toml(path: Path, shown: str) -> dict[str, Any]:
    text = read_text(path, shown)
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise SettingsError(f"{shown}:1: not valid TOML: brackets within brackets, too deep; correct the file") from None
    except ValueError as error:
        # Also for a number of thousands of figures, which is no TOMLDecodeError.
        found = re.search(r"at line (\d+)", str(error))
        last = len(LINE_END.split(text.rstrip())) if "end of document" in str(error) else 1
        raise SettingsError(f"{shown}:{found[1] if found else last}: not valid TOML: {error}") from None


def _validate(kind: Any, content: Any, shown: str, path: Path, table: str = "") -> Any:
    try:
        return TypeAdapter(kind).validate_python(content)
    except ValidationError as error:
        # A misspelt key is both unknown and missing; the word that stands there helps more.
        wrong = sorted(error.errors(), key=lambda each: each["type"] != "unexpected_keyword_argument")
        top = kind if not table and is_dataclass(kind) else AgreementSettings
        raise SettingsError(_explain(wrong[0], shown, path, table, top)) from None


def _explain(error: Any, shown: str, path: Path, table: str, top: Any) -> str:
    """Say in one line which key of which table is wrong, and what would be right."""
    place = [table, *error["loc"]] if table else list(error["loc"])
    while len(place) > 1 and isinstance(place[-1], int):
        place.pop()
    if len(place) > 1 and place[-2] in MAPPINGS:
        place.pop()
    key = str(place[-1])
    holder = next((str(step) for step in reversed(place[:-1]) if isinstance(step, str)), "")
    number = next((step + 1 for step in reversed(place[:-1]) if isinstance(step, int)), None)
    where = f" in {'' if number is None else f'entry {number} of '}[{holder}]" if holder else ""
    begin = _begin(path, holder, number)
    line = f"{shown}:{line_of(path, key, begin=begin)}"
    if error["type"] == "unexpected_keyword_argument":
        known = ", ".join(sorted(field.name for field in fields(KEYS.get(holder, top))))
        return f"{line}: unknown key '{key}'{where}; known keys: {known}"
    if error["type"] == "missing":
        return f"{shown}:{begin}: missing key '{key}'{where}; add it"
    must = wanted_tables(key) if key == table else wanted(KEYS.get(holder, top), key)
    given = f" is {error['input']!r}; it" if error["type"] == "literal_error" else ""
    return f"{line}: key '{key}'{where}{given} must be {must}"


def _begin(path: Path, holder: str, number: int | None) -> int:
    """The line at which a table begins, or the entry of that number of several; 1 where it has no line of its own."""
    if not holder:
        return 1
    begins = entry_lines(path, holder)
    return begins[number - 1] if number and number <= len(begins) else line_of(path, holder, occurrence=number or 1)


def first_entry(text: str) -> Mapping[str, Any]:
    """Return the first entry of the tables that a piece of TOML holds; nothing if it is none."""
    try:
        [(entry, *_)] = tomllib.loads(text).values()
    except (ValueError, TypeError):
        return {}
    return entry if isinstance(entry, dict) else {}


def line_of(path: Path, key: str, value: str = "", occurrence: int = 1, begin: int = 1) -> int:
    """Return the line that mentions the key, and the value, for the first or a later time from ``begin`` on; else ``begin``."""
    named = re.compile(rf"\s*\[*[\"']?{re.escape(key)}\b(?!-)")
    lines = enumerate(LINE_END.split(read_text(path, str(path))), start=1)
    found = [number for number, line in lines if number >= begin and named.match(line) and value in line]
    return found[occurrence - 1] if len(found) >= occurrence else begin
