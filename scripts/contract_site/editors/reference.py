"""The reference of editors' files: what each key means, made from the docstring of the field that holds it.

CONTRIBUTING.md shows it: a mark, ``<!-- keys of Correction -->``, stands over each table of keys. A field's docstring says what
the key means and ends in an example (``Example: ``"8.5.G"``.``). That a key is required is told by the field's having no
default; that it is a table of its own, by its type. So no key can be added, renamed or dropped without its explanation.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields
from itertools import pairwise
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from contract_site.editors.settings import KEYS
from contract_site.model.comparison import ComparisonSettings
from contract_site.model.edition_settings import AgreementSettings, SharedSettings
from contract_site.model.family import Family, FamilyWords
from contract_site.model.site import SiteSettings

TABLES: Mapping[str, type] = {
    kind.__name__: kind
    for kind in (*KEYS.values(), AgreementSettings, SharedSettings, SiteSettings, Family, FamilyWords, ComparisonSettings)
}
"""The tables of editors' files, by the names of their classes."""
MARKED = re.compile(r"(?P<mark><!-- keys of (?P<table>\w+) -->\n\n?)(?:\|.*\n)*")
"""A mark, and the rows below it."""
HEAD = "| key | example | meaning |\n|---|---|---|\n"
EXAMPLE = re.compile(r"Example: ``(?P<example>.+)``\.$")
SET_IN_READING = {(ComparisonSettings, "folder")}
"""Fields that are no keys."""


def with_reference(document: str) -> str:
    """Return a document with the keys of each marked table written anew below its mark. Raises KeyError for an unknown one."""
    return MARKED.sub(lambda marked: marked["mark"] + reference(TABLES[marked["table"]]), document)


def reference(table: type) -> str:
    """Return the keys of a table as Markdown: a row for each, in the order of its fields."""
    types, said = get_type_hints(table), docstrings(table)
    keys = [each for each in fields(table) if (table, each.name) not in SET_IN_READING]
    return HEAD + "".join(_row(each, types[each.name], said.get(each.name, "")) for each in keys)


def docstrings(table: type) -> dict[str, str]:
    """Return what stands below each field of a class, in one line, by the field's name."""
    return dict(_docstrings(ast.parse(inspect.getsource(table)).body[0]))


def _docstrings(node: ast.AST) -> Iterator[tuple[str, str]]:
    for field, below in pairwise(getattr(node, "body", ())):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str() as text)):
                yield name, " ".join(text.split())
            case _:
                pass


def _row(field: Field[Any], kind: Any, said: str) -> str:
    found = EXAMPLE.search(said)
    example = f"`{found['example']}`" if found else "see below"
    meaning = (said[: found.start()].rstrip() if found else said).replace("``", "`")
    required = "Required." if field.default is MISSING and field.default_factory is MISSING else ""
    told = [each for each in (required, "" if found else _table_called(field.name, kind), meaning) if each]
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in (f"`{field.name}`", example, " ".join(told))) + " |\n"


def _table_called(name: str, kind: Any) -> str:
    """Where a key is no value but a table: how the file writes it."""
    if not {*_classes(kind)} & {*TABLES.values()}:
        return ""
    return f"The tables `[[{name}]]`." if get_origin(kind) is tuple else f"The table `[{name}]`."


def _classes(kind: Any) -> Iterator[type]:
    """The classes in a type: of ``Columns | None`` and ``tuple[Part, ...]`` the ones named."""
    if get_origin(kind) in (tuple, UnionType):
        yield from (each for each in get_args(kind) if isinstance(each, type))
    elif isinstance(kind, type):
        yield kind
