"""A tiny agreement of our own invention, and every way of breaking it that the tests of bad input try."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.projects import give_our_look

ROOT = Path(__file__).resolve().parents[1]
SOURCE = """ARTICLE 1
PAY
A. The first rule is that employees are paid for a fulltime week.
B. The second rule is that the rates of pay are these:
Step Rate
JJ 10.00
II 12.00
ARTICLE 2
LEAVE
Leave is granted. A fulltime employee asks for leave before the fulltime week.
"""
SETTINGS = """slug = "mini"
title = "The Mini Agreement"
short = "mini"
kind = "national"
parties = ["The Union", "The Employer"]
status = "in force"

[source]
file = "source.txt"
sha256 = ""

[[group]]
code = "PSE"
name = "Postal Support Employees"
words = ["PSEs"]

[[part]]
line = 1
opens = "ARTICLE 1"
kind = "articles"
"""
TABLE = """[[table]]
first = 5
last = 7
opens = "Step Rate"
columns = ["Step", "Rate"]
rows = [["JJ", "10.00"], ["II", "12.00"]]
"""


def a_mini_agreement(folder: Path, source: str = SOURCE, settings: str = SETTINGS) -> Path:
    folder.mkdir(parents=True)
    (folder / "source.txt").write_text(source, encoding="utf-8", newline="\n")
    (folder / "agreement.toml").write_text(settings, encoding="utf-8", newline="\n")
    return folder


def a_mini_project(root: Path) -> Path:
    """A project with one agreement, agreements/mini, and this project's own look."""
    give_our_look(root)
    (root / "site.toml").write_text('name = "Mini"\n', encoding="utf-8")
    a_mini_agreement(root / "agreements" / "mini")
    return root


@dataclass(frozen=True)
class Fault:
    """A way to break the agreement in a folder, and what must be said about it."""

    name: str
    harm: Callable[[Path], object]
    place: str
    """How the message begins."""
    says: str


def _source(content: str | bytes) -> Callable[[Path], object]:
    data = content.encode() if isinstance(content, str) else content
    return lambda folder: (folder / "source.txt").write_bytes(data)


def _huge(folder: Path) -> None:
    with (folder / "source.txt").open("wb") as file:
        file.write(b"ARTICLE 1 ")
        file.truncate(100_000_000)


def _latin_1(folder: Path) -> None:
    (folder / "agreement.toml").write_bytes(b'title = "\xe9"')


def _settings(old: str, new: str) -> Callable[[Path], object]:
    def change(folder: Path) -> None:
        path = folder / "agreement.toml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change


def _add(file: str, content: str) -> Callable[[Path], object]:
    return lambda folder: (folder / file).write_text(content, encoding="utf-8")


def _no_heading(folder: Path) -> None:
    """A contract whose articles are called otherwise, so that no heading is found in it."""
    text = SOURCE.replace("ARTICLE", "PIECE")
    (folder / "source.txt").write_text(text, encoding="utf-8")
    _settings('"ARTICLE 1"', '"PIECE 1"')(folder)


def _correction(raw: str, line: int, more: str = "") -> Callable[[Path], object]:
    entry = f'[[correction]]\nline = {line}\nraw = "{raw}"\ntext = "x"\nreason = "invented"\n'
    return _add("corrections.toml", entry + more)


def _paragraph(line: int, opens: str, more: str = "") -> Callable[[Path], object]:
    return _add("structure.toml", f'[[paragraph]]\nline = {line}\nopens = "{opens}"\n{more}')


def _replace(file: str, how: Callable[[Path], object]) -> Callable[[Path], object]:
    """Put something else in the place of a file, which need not be there."""

    def change(folder: Path) -> None:
        (folder / file).unlink(missing_ok=True)
        how(folder / file)

    return change


def _to_itself(path: Path) -> None:
    path.symlink_to(path)


def _bytes(file: str, data: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / file).write_bytes(data)


MINI = "agreements/mini/"
AGREEMENT, STRUCTURE = MINI + "agreement.toml", MINI + "structure.toml"
CORRECTIONS, TABLES = MINI + "corrections.toml", MINI + "tables.toml"
SHA256 = hashlib.sha256(SOURCE.encode()).hexdigest()
TWO_IDS = '[[part]]\nline = 1\nopens = "ARTICLE 1"\nkind = "furniture"\nid = "pay"\n\n[[part]]\nid = "pay"\nline = 3'
TWO_GROUPS = '[[group]]\ncode = "PSE"\nname = "Again"\nwords = ["PSE"]\n\n[[part]]'
TERM = "effective = 2021-01-01\nexpires = 2020-12-31"
LOOP = "Too many levels"
OVERLAP = '[[correction]]\nline = 3\nraw = "first rule"\ntext = "y"\nreason = "invented"\n'
SECOND_PART = '[[part]]\nline = 8\nopens = "ARTICLE 2"\nkind = "articles"\n\n[[part]]\nline = 1'

