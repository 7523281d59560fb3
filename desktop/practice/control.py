"""The control surface: plain HTTP on loopback with JSON, for tests and the practice menu; never for browsers."""

import json
import os
from collections.abc import Callable
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from desktop.practice.faults import FAULTS, FaultError, read_fault
from desktop.practice.server import PlatformServer

Json = dict[str, Any]
_LARGEST = 1024 * 1024
_BROWSER_HEADERS = ("Origin", "Sec-Fetch-Site", "Sec-Fetch-Mode")
_HOSTS = ("127.0.0.1", "localhost")


class RequestError(ValueError):
    """The request cannot be carried out; the text says why."""


class ControlServer(ThreadingHTTPServer):
    """Serves the control surface of one platform."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would let two processes share a port

    def __init__(self, platform: PlatformServer, port: int, after_reset: Callable[[], None]) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.platform = platform
        self.after_reset = after_reset

    @property
    def url(self) -> str:
        """Where the surface answers."""
        return f"http://127.0.0.1:{self.server_port}"

    def read(self, path: str, query: dict[str, list[str]]) -> Json:
        """Answer a GET: `/state`, `/faults`, `/people`, `/places`, `/log` (`?bodies=1` with the messages)."""
        realm = self.platform.realm
        match path:
            case "/state":
                return realm.state()
            case "/faults":
                return {"faults": realm.faults.state(), "known": FAULTS}
            case "/people":
                return {"people": realm.people()}
            case "/places":
                return {"places": realm.places()}
            case "/log":
                return {"calls": realm.router.log.entries(query.get("bodies") == ["1"])}
            case _:
                raise RequestError(f"Unknown path {path}")

    def change(self, path: str, body: Json) -> Json:
        """Answer a POST: `/faults`, `/clock`, `/free-places`, `/reset`, `/log` (clears it)."""
        realm = self.platform.realm
        match path:
            case "/faults":
                self._set_faults(body)
            case "/clock":
                realm.advance(_step(body))
            case "/free-places":
                places = _number(body, "places", 1)
                if not realm.free_places(str(body.get("facility", "")), places):
                    raise RequestError("Unknown facility")
            case "/reset":
                self.platform.set_faults([])
                realm.reset()
                self.after_reset()
            case "/log":
                realm.router.log.clear()
            case _:
                raise RequestError(f"Unknown path {path}")
        return realm.state()

    def _set_faults(self, body: Json) -> None:
        """`{"set": [fault, ...]}` replaces all, `{"add": fault}` adds one, `{"clear": true}` removes all."""
        if "set" in body:
            self.platform.set_faults([read_fault(dict(values)) for values in body["set"]])
        elif "add" in body:
            present = [read_fault(rule) for rule in self.platform.realm.faults.state()]
            self.platform.set_faults([*present, read_fault(dict(body["add"]))])
        elif body.get("clear"):
            self.platform.set_faults([])
        else:
            raise RequestError("Expected set, add or clear")


def _step(body: Json) -> timedelta:
    step = timedelta(days=_number(body, "advance_days", 0), seconds=_number(body, "advance_seconds", 0))
    if not timedelta(0) < step <= timedelta(days=3660):
        raise RequestError("advance_days and advance_seconds must move the clock forward, ten years at most")
    return step


def _number(body: Json, name: str, otherwise: int) -> int:
    value = body.get(name, otherwise)
    if not isinstance(value, int) or abs(value) > 10**9:
        raise RequestError(f"{name} must be a whole number")
    return value


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = 65536
    server: ControlServer

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Nothing is written."""

    def do_GET(self) -> None:
        """Read something."""
        parts = urlsplit(self.path)
        self._answer(lambda: self.server.read(parts.path, parse_qs(parts.query)))

    def do_POST(self) -> None:
        """Change something."""
        length = self.headers.get("Content-Length", "0")
        size = int(length) if length.isascii() and length.isdigit() else _LARGEST
        if size >= _LARGEST:
            self.close_connection = True
            self._send(413, {"error": "Too large"})
            return
        content = self.rfile.read(size)
        self._answer(lambda: self.server.change(urlsplit(self.path).path, self._read_json(content)))

    def _read_json(self, content: bytes) -> Json:
        if not self.headers.get("Content-Type", "application/json").startswith("application/json"):
            raise RequestError("Content-Type must be application/json")
        body = json.loads(content or b"{}")
        if not isinstance(body, dict):
            raise RequestError("Expected a JSON object")
        return body

    def _answer(self, work: Callable[[], Json]) -> None:
        host = self.headers.get("Host", "").rpartition(":")[0] or self.headers.get("Host", "")
        if any(name in self.headers for name in _BROWSER_HEADERS) or host not in _HOSTS:
            self.close_connection = True
            self._send(403, {"error": "Not for browsers"})
            return
        try:
            self._send(200, work())
        except (RequestError, FaultError, json.JSONDecodeError, TypeError, ValueError) as error:
            self._send(400, {"error": str(error)})

    def _send(self, status: int, content: Json) -> None:
        body = json.dumps(content, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
