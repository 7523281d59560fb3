r"""`listningsluckan certificate`: IT puts a function certificate on a computer; staff are never asked for it.

    listningsluckan certificate install desk.p12 < passphrase
    { printf '%s\n' "$PASSPHRASE"; cat desk.p12; } | listningsluckan certificate install -

The passphrase comes on standard input and is not kept: the key is encrypted anew under one made for this computer,
which is sealed for it (settings/protection.py). A certificate is laid beside those that are there; the desk shows the
newest that holds, also while it runs. Those that have expired are taken away.
"""

from __future__ import annotations

import argparse
import secrets
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from getpass import getpass
from pathlib import Path

from desktop.contracts.certificate import LoadedCertificate, load_certificate, sealed_again
from desktop.domain.certificate import CertificateError, CertificateFault, CertificateStanding
from desktop.runtime.language import LANGUAGES, Language
from desktop.settings.machine import MachineSecrets
from desktop.texts.certificate import described, what_is_wrong

_MOST_BYTES = 1_000_000
_REFUSED = (CertificateFault.EXPIRED, CertificateFault.NOT_FOR_CLIENTS)


def main(arguments: Sequence[str]) -> int:
    """Install or show; 0, or 2 where there is nothing that can be used."""
    options = _parser().parse_args(arguments)
    words, machine = Language(options.language), MachineSecrets()
    try:
        if options.task == "install":
            return _install(words, machine, *_given(options.file))
        return _show(words, machine)
    except CertificateError as error:
        print(what_is_wrong(words, error.fault, CertificateStanding(None)), file=sys.stderr)
    except OSError as error:
        print(f"{options.file}: {error.strerror}" if options.task == "install" else error.strerror, file=sys.stderr)
    return 2


def _given(file: str) -> tuple[bytes, str]:
    """The certificate and its passphrase."""
    if file != "-":
        with Path(file).open("rb") as opened:
            data = opened.read(_MOST_BYTES)
        return data, getpass("Passphrase: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    first, _, data = sys.stdin.buffer.read(_MOST_BYTES).partition(b"\n")
    try:
        return data, first.rstrip(b"\r").decode()
    except UnicodeDecodeError:
        raise CertificateError(CertificateFault.DOES_NOT_OPEN) from None


def _install(words: Language, machine: MachineSecrets, data: bytes, passphrase: str) -> int:
    loaded, now = load_certificate(data, passphrase), datetime.now(UTC)
    fault = _tell(words, loaded, now)
    if fault in _REFUSED:
        return 2
    own = secrets.token_urlsafe(32)
    if machine.keep_certificate(sealed_again(loaded, own), own) is not None:
        text = words.translate("certificate", "Det går inte att skriva i {folder}. Kör som administratör.")
        print(text.format(folder=machine.folder), file=sys.stderr)
        return 2
    for one in machine.certificates():
        if load_certificate(one.pem, one.passphrase).certificate.not_after < now:
            machine.forget_certificate(one.name)
    print(words.translate("certificate", "Certifikatet är installerat på datorn."))
    return 0


def _show(words: Language, machine: MachineSecrets) -> int:
    installed = [load_certificate(one.pem, one.passphrase) for one in machine.certificates()]
    if not installed:
        raise CertificateError(CertificateFault.NONE_INSTALLED)
    now = datetime.now(UTC)
    faults = [_tell(words, one, now) for one in sorted(installed, key=lambda one: one.certificate.not_before)]
    return 0 if any(fault in (None, CertificateFault.NO_SERIAL_NUMBER) for fault in faults) else 2


def _tell(words: Language, loaded: LoadedCertificate, now: datetime) -> CertificateFault | None:
    ours = loaded.certificate
    print(*described(words, ours), sep="\n")
    if fault := ours.fault(now):
        print(what_is_wrong(words, fault, CertificateStanding(ours, fault)), file=sys.stderr)
    return fault


def _parser() -> argparse.ArgumentParser:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="listningsluckan certificate", description=__doc__, formatter_class=form)
    tasks = parser.add_subparsers(dest="task", required=True)
    install = tasks.add_parser("install", help="put a certificate on this computer; its passphrase on standard input")
    install.add_argument("file", metavar="FILE", help="PKCS#12, or PEM with an encrypted key; - for standard input")
    show = tasks.add_parser("show", help="tell whose certificates are on this computer, and how long they hold")
    for task in (install, show):
        task.add_argument("--language", choices=LANGUAGES, default="sv", help="of what is told")
    return parser
