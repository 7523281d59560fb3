"""Owns a test's grip on the practice region: what it was sent, and the faults, clock and places that a test sets."""

from __future__ import annotations

import ssl
from typing import Any

import httpx

from desktop.training import PracticeRegion


class Region:
    """The running practice region; `practice` has its platform, profile, secrets and documented people."""

    def __init__(self, practice: PracticeRegion) -> None:
        self.practice = practice
        # Plain HTTP to this machine: reading the authorities of the whole web would be what takes longest here.
        nobody = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._http = httpx.Client(base_url=practice.ready()["control"], timeout=30, verify=nobody, trust_env=False)

    def close(self) -> None:
        """Let go of the control surface."""
        self._http.close()

    def control(self, path: str, json: dict[str, Any] | None = None) -> dict[str, Any]:
        """POST `json` to the control surface, or GET where there is none; what it answers."""
        response = self._http.get(path) if json is None else self._http.post(path, json=json)
        assert response.status_code == 200, response.text
        return dict(response.json())

    def log(self) -> list[dict[str, Any]]:
        """The calls since the reset, oldest first, with their messages."""
        return list(self.control("/log?bodies=1")["calls"])

    def number(self, key: str) -> str:
        """The personal number of a documented person, such as `in-queue`."""
        return self.practice.people()[key].number
