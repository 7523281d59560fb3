"""The practice region as the desk starts it: its own process, and a profile that points at it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from desktop.runtime.resources import resource
from desktop.settings.profile import Platform, Profile, read_profile
from desktop.settings.secrets import CERTIFICATE_PASSPHRASE, FolderSecrets
from desktop.viewmodels.standing import TryOut


class PracticeError(Exception):
    """The practice region did not start; says why."""


class PracticeRegion:
    """Starts the practice region at once; `platform` and `people` wait until it is ready. Ends with this process."""

    def __init__(self, folder: Path, *, small: bool = False) -> None:
        self.folder = folder
        self._ready: dict[str, Any] | None = None
        program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop"]
        options = ["practice", "--json", "--with-parent", "--data", str(folder), *(["--small"] if small else [])]
        self._process = subprocess.Popen(  # noqa: S603  our own program
            [*program, *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )

    def profile(self) -> Profile:
        """The practice profile; its platform's address comes from `platform`."""
        return read_profile(resource("practice/profile.toml"))

    def secrets(self) -> FolderSecrets:
        """Secrets of fictitious data lie in the practice folder."""
        return FolderSecrets(self.folder / "secrets")

    def ready(self) -> dict[str, Any]:
        """What the region said when it was ready. Blocks until then; raises PracticeError."""
        if self._ready is None:
            line = self._process.stdout.readline() if self._process.stdout else ""
            if not line:
                raise PracticeError(f"the practice region ended with code {self._process.wait()} before it was ready")
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
                "ca_file": Path(ready["ca"]),
                "certificate": Path(ready["client_p12"]),
            }
        )

    def people(self) -> dict[str, TryOut]:
        """The documented persons by key."""
        persons = json.loads(Path(self.ready()["people"]).read_text(encoding="utf-8"))
        return {one["key"]: _try_out(one) for one in persons}

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


def _try_out(person: dict[str, str]) -> TryOut:
    stories = {code: f"{person[code]} {person[f'try_{code}']}".strip() for code in ("sv", "en")}
    return TryOut(person["number"], person["name"], stories)
