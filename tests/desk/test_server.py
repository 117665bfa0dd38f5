"""The desk's server answers its own page and nobody else."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.desk.desks import LEARNED, TEXT, a_desk, contents, line_of
from tests.read.pdfs import a_pdf
from werkzeug.test import Client

from contract_site.desk.desk import Desk
from contract_site.desk.server import Server, serving
from contract_site.model.finding import ContractSiteError

TOKEN, PORT = "a-token", 8123
OWN = f"http://127.0.0.1:{PORT}"
PAGE = {"Host": f"127.0.0.1:{PORT}"}
SENT = {**PAGE, "Origin": OWN}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_desk(tmp_path / "lamps")


@pytest.fixture
def client(desk: Desk) -> Client:
    return Client(Server(desk, TOKEN, PORT))


def decision(desk: Desk) -> dict[str, object]:
    return {"kind": "heading", "at": line_of(desk, "Lamps and").at}


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        pytest.param("/", PAGE, id="no token"),
        pytest.param("/agreement", PAGE, id="no token before the path"),
        pytest.param("/another/agreement", PAGE, id="another token"),
        pytest.param(f"/{TOKEN}", PAGE, id="a token without its slash"),
        pytest.param(f"/{TOKEN}é/agreement", PAGE, id="a token with more"),
        pytest.param(f"/{TOKEN}/agreement", {"Host": "desk.example"}, id="another host's name"),
        pytest.param(f"/{TOKEN}/agreement", {"Host": "127.0.0.1:1"}, id="another port"),
        pytest.param(f"/{TOKEN}/agreement", {"Host": "localhost"}, id="a name"),
        pytest.param(f"/{TOKEN}/agreement", {**PAGE, "Origin": "https://other.example"}, id="another site's page"),
        pytest.param(f"/{TOKEN}/agreement", {**PAGE, "Origin": "null"}, id="a page without an origin"),
        pytest.param(f"/{TOKEN}/agreement", {**PAGE, "Sec-Fetch-Site": "cross-site"}, id="a request for another site"),
        pytest.param(f"/{TOKEN}/agreement", {**PAGE, "Sec-Fetch-Site": "same-site"}, id="a page of another port"),
    ],
)
def test_nobody_else_is_answered(client: Client, path: str, headers: dict[str, str]) -> None:
    answer = client.get(path, headers=headers)

    assert (answer.status_code, answer.text) == (403, "This is not for you.\n")


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        pytest.param(f"/{TOKEN}/decide", PAGE, 403, id="no origin"),
        pytest.param(f"/{TOKEN}/decide", {**PAGE, "Origin": "https://other.example"}, 403, id="another site's page"),
        pytest.param(f"/{TOKEN}/decide", {**PAGE, "Origin": "http://127.0.0.1:1"}, 403, id="a page of another port"),
        pytest.param("/another/decide", SENT, 403, id="another token"),
        pytest.param(f"/{TOKEN}/decide", {**SENT, "Host": "desk.example"}, 403, id="another host's name"),
        pytest.param(f"/{TOKEN}/../decide", SENT, 404, id="a path outside"),
        pytest.param(f"/{TOKEN}/write", SENT, 404, id="no such thing"),
    ],
)
def test_nobody_else_decides(client: Client, desk: Desk, path: str, headers: dict[str, str], status: int) -> None:
    before = contents(desk.folder.path)
    answer = client.post(path, headers=headers, json=decision(desk))

    assert answer.status_code == status
    assert contents(desk.folder.path) == before


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        pytest.param(b'{"kind": "heading", "at": 92}', "text/plain", 400, id="a form of another page"),
        pytest.param(b"[]", "application/json", 400, id="no object"),
        pytest.param(b"{", "application/json", 400, id="no JSON"),
        pytest.param(b'{"kind": "rm", "at": 1}', "application/json", 400, id="no such decision"),
        pytest.param(b'{"kind": "heading", "at": "../x"}', "application/json", 400, id="no place"),
        pytest.param(b'{"kind": "heading", "at": true}', "application/json", 400, id="no number"),
        pytest.param(b'{"kind": "correct", "at": 1, "raw": 5}', "application/json", 400, id="no words"),
        pytest.param(b'{"kind": "heading", "at": 99999}', "application/json", 409, id="no such line"),
        pytest.param(b" " * 200_000, "application/json", 413, id="too large"),
    ],
)
def test_what_is_no_decision_is_refused(client: Client, desk: Desk, body: bytes, kind: str, status: int) -> None:
    before = contents(desk.folder.path)
    answer = client.post(f"/{TOKEN}/decide", headers=SENT, data=body, content_type=kind)

    assert answer.status_code == status
    assert contents(desk.folder.path) == before


@pytest.mark.parametrize(
    "path", ["page/0", "page/2", "page/x", "page/-1", "page/1/2", "picture/1", "desk.py", "../desk.py", "x"]
)
def test_there_is_nothing_else(client: Client, path: str) -> None:
    assert client.get(f"/{TOKEN}/{path}", headers=PAGE).status_code == 404


def test_the_desks_own_page_reads_decides_and_takes_back(client: Client, desk: Desk) -> None:
    page = client.get(f"/{TOKEN}/page/1", headers=PAGE).json
    decided = client.post(f"/{TOKEN}/decide", headers=SENT, json=decision(desk)).json
    after = client.get(f"/{TOKEN}/page/1", headers=PAGE).json
    undone = client.post(f"/{TOKEN}/undo", headers=SENT, json={}).json
    read = client.post(f"/{TOKEN}/read", headers=SENT, json={"page": 1, "read": True}).json

    assert [line["text"] for line in page["lines"]] == [" ".join(line.split("\t")) for line in TEXT.splitlines()]
    assert (decided["changed"], decided["agreement"]["steps"]) == (["outline.tsv"], 1)
    assert [each["heading"] for each in after["provisions"] if each["heading"] == "Lamps and Oil"] == ["Lamps and Oil"]
    assert (undone["changed"], undone["agreement"]["steps"]) == (["outline.tsv"], 0)
    assert read["agreement"]["progress"] == "read: 1 of 1 pages"


def test_every_answer_forbids_other_scripts_frames_and_hosts(client: Client) -> None:
    for path in ("", "desk.js", "desk.css", "agreement", "page/1", "nothing"):
        headers = client.get(f"/{TOKEN}/{path}", headers=PAGE).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"


def test_words_of_a_source_are_data(client: Client) -> None:
    answer = client.get(f"/{TOKEN}/agreement", headers=PAGE)

    assert answer.content_type.startswith("application/json")
    assert answer.json["title"] == "The Lamp <b>Pact</b>"


@pytest.fixture
def address(desk: Desk) -> Iterator[str]:
    with serving(desk, 0) as address:
        yield address


def test_it_listens_on_this_machine_only_and_each_run_has_its_own_token(desk: Desk, address: str) -> None:
    place = urlsplit(address)
    connection = http.client.HTTPConnection(place.netloc, timeout=10)
    connection.request("GET", f"{place.path}agreement")
    answer = connection.getresponse()

    assert place.hostname == "127.0.0.1"
    assert len(place.path) > 30
    assert (answer.status, json.loads(answer.read())["progress"]) == (200, "read: 0 of 1 pages")
    with serving(desk, 0) as other:
        assert urlsplit(other).path != place.path
    with pytest.raises(ContractSiteError, match=f"port {place.port} cannot be used"), serving(desk, place.port or 0):
        pass


def test_a_pdf_is_shown_as_pictures_with_a_box_around_every_provision(tmp_path: Path) -> None:
    first = [
        (72, 740, "ARTICLE 1"),
        (72, 720, "DOORS"),
        (72, 700, "A. Doors are shut at night."),
        (72, 688, "B. Keys are kept."),
    ]
    second = [(72, 740, "ARTICLE 2"), (72, 720, "MATS"), (72, 700, "Mats are beaten in spring.")]
    folder = tmp_path / "lamps"
    folder.mkdir()
    (folder / "source.pdf").write_bytes(a_pdf(first, second))
    (folder / "agreement.toml").write_text(LEARNED.replace("source.txt", "source.pdf"), encoding="utf-8")
    client = Client(Server(Desk(folder, "agreements/lamps"), TOKEN, PORT))

    page = client.get(f"/{TOKEN}/page/1", headers=PAGE).json
    picture = client.get(f"/{TOKEN}/picture/2", headers=PAGE)

    assert picture.data.startswith(b"\x89PNG\r\n")
    assert [each["provision"] for each in page["boxes"]] == [0, 1, 2]
    tops = [line["box"][1] for line in page["lines"]]
    assert tops == sorted(tops)
    assert all(0 <= value <= 1 for line in page["lines"] for value in line["box"])
    # A line set at 740 of 792 points stands within the first tenth of the sheet.
    assert 0.03 < tops[0] < 0.1
