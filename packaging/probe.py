"""Says, as JSON on standard output, which versions lie inside the environment that runs it (see bundled.toml)."""

import json
import platform
import re
import sqlite3
import ssl
from importlib.metadata import version
from pathlib import Path

import psycopg
import PySide6
from cryptography.hazmat.backends.openssl import backend
from lxml import etree
from PySide6.QtCore import qVersion


def number(text: str) -> str:
    """The first dotted number in a sentence such as `OpenSSL 3.5.4 30 Sep 2025`."""
    found = re.search(r"\d+(\.\d+)+", text)
    return found.group() if found else text


def icu() -> str:
    """The ICU that came with Qt, told by its file name; empty where Qt takes the system's."""
    names = sorted(Path(PySide6.__path__[0]).glob("Qt/lib/libicudata.so.*"))
    return names[0].name.rpartition(".")[2] if names else ""


def carried(name: str, pattern: bytes) -> str:
    """The version that a library inside psycopg_binary states of itself; empty where there is none such."""
    folder = Path(psycopg.__file__).parents[1] / "psycopg_binary.libs"
    found = [re.search(pattern, file.read_bytes()) for file in sorted(folder.glob(name))]
    return next((one[1].decode() for one in found if one), "")


VERSIONS = {
    "python": platform.python_version(),
    "qt": qVersion(),
    "icu": icu(),
    "openssl_of_cryptography": number(backend.openssl_version_text()),
    "openssl_of_python": number(ssl.OPENSSL_VERSION),
    "sqlite": sqlite3.sqlite_version,
    "libxml2": ".".join(map(str, etree.LIBXML_COMPILED_VERSION)),
    "libxslt": ".".join(map(str, etree.LIBXSLT_COMPILED_VERSION)),
    "libpq": "{}.{}".format(*divmod(psycopg.pq.version(), 10000)),
    "openssl_of_psycopg": carried("libcrypto*", rb"OpenSSL (\d+\.\d+\.\d+) "),
    "krb5_of_psycopg": carried("libkrb5-*", rb"KRB5_BRAND: krb5-([\d.]+)"),
    "pyinstaller": version("pyinstaller"),
}

if __name__ == "__main__":
    print(json.dumps(VERSIONS))
