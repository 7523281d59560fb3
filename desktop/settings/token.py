"""The token by which a region's gateway knows the workplace, fetched where the profile says."""

from __future__ import annotations

import asyncio
import re
import subprocess
import time

from desktop.domain.problems import CallError, Effect, Kind, Problem
from desktop.settings.profile import TokenTerms
from desktop.settings.secrets import SecretFault, Secrets

GATEWAY_TOKEN = "gateway-token"  # noqa: S105  the name of a secret, not the secret
_PATIENCE = 10.0


class GatewayToken:
    """Callable as the transport's bearer. A command's own words go nowhere: they may hold the token."""

    def __init__(self, terms: TokenTerms, secrets: Secrets) -> None:
        self._terms, self._secrets = terms, secrets
        self._turn = asyncio.Lock()
        self._token, self._until = "", 0.0

    async def __call__(self, anew: bool) -> str:
        """The token, fetched anew when it is old or was refused. Raises CallError TOKEN_MISSING."""
        async with self._turn:
            if anew or not self._token or time.monotonic() > self._until:
                self._token = ""
                self._token = await asyncio.to_thread(self._fetch)
                self._until = time.monotonic() + self._terms.keep_seconds
            return self._token

    def _fetch(self) -> str:
        try:
            found = self._found().strip()
        except (OSError, UnicodeDecodeError, subprocess.SubprocessError) as error:
            raise _missing(type(error).__name__) from None
        if not re.fullmatch(r"[\x21-\x7e]{1,8192}", found):
            raise _missing("nothing that can be a token")
        return found

    def _found(self) -> str:
        if self._terms.file is not None:
            return self._terms.file.read_text(encoding="utf-8")
        if self._terms.command:
            done = subprocess.run(  # noqa: S603  the command that the profile, which only IT writes, names
                self._terms.command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                timeout=_PATIENCE,
                check=True,
            )
            return done.stdout
        found = self._secrets.read_secret(GATEWAY_TOKEN)
        if isinstance(found, SecretFault):
            raise _missing(found.value)
        return found


def _missing(why: str) -> CallError:
    return CallError(Problem(Kind.TOKEN_MISSING, Effect.NOTHING_SENT, detail=why))
