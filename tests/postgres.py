"""A PostgreSQL of the tests' own: a private cluster in a temporary folder, TLS on, stopped and removed afterwards.

PostgreSQL never runs as root: where the tests do, the server runs as the account `postgres` (or `nobody`). It is told
not to wait for the disk, for nothing in it outlives the tests.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest
import trustme

_SETTINGS = """
listen_addresses = '127.0.0.1'
ssl = on
ssl_ca_file = 'ca.pem'
fsync = off
synchronous_commit = on
full_page_writes = off
shared_buffers = 32MB
max_connections = 200
max_wal_size = 256MB
log_min_messages = fatal
"""
# As the handbook tells IT: nothing without TLS, nobody without a password.
_WHO = """
local all all trust
hostssl all all 127.0.0.1/32 scram-sha-256
"""


@dataclass
class Cluster:
    """A running server; `superuser` goes in by its socket, everybody else by TLS."""

    folder: Path
    port: int
    ca: trustme.CA
    programs: Path
    account: dict[str, Any] = field(default_factory=dict)
    server: subprocess.Popen[bytes] | None = None

    @property
    def ca_file(self) -> Path:
        return self.folder / "ca.pem"

    def superuser(self, database: str = "postgres") -> psycopg.Connection[tuple[Any, ...]]:
        """A connection that may do everything, in autocommit mode."""
        where = {"host": str(self.folder), "port": self.port, "user": "postgres"}
        return psycopg.connect(**where, dbname=database, autocommit=True)

    def stop(self, how: str = "fast") -> None:
        """Stop the server: `fast` ends every connection, `immediate` is a power cut."""
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", how, "-w", "stop")
        if self.server is not None:
            self.server.wait(30)

    def start(self) -> None:
        """Start it again, on the same port. It ends with these tests, however they end."""
        with_parent = ["setpriv", "--pdeathsig", "QUIT"]
        command = [str(self.programs / "postgres"), "-D", str(self.folder / "data"), "-p", str(self.port)]
        with (self.folder / "log").open("ab") as log:
            self.server = subprocess.Popen(
                [*with_parent, *command, "-k", str(self.folder)], stdout=log, stderr=log, **self.account
            )
        ends = time.monotonic() + 30
        while True:
            try:
                self.superuser().close()
            except psycopg.OperationalError:
                if self.server.poll() is not None or time.monotonic() > ends:
                    pytest.fail((self.folder / "log").read_text())
                time.sleep(0.01)
            else:
                return

    def remove(self) -> None:
        """Stop it and leave nothing behind."""
        with suppress(subprocess.CalledProcessError):  # A test has stopped it.
            self.stop("immediate")
        shutil.rmtree(self.folder)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.programs / program), *arguments]
        subprocess.run(command, check=True, cwd=self.folder, capture_output=True, **self.account)


def start_cluster(settings: str = "") -> Cluster:
    """Make and start a cluster, in some two seconds; fails on a Linux without PostgreSQL, skips elsewhere."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # Not pytest's own, which no other account may enter.
    cluster = Cluster(folder, _free_port(), trustme.CA(), _programs(), _account())
    make = ["-D", str(folder / "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
    give(folder, cluster.account)
    cluster._run("initdb", *make)
    _write_settings(cluster, settings)
    cluster.start()
    return cluster


def _write_settings(cluster: Cluster, more: str) -> None:
    data, cert = cluster.folder / "data", cluster.ca.issue_cert("localhost")
    cert.private_key_pem.write_to_path(data / "server.key")
    (data / "server.key").chmod(0o600)
    cert.cert_chain_pems[0].write_to_path(data / "server.crt")
    cluster.ca.cert_pem.write_to_path(data / "ca.pem")
    cluster.ca.cert_pem.write_to_path(cluster.ca_file)
    with (data / "postgresql.conf").open("a") as settings:
        settings.write(_SETTINGS + more)
    (data / "pg_hba.conf").write_text(_WHO)
    for file in ("server.key", "server.crt", "ca.pem"):
        give(data / file, cluster.account)


def _programs() -> Path:
    if (found := shutil.which("initdb")) is not None:
        return Path(found).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if versions:
        return versions[-1].parent
    if not sys.platform.startswith("linux"):
        pytest.skip("PostgreSQL is not installed here; these tests run on Linux")
    pytest.fail("PostgreSQL is missing: python3 packaging/dev.py test installs it, or names the line that does")


def _account() -> dict[str, Any]:
    """Whom the server runs as, as `subprocess` wants it."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return {}
    import pwd

    try:
        account = pwd.getpwnam("postgres")
    except KeyError:
        account = pwd.getpwnam("nobody")
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def give(path: Path, account: dict[str, Any]) -> None:
    """Make it the server's own."""
    if account:
        os.chown(path, account["user"], account["group"])


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
    return port
