"""The line to the platform: from the profile's terms and the secrets to a transport, kept up to date while it runs.

A certificate that IT installs beside the old one, or a file of authorities or revocations that is replaced, is taken
into use without a restart. What cannot be opened yet changes nothing as long as the old one holds.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.certificate import CertificateError, CertificateFault, CertificateStanding, ClientCertificate
from desktop.domain.problems import CallError, Effect, Kind, Problem
from desktop.settings.machine import WorkplaceSecrets
from desktop.settings.profile import Platform
from desktop.settings.secrets import CERTIFICATE_PASSPHRASE, SecretFault, Secrets
from desktop.settings.token import GatewayToken

if TYPE_CHECKING:
    import ssl

    from desktop.contracts.certificate import LoadedCertificate
    from desktop.contracts.transport import ProxyAddress, Transport

PROXY_PASSWORD = "proxy-password"  # noqa: S105  the name of a secret, not the secret
_LOOK_EVERY = 60.0
_USABLE = (None, CertificateFault.NO_SERIAL_NUMBER)
_log = logging.getLogger("desktop.line")


class Line:
    """Opened on any thread, where it may block; `transport` and `standing` are there from then on.

    `standing` is of the certificate, None where the profile wants none shown.
    """

    transport: Transport

    def __init__(self, terms: Platform, secrets: Secrets) -> None:
        self._terms, self._secrets = terms, secrets
        self._opened: list[LoadedCertificate] = []
        self._unopened: CertificateFault | None = None
        self._chosen: LoadedCertificate | None = None
        self._seen: object = None
        self.standing: CertificateStanding | None = None

    def open(self) -> Transport:
        """The transport. Without a usable certificate every exchange is that Problem."""
        from desktop.contracts.transport import Limits, Transport

        terms = self._terms
        limits = Limits(connect=terms.connect_timeout, read=terms.read_timeout, calls_per_second=terms.calls_per_second)
        self._look()
        context, barred = self._context()
        bearer = GatewayToken(terms.token, self._secrets) if terms.authentication == "token" else None
        self.transport = Transport(
            terms.base_url, terms.contract_urls, context, limits, barred, bearer, _proxy(terms, self._secrets)
        )
        return self.transport

    async def look_after(self, every: float = _LOOK_EVERY) -> AsyncIterator[CertificateStanding | None]:
        """Take what is new into use, looking every so many seconds; yields how the certificate stands, now and then."""
        yield self.standing
        while True:
            await asyncio.sleep(every)
            if await asyncio.to_thread(self._look):
                self.transport.renew(*await asyncio.to_thread(self._context))
                yield self.standing

    def own_certificate(self) -> ClientCertificate | None:
        """The certificate in use; None where none is shown. Raises CallError where there is none to be shown."""
        if self.standing is not None and self._chosen is None:
            raise CallError(_barred(self.standing.fault))
        return self._chosen.certificate if self._chosen is not None else None

    def _look(self) -> bool:
        """Whether anything is to be taken into use."""
        seen, before = self._files(), (self._chosen, self.standing)
        changed = seen != self._seen
        if changed or self._unopened is not None:
            self._load()
        self._seen = seen
        self._choose(datetime.now(UTC))
        return changed or before != (self._chosen, self.standing)

    def _files(self) -> object:
        terms = self._terms
        ours: tuple[Path, ...] = (terms.certificate,) if terms.certificate else ()
        if isinstance(self._secrets, WorkplaceSecrets) and not ours:
            ours = self._secrets.machine.certificate_files()
        files = (*ours, *terms.trust.ca_files, *((terms.trust.crl_file,) if terms.trust.crl_file else ()))
        return tuple((file, _changed_at(file)) for file in files)

    def _load(self) -> None:
        """Open what there is. Where that fails, what is open already stays so."""
        from desktop.contracts.certificate import load_certificate

        if self._terms.authentication != "certificate":
            return
        self._unopened = None
        try:
            self._opened = [load_certificate(data, passphrase) for data, passphrase in self._stored()]
        except CertificateError as error:
            self._unopened = error.fault
        except OSError:
            self._unopened = CertificateFault.NOT_READABLE

    def _stored(self) -> list[tuple[bytes, str]]:
        if self._terms.certificate is None:
            machine = self._secrets.machine if isinstance(self._secrets, WorkplaceSecrets) else None
            found = [(one.pem, one.passphrase) for one in machine.certificates()] if machine is not None else []
            if not found:
                raise CertificateError(CertificateFault.NONE_INSTALLED)
            return found
        passphrase = self._secrets.read_secret(CERTIFICATE_PASSPHRASE)
        if isinstance(passphrase, SecretFault):
            raise CertificateError(CertificateFault.LOCKED)
        return [(self._terms.certificate.read_bytes(), passphrase)]

    def _choose(self, now: datetime) -> None:
        """Of those that hold the one that began last; without any the one that would hold longest says why."""
        if self._terms.authentication != "certificate":
            self.standing = None
            return
        usable = [one for one in self._opened if one.certificate.fault(now) in _USABLE]
        self._chosen = max(usable, key=lambda one: one.certificate.not_before, default=None)
        told = self._chosen or max(self._opened, key=lambda one: one.certificate.not_after, default=None)
        if told is None:
            self.standing = CertificateStanding(None, self._unopened)
        else:
            self.standing = CertificateStanding(told.certificate, told.certificate.fault(now) or self._unopened)

    def _context(self) -> tuple[ssl.SSLContext | None, Problem | None]:
        from desktop.contracts.certificate import ssl_context

        if self.standing is not None and self._chosen is None:
            _log.error("the certificate cannot be used: %s", self.standing.fault)
            return None, _barred(self.standing.fault)
        try:
            context = ssl_context(self._chosen, self._terms.trust.ca_files, self._terms.trust.crl_file)
        except CertificateError as error:
            _log.error("the connection cannot be trusted: %s", error)
            self.standing = CertificateStanding(self._chosen.certificate if self._chosen else None, error.fault)
            return None, _barred(error.fault)
        if self._chosen is not None:
            ours = self._chosen.certificate
            _log.info("certificate of %s, valid to %s", ours.owner_hsa_id, ours.not_after.date())
        return context, None


def _barred(fault: CertificateFault | None) -> Problem:
    kind = Kind.CERTIFICATE_EXPIRED if fault is CertificateFault.EXPIRED else Kind.CERTIFICATE_MISSING
    return Problem(kind, Effect.NOTHING_SENT, detail=fault.value if fault is not None else "")


def _proxy(terms: Platform, secrets: Secrets) -> ProxyAddress | None:
    """The proxy; one whose password cannot be had refuses, and is told like that."""
    from desktop.contracts.transport import ProxyAddress

    if terms.proxy is None:
        return None
    password = secrets.read_secret(PROXY_PASSWORD) if terms.proxy.user else ""
    if isinstance(password, SecretFault):
        _log.error("the proxy's password cannot be had: %s", password.value)
        password = ""
    return ProxyAddress(terms.proxy.url, terms.proxy.user, password)


def _changed_at(file: Path) -> tuple[int, int] | None:
    try:
        stat = file.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size