FAULTS = [
    Fault("empty file", _source(""), MINI + "source.txt:1:", "empty"),
    Fault("blank file", _source("\n \n"), MINI + "source.txt:1:", "empty"),
    Fault("binary file", _source(b"ARTICLE 1\nPAY\n\x00\x01\x02"), MINI + "source.txt:3:", "binary"),
    Fault("Latin-1", _source("ARTICLE 1\nA\xf1o".encode("latin-1")), MINI + "source.txt:2:", "not UTF-8"),
    Fault("100 MB in one line", _huge, MINI + "source.txt:1:", "larger than"),
    Fault("no source", lambda folder: (folder / "source.txt").unlink(), MINI + "source.txt:1:", "cannot be read"),
    Fault("source is a folder", _settings('"source.txt"', '"."'), MINI.rstrip("/") + ":1:", "cannot be read"),
    Fault("other SHA-256", _settings('sha256 = ""', f'sha256 = "{64 * "0"}"'), MINI + "source.txt:1:", "SHA-256"),
    Fault("unknown key", _settings("short =", "shrot ="), AGREEMENT + ":3:", "unknown key 'shrot'"),
    Fault("unknown key in a table", _settings("line = 1", "lin = 1"), AGREEMENT + ":18:", "unknown key 'lin' in entry 1"),
    Fault("missing key", _settings('short = "mini"\n', ""), AGREEMENT + ":1:", "missing key 'short'"),
    Fault("missing key in a table", _settings('sha256 = ""\n', ""), AGREEMENT + ":8:", "missing key 'sha256' in [source]"),
    Fault("key of the wrong type", _settings("line = 1", 'line = "one"'), AGREEMENT + ":18:", "key 'line'"),
    Fault("value that is not allowed", _settings('"national"', "4"), AGREEMENT + ":4:", "key 'kind'"),
    Fault("list of the wrong type", _settings('["The Union", "The Employer"]', "7"), AGREEMENT + ":5:", "key 'parties'"),
    Fault("a term that ends before it begins", _settings("[source]", f"{TERM}\n[source]"), AGREEMENT + ":9:",
          "expires 2020-12-31 is before effective 2021-01-01"),
    Fault("no language", _settings("[source]", 'language = "xx"\n[source]'), AGREEMENT + ":8:", "there is no language 'xx'"),
    Fault("number for a day", _settings("[source]", 'expires = "soon"\n[source]'), AGREEMENT + ":8:",
          "key 'expires' must be a day, as 2024-05-31, without quotes"),
    Fault("no TOML", _settings("[source]", "[source"), AGREEMENT + ":8:", "not valid"),
    Fault("TOML that is not UTF-8", _latin_1, AGREEMENT + ":1:", "not UTF-8"),
    Fault("unknown table", _add("corrections.toml", "[[corection]]\n"), CORRECTIONS + ":1:", "unknown key 'corection'"),
    Fault("slug that is no address", _settings('slug = "mini"', 'slug = "../mini"'), AGREEMENT + ":1:", "slug '../mini'"),
    Fault("slug of the site's own", _settings('slug = "mini"', 'slug = "go"'), AGREEMENT + ":1:", "slug 'go' is an address of"),
    Fault("no slug", _settings('slug = "mini"', 'slug = ""'), AGREEMENT + ":1:", "slug ''"),
    Fault("id that is no address", _settings("line = 1", 'line = 1\nid = "../x"'), AGREEMENT + ":19:", "id '../x'"),
    Fault("words over a line end", _settings('"ARTICLE 1"', '"ARTICLE\\n9"'), AGREEMENT, "'ARTICLE 9' do not stand there"),
    Fault("part that is not there", _settings('"ARTICLE 1"', '"ARTICLE 9"'), AGREEMENT, "'ARTICLE 9' do not stand there"),
    Fault("part beyond the end", _settings("line = 1", "line = 99"), AGREEMENT, "line 99"),
    Fault("parts out of order", _settings("[[part]]\nline = 1", SECOND_PART), AGREEMENT, "put parts in order"),
    Fault("correction not found", _correction("part time", 3), CORRECTIONS, "line 3: raw text 'part time' is not found"),
    Fault("correction found twice", _correction("fulltime", 10), CORRECTIONS, "occurs twice"),
    Fault("corrections that overlap", _correction("The first", 3, OVERLAP), CORRECTIONS, "overlap at"),
    Fault("table with a wrong cell", _add("tables.toml", TABLE.replace("12.00", "13.00")), TABLES, "lost: '2', added: '3'"),
    Fault("table with a short row", _add("tables.toml", TABLE.replace('"II", ', "")), TABLES, "every row needs 2 cells"),
    Fault("table at another place", _add("tables.toml", TABLE.replace("first = 5", "first = 6")), TABLES, "do not begin"),
    Fault("choice never reached", _paragraph(8, "ARTICLE 2"), STRUCTURE, "source.txt:8 is never reached"),
    Fault("choice at other words", _paragraph(10, "Nobody"), STRUCTURE, "'Nobody' does not stand there"),
    Fault("unknown owner", _paragraph(10, "Leave is", 'owner = "2.Q"\n'), STRUCTURE, "no provision has the anchor '2.Q'"),
    Fault("half a character", _source("ARTICLE 1\nPAY é".encode()[:-1]), MINI + "source.txt:2:", "ends within a character"),
    Fault("UTF-16 without a mark", _source("ARTICLE 1\nPAY".encode("utf-16-le")), MINI + "source.txt:1:", "UTF-16 without"),
    Fault("source links to itself", _replace("source.txt", _to_itself), MINI + "source.txt:1:", LOOP),
    Fault("source is a device", _settings('"source.txt"', '"/dev/null"'), MINI, "no file but"),
    Fault("name that no file can have", _settings('"source.txt"', '"a\\u0000b"'), MINI, "null"),
    Fault("SHA-256 asked for", _settings('sha256 = ""', 'sha256 = "?"'), AGREEMENT, f"is {SHA256}, write that"),
    Fault("settings are a folder", _replace("agreement.toml", Path.mkdir), AGREEMENT + ":1:", "Is a directory"),
    Fault("settings link to themselves", _replace("agreement.toml", _to_itself), AGREEMENT + ":1:", LOOP),
    Fault("corrections are a folder", _replace("corrections.toml", Path.mkdir), CORRECTIONS + ":1:", "Is a directory"),
    Fault("corrections lead nowhere", _replace("corrections.toml", lambda path: path.symlink_to("gone")), CORRECTIONS + ":1:",
          "No such file"),
    Fault("binary settings", _bytes("agreement.toml", b"slug = 1\n\0\1"), AGREEMENT + ":2:", "binary file"),
    Fault("empty settings", _bytes("agreement.toml", b""), AGREEMENT + ":1:", "missing key 'slug'"),
    Fault("brackets without end", _bytes("agreement.toml", b"a = " + 5000 * b"["), AGREEMENT + ":1:", "not valid"),
    Fault("number without end", _bytes("agreement.toml", b"a = " + 9000 * b"9"), AGREEMENT + ":1:", "not valid"),
    Fault("key given twice", _settings('short = "mini"', 'short = "mini"\nshort = "mini"'), AGREEMENT + ":4:", "not valid"),
    Fault("table where tables stand", _settings("[[part]]", "[part]"), AGREEMENT + ":17:", "key 'part'"),
    Fault("numbers for names", _settings('["The Union", "The Employer"]', "[1, 2]"), AGREEMENT + ":5:", "key 'parties'"),
    Fault("number where text stands", _settings('short = "mini"', "short = 5"), AGREEMENT + ":3:", "key 'short'"),
    Fault("word where true stands", _settings("line = 1", 'line = 1\nmemorandum = "?"'), AGREEMENT + ":19:", "'memorandum'"),
    Fault("two parts with one id", _settings("[[part]]\nline = 1", TWO_IDS), AGREEMENT + ":24:", "id 'pay' is given 2 times"),
    Fault("two groups with one code", _settings("[[part]]", TWO_GROUPS), AGREEMENT + ":18:", "code 'PSE' is given 2 times"),
    Fault("articles that print no heading", _no_heading, AGREEMENT + ": part at line 1:", "no heading ARTICLE n"),
    Fault("items that are articles", _settings('"articles"', '"items"'), AGREEMENT + ": part at line 1:", "no heading ITEM n"),
    Fault("label that is none", _paragraph(10, "Leave is", "label = true\n"), STRUCTURE, "source.txt:10: label = true, but"),
    Fault(
        "statement on nothing",
        _add("applicability.toml", '[[applies]]\ncovers = "9"\ngroup = "PSE"\nby = "article-2#2"\n'),
        MINI + "applicability.toml",
        "anchor '9'",
    ),
    Fault(
        "statement by nothing",
        _add("applicability.toml", '[[applies]]\ncovers = "1"\ngroup = "PSE"\nby = "article-9#9"\n'),
        MINI + "applicability.toml",
        "'article-9#9'",
    ),
]  # fmt: skip
