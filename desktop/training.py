"""The practice region as the desk starts it: its own process, and a profile that points at it."""

from __future__ import annotations

import asyncio
import http
import http.client
import json
import subprocess
import sys
import tempfile
import threading
import tomllib
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, ValidationError

from desktop.domain.regions import County
from desktop.runtime.resources import resource
from desktop.settings.profile import Platform, Profile, Trust, read_profile
from desktop.settings.secrets import CERTIFICATE_PASSPHRASE, FolderSecrets
from desktop.viewmodels.practice_world import Answer, ControlProblem, Controls, Exercise, Fault, Place, World
from desktop.viewmodels.standing import Told, TryOut

_PATIENCE = 60.0
"""Seconds; making the whole world anew takes two or three."""


class PracticeError(Exception):
    """The practice region did not start; says why."""


class PracticeRegion:
    """Starts the practice region at once; `platform` and `people` wait until it is ready. Ends with this process."""

    def __init__(self, folder: Path, *, small: bool = False) -> None:
        self.folder = folder
        self._ready: dict[str, Any] | None = None
        self._reading = threading.Lock()
        program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop"]
        options = ["practice", "--json", "--with-parent", "--data", str(folder), *(["--small"] if small else [])]
        self._process = subprocess.Popen(  # noqa: S603  our own program
            [*program, *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )

    def profile(self) -> Profile:
        """The practice profile with the region's own directory; its platform's address comes from `platform`."""
        return read_profile(
            resource("practice/profile.toml"), {"directory_file": str(self.folder.resolve() / "directory.csv")}
        )

    def secrets(self) -> FolderSecrets:
        """Secrets of fictitious data lie in the practice folder."""
        return FolderSecrets(self.folder / "secrets")

    def ready(self) -> dict[str, Any]:
        """What the region said when it was ready. Blocks until then, on any thread; raises PracticeError."""
        with self._reading:
            if self._ready is None:
                line = self._process.stdout.readline() if self._process.stdout else ""
                if not line:
                    raise PracticeError(
                        f"the practice region ended with code {self._process.wait()} before it was ready"
                    )
                self._ready = json.loads(line)
            return self._ready

    def platform(self) -> Platform:
        """The region's address, its certificate authority and our certificate, whose passphrase is stored first."""
        ready = self.ready()
        if self.secrets().store_secret(CERTIFICATE_PASSPHRASE, ready["client_passphrase"]) is not None:
            raise PracticeError("the practice folder cannot be written to")
        return self.profile().platform.model_copy(
            update={
                "base_url": ready["url"],
                "trust": Trust(ca_files=(Path(ready["ca"]),)),
                "certificate": Path(ready["client_p12"]),
            }
        )

    def people(self) -> dict[str, TryOut]:
        """The documented persons by key."""
        persons = json.loads(Path(self.ready()["people"]).read_text(encoding="utf-8"))
        return {one["key"]: _try_out(one) for one in persons}

    def controls(self) -> Controls:
        """The region's control surface, asked on a thread of its own."""

        def ask(path: str, body: dict[str, Any] | None = None) -> Awaitable[Answer]:
            return asyncio.to_thread(_ask, self, path, body)

        return Controls(
            read=lambda: ask("/state"),
            set_faults=lambda faults: ask("/faults", {"set": [_told(fault) for fault in faults]}),
            advance=lambda step: ask("/clock", {"advance_seconds": round(step.total_seconds())}),
            reset=lambda: ask("/reset", {}),
        )

    def stop(self) -> None:
        """End the region and wait for it."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()


@contextmanager
def small_region() -> Iterator[PracticeRegion]:
    """A small practice region in a folder of its own, ready, for as long as the block. Raises PracticeError."""
    with tempfile.TemporaryDirectory(prefix="listningsluckan-") as folder:
        region = PracticeRegion(Path(folder), small=True)
        try:
            region.ready()
            yield region
        finally:
            region.stop()


class _State(BaseModel):
    """What the control surface answers: the region's clock and faults, and much that the desk has no use for."""

    model_config = ConfigDict(frozen=True)
    now: datetime
    faults: tuple[Fault, ...]


class _NamedPlace(BaseModel):
    model_config = ConfigDict(frozen=True)
    key: str
    hsa_id: str
    name: str
    sv: str
    en: str


class _Places(BaseModel):
    model_config = ConfigDict(frozen=True)
    places: tuple[_NamedPlace, ...]


class _RefusedError(Exception):
    """The control surface does not do what it was asked."""


def _ask(region: PracticeRegion, path: str, body: dict[str, Any] | None) -> Answer:
    try:
        control = region.ready()["control"]
        state = _State.model_validate_json(_exchange(control, path, body))
        named = _Places.model_validate_json(_exchange(control, "/places", None)).places
        people = region.people()
    except (PracticeError, OSError, http.client.HTTPException):
        return ControlProblem.NO_ANSWER
    except _RefusedError:
        return ControlProblem.REFUSED
    except ValidationError:
        return ControlProblem.NOT_UNDERSTOOD
    places = {one.key: _place(one) for one in named}
    exercises = _exercises(people, places)
    return World(state.now, state.faults, exercises, tuple(people.values()), tuple(places.values()))


def _exchange(control: str, path: str, body: dict[str, Any] | None) -> bytes:
    """GET, or POST where there is a body. Not urllib.request, which would hand loopback to a configured proxy."""
    connection = http.client.HTTPConnection(urlsplit(control).netloc, timeout=_PATIENCE)
    try:
        content = None if body is None else json.dumps(body)
        connection.request("GET" if body is None else "POST", path, content, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        if answer.status != http.HTTPStatus.OK:
            raise _RefusedError
        return answer.read()
    finally:
        connection.close()


def _told(fault: Fault) -> dict[str, Any]:
    values = {name: getattr(fault, name) for name in ("name", "region", "contract", "code", "seconds", "times")}
    return {name: value for name, value in values.items() if value is not None}


def _exercises(people: dict[str, TryOut], places: dict[str, Place]) -> tuple[Exercise, ...]:
    tables = tomllib.loads(resource("practice/exercises.toml").read_text(encoding="utf-8"))["exercise"]
    return tuple(
        Exercise(
            key=one["key"],
            titles={code: one[f"title_{code}"] for code in ("sv", "en")},
            texts={code: one[code] for code in ("sv", "en")},
            person=people[one["person"]],
            place=places[one["place"]] if "place" in one else None,
            faults=(Fault(**one["fault"]),) if "fault" in one else (),
            clock=timedelta(days=one.get("clock_days", 0), seconds=one.get("clock_seconds", 0)),
        )
        for one in tables
    )


def _place(place: _NamedPlace) -> Place:
    """The county stands in the practice region's HSA-ids."""
    return Place(place.hsa_id, place.name, County(place.hsa_id[10:12]), {"sv": place.sv, "en": place.en})


def _try_out(person: dict[str, str]) -> TryOut:
    stories: Told = {code: f"{person[code]} {person[f'try_{code}']}".strip() for code in ("sv", "en")}
    return TryOut(person["number"], person["name"], stories)
