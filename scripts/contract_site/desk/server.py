"""The desk's server: this machine only, one page, and requests that carry the token of this run.

A page of another site can make a browser send requests here, and a name of another host can be made to lead here. So an answer
is given only where the address begins with a token that no other page knows, the host is the loopback by its number and port,
and whoever asks is the desk's own page. The page loads nothing from elsewhere and runs no script but its own (``POLICY``).
"""

from __future__ import annotations

import hmac
import json
import secrets
import socket
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from wsgiref.types import StartResponse, WSGIEnvironment

from werkzeug.exceptions import BadRequest, HTTPException, NotFound
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from contract_site.desk import told
from contract_site.desk.decided_lines import KINDS, Decision
from contract_site.desk.desk import Desk
from contract_site.desk.folder import RefusedError
from contract_site.model.finding import ContractSiteError
from contract_site.read.pictures import picture_of

HOST = "127.0.0.1"
ASSETS = Path(__file__).parent / "assets"
FILES = {
    "": ("desk.html", "text/html"),
    "desk.css": ("desk.css", "text/css"),
    "desk.js": ("desk.js", "text/javascript"),
    "desk.svg": ("desk.svg", "image/svg+xml"),
}
LARGEST = 100_000
"""Bytes of a request: a decision is a few hundred."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
REFUSED, CONFLICT, FAULT = 403, 409, 500


class Server:
    """The WSGI application of a desk at a port of this machine."""

    def __init__(self, desk: Desk, token: str, port: int) -> None:
        """Take the desk, the token that every address begins with, and the port."""
        self.desk = desk
        self.token = token
        self.port = port
        # One request after another: the desk is one person's, and PDFium takes one at a time.
        self.lock = threading.Lock()
        self.linking = threading.Lock()

    @property
    def address(self) -> str:
        """Where the desk is."""
        return f"http://{HOST}:{self.port}/{self.token}/"

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request."""
        response = self._answered(Request(environ))
        response.headers.update(HEADERS)
        return response(environ, start_response)

    def _answered(self, request: Request) -> Response:
        path = self._path(request)
        if path is None:
            return Response("This is not for you.\n", REFUSED)
        try:
            if path == "linked":
                return self._linked()
            with self.lock:
                return self._post(path, request) if request.method == "POST" else self._get(path, request)
        except HTTPException as error:
            return Response(f"{error.name}\n", error.code or REFUSED)
        except ContractSiteError as error:
            status = CONFLICT if isinstance(error, RefusedError) else FAULT
            with self.lock:
                return _json({"refused": str(error), "agreement": told.agreement(self.desk)}, status)

    def _linked(self) -> Response:
        """What linking says of the edition: it takes longer than a decision, so decisions do not wait for it."""
        with self.linking:
            found = self.desk.asked()
        with self.lock:
            self.desk.beside = found
            return _json({"agreement": told.agreement(self.desk)})

    def _path(self, request: Request) -> str | None:
        """The path behind the token; None if the request is not the desk's own page's."""
        own = f"{HOST}:{self.port}"
        origin = request.headers.get("Origin")
        site = request.headers.get("Sec-Fetch-Site", "none")
        token, slash, path = request.path.removeprefix("/").partition("/")
        known = hmac.compare_digest(token.encode(), self.token.encode()) and slash == "/"
        if not known or request.headers.get("Host") != own or site not in ("none", "same-origin"):
            return None
        if request.method == "POST":
            return path if origin == f"http://{own}" else None
        return path if origin in (None, f"http://{own}") and request.method == "GET" else None

    def _get(self, path: str, request: Request) -> Response:
        if path in FILES:
            name, kind = FILES[path]
            return Response((ASSETS / name).read_bytes(), content_type=f"{kind}; charset=utf-8")
        what, _, number = path.partition("/")
        match what:
            case "agreement":
                return _json(told.agreement(self.desk))
            case "page":
                return _json(told.page(self.desk, self._page(number)))
            case "picture":
                return Response(self._picture(self._page(number)), content_type="image/png")
            case "cells":
                return _json(told.cells(self.desk, _whole(request.args, "at"), _whole(request.args, "until")))
            case _:
                raise NotFound

    def _page(self, text: str) -> int:
        number = int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else 0
        if not 0 < number <= len(self.desk.reading.leaves):
            raise NotFound
        return number

    def _picture(self, number: int) -> bytes:
        sheet = self.desk.reading.leaves[number - 1].sheet
        if not 0 < sheet <= len(self.desk.sheets):
            raise NotFound
        return picture_of(self.desk.sheets[sheet - 1])

    def _post(self, path: str, request: Request) -> Response:
        sent = _sent(request)
        match path:
            case "decide":
                changed = self.desk.decide(_decision(sent))
            case "undo":
                changed = self.desk.undo()
            case "read":
                self.desk.mark(_whole(sent, "page"), read=sent.get("read") is True)
                changed = {}
            case _:
                raise NotFound
        return _json({"changed": sorted(changed), "agreement": told.agreement(self.desk)})


def _json(value: object, status: int = 200) -> Response:
    return Response(json.dumps(value), status, content_type="application/json")


def _sent(request: Request) -> Mapping[str, object]:
    """What the desk's page sends: an object of JSON. Raises BadRequest."""
    request.max_content_length = LARGEST
    if request.mimetype != "application/json":
        raise BadRequest
    found = request.get_json()
    if not isinstance(found, dict):
        raise BadRequest
    return found


def _whole(values: Mapping[str, object], key: str) -> int:
    value = values.get(key)
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 12:
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise BadRequest


def _decision(sent: Mapping[str, object]) -> Decision:
    """The decision that was sent. Raises BadRequest if it is none."""
    kind = next((kind for kind in KINDS if kind == sent.get("kind")), None)
    words = {key: sent.get(key, "") for key in ("raw", "text", "reason")}
    if kind is None or not all(isinstance(value, str) for value in words.values()):
        raise BadRequest
    at = _whole(sent, "at")
    until = _whole(sent, "until") if "until" in sent else at
    return Decision(kind=kind, at=at, until=until, **{key: str(value) for key, value in words.items()})


class Silent(WSGIRequestHandler):
    """Says nothing of requests: their addresses hold the token."""

    def log(self, type: str, message: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(desk: Desk, port: int) -> Iterator[str]:
    """Answer for a desk at a port of this machine (0: any free one) until the block ends; yield the address of its page.

    Raises ContractSiteError if the port cannot be used.
    """
    try:
        waiting = socket.create_server((HOST, port))
    except (OSError, OverflowError) as error:
        raise ContractSiteError(f"port {port} cannot be used ({error}); choose another with --port") from None
    with waiting:
        application = Server(desk, secrets.token_urlsafe(24), waiting.getsockname()[1])
        server = make_server(HOST, application.port, application, threaded=True, request_handler=Silent, fd=waiting.fileno())  # type: ignore[call-overload, unused-ignore]
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield application.address
        finally:
            server.shutdown()
            thread.join()
            server.server_close()
