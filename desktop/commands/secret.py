"""`listningsluckan secret set NAME`: seal a password or token for this computer; it is read from standard input."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from getpass import getpass

from desktop.line import PROXY_PASSWORD
from desktop.settings.machine import MachineSecrets
from desktop.settings.secrets import CERTIFICATE_PASSPHRASE, JOURNAL_DATABASE, LOG_SERVICE_PASSPHRASE
from desktop.settings.token import GATEWAY_TOKEN

_NAMES = (PROXY_PASSWORD, GATEWAY_TOKEN, CERTIFICATE_PASSPHRASE, LOG_SERVICE_PASSPHRASE, JOURNAL_DATABASE)


def main(arguments: Sequence[str]) -> int:
    """Store it; 0, or 2 where it is empty or cannot be stored."""
    parser = argparse.ArgumentParser(prog="listningsluckan secret", description=__doc__)
    parser.add_argument("deed", choices=("set",), help="store it for everybody who uses the desk on this computer")
    parser.add_argument("name", choices=_NAMES, help="which secret")
    options = parser.parse_args(arguments)
    secret = getpass(f"{options.name}: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    if not secret:
        print("Nothing came on standard input.", file=sys.stderr)
        return 2
    machine = MachineSecrets()
    if machine.store_secret(options.name, secret) is not None:
        print(f"{machine.folder} cannot be written to. Run as administrator.", file=sys.stderr)
        return 2
    print(f"{options.name} is stored on this computer.")
    return 0
