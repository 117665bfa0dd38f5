"""The index that search reads: Pagefind's, one an agreement, so that a query fetches only what it needs of those it asks.

Pagefind keeps apart what is in different languages. Each agreement is therefore indexed in a language of its own, English with
a private part (``en-x-keepers-2024``, as BCP 47 has it): the words are taken as English, the index is the agreement's alone.
Pagefind writes the values of filters in the order of a hash table, which changes from run to run. So it is given none, and the
kinds of records are files of ours.
"""

from __future__ import annotations

import base64
import gzip
import html
import json
import subprocess
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from pagefind.service import get_executable

from contract_site.model.finding import ContractSiteError
from contract_site.model.search_record import SearchedAgreement, SearchRecord
from contract_site.model.searched_words import respelled
from contract_site.site.folder import write

HEADING = 4
"""How much more a word of a heading counts."""
KEPT = ("index/", "fragment/", "pagefind-worker.js")
SIGNATURE = b"pagefind_dcd"


def write_search(agreements: Sequence[SearchedAgreement], site: Path) -> None:
    """Write the indexes of all agreements below ``search/`` of a built site. Raises ContractSiteError."""
    folder = site / "search" / "pagefind"
    made = _run(list(_messages(agreements)))
    entry = json.loads(made["pagefind-entry.json"])
    languages: dict[str, dict[str, Any]] = dict(sorted(entry["languages"].items()))
    kept = {path for path in made if path.startswith(KEPT)} | {
        f"pagefind.{each['hash']}.pf_meta" for each in languages.values()
    }
    files = {path: made[path] for path in kept}
    for language in languages.values():
        files["wasm.en.pagefind"] = made[f"wasm.{language['wasm']}.pagefind"]
        language["wasm"] = "en"
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    entry["languages"] = languages
    write(folder / "pagefind-entry.json", json.dumps(entry, ensure_ascii=False, separators=(",", ":")))
    for agreement in agreements:
        write(folder / "kinds" / f"{agreement.slug}.json", _kinds(agreement, folder / "fragment"))


def language_of(slug: str) -> str:
    """Return the language in which an agreement is indexed."""
    return f"en-x-{slug}"


def _messages(agreements: Sequence[SearchedAgreement]) -> Iterator[dict[str, object]]:
    yield {"type": "NewIndex", "config": {}}
    for agreement in agreements:
        for record in agreement.records:
            document = _document(agreement.slug, record)
            yield {"type": "AddFile", "index_id": 0, "url": _name(record), "file_contents": document}
    yield {"type": "GetFiles", "index_id": 0}


def _name(record: SearchRecord) -> str:
    """What Pagefind takes for an address and only hands back: the kind, how many words the heading has, the address."""
    return f"{record.kind} {len(respelled(record.heading))} {record.url}"


def _document(slug: str, record: SearchRecord) -> str:
    """A record as a page that Pagefind reads: the titles above it are found too, its heading counts more.

    Letters are indexed in one form, because Pagefind knows a ligature from its letters; words that are written in another are
    handed over by their places (``12=résumé``), so that results show them as they stand.
    """
    head_words, body_words = respelled(record.heading), respelled(record.text)
    written = [f"{at}={as_written}" for at, (word, as_written) in enumerate([*head_words, *body_words]) if word != as_written]
    facts = {"citation": record.citation, "trail": " › ".join(record.trail)} | (
        {"written": " ".join(written)} if written else {}
    )
    head = "".join(f'<meta content="{html.escape(value)}" data-pagefind-meta="{key}[content]">' for key, value in facts.items())
    heading, text = (html.escape(" ".join(word for word, _ in words)) for words in (head_words, body_words))
    words = f'<span data-pagefind-weight="{record.weight * HEADING}">{heading}</span> {text}'
    body = f'<body data-pagefind-body data-pagefind-weight="{record.weight}">{head}{words}</body>'
    return f'<!doctype html><html lang="{language_of(slug)}">{body}</html>'


def _run(messages: Sequence[dict[str, object]]) -> dict[str, bytes]:
    """Hand all messages to Pagefind; return the files that it answers the last with, by their paths.

    Its own library waits a tenth of a second for each answer; this does not. It is not asked to write the files, because it
    answers before they are on the disk, and a build that went on found them empty.
    """
    executable = get_executable()
    if executable is None:
        raise ContractSiteError("pagefind:1: is not installed; run make, or install requirements/site.txt")
    lines = [
        base64.b64encode(json.dumps({"message_id": number, "payload": payload}).encode()) + b","
        for number, payload in enumerate(messages, start=1)
    ]
    with subprocess.Popen([executable, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as service:
        assert service.stdin is not None
        assert service.stdout is not None
        writer = threading.Thread(target=_send, args=(service.stdin, lines), daemon=True)
        writer.start()
        answers = [answer for _, answer in zip(lines, _answers(service.stdout), strict=False)]
        writer.join()
    wrong = [answer["payload"] for answer in answers if answer["payload"]["type"] == "Error"]
    if wrong or len(answers) < len(lines):
        raise ContractSiteError(f"pagefind:1: did not index the site: {wrong[0]['message'] if wrong else 'it ended early'}")
    return {file["path"]: base64.b64decode(file["content"]) for file in answers[-1]["payload"]["files"]}


def _send(stream: IO[bytes], lines: Sequence[bytes]) -> None:
    try:
        stream.writelines(lines)
        stream.flush()
    except BrokenPipeError:
        pass  # the answers that are missing tell


def _answers(stream: IO[bytes]) -> Iterator[Any]:
    rest = b""
    while chunk := stream.read1(1 << 16):  # type: ignore[attr-defined]
        *whole, rest = (rest + chunk).split(b",")
        yield from (json.loads(base64.b64decode(answer)) for answer in whole)


def _kinds(agreement: SearchedAgreement, fragments: Path) -> str:
    """The names of the records of each kind, as Pagefind's results give them, without what all of them begin with."""
    prefix = f"{language_of(agreement.slug)}_"
    named: dict[str, list[str]] = {kind: [] for kind in agreement.kinds}
    for path in sorted(fragments.glob(f"{prefix}*.pf_fragment")):
        fragment = json.loads(gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE))
        named[fragment["url"].partition(" ")[0]].append(path.stem.removeprefix(prefix))
    return json.dumps(named, separators=(",", ":"))
