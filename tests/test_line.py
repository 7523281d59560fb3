"""The line to the platform while the desk runs: certificates that come and go, replaced lists, tokens, a proxy."""

import asyncio
import datetime
import os
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import trustme

from desktop.contracts.certificate import load_certificate, sealed_again
from desktop.contracts.listings import GET_LISTING
from desktop.domain.certificate import CertificateFault, CertificateStanding
from desktop.domain.problems import CallError, Kind
from desktop.line import Line
from desktop.settings.machine import MachineSecrets, WorkplaceSecrets
from desktop.settings.profile import Platform, Proxy, TokenTerms, Trust
from desktop.settings.secrets import CERTIFICATE_PASSPHRASE, FolderSecrets
from tests.contracts.proxy import proxy
from tests.contracts.wire import PASSPHRASE, Region, client_p12, http, server_context

QUICK = 0.02


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA(key_type=trustme.KeyType.ECDSA)


@pytest.fixture
def serve() -> Iterator[Callable[[ssl.SSLContext], tuple[Region, list[str]]]]:
    """A server that keeps who shows themself to it."""
    with ExitStack() as stack:

        def make(context: ssl.SSLContext) -> tuple[Region, list[str]]:
            shown: list[str] = []

            def tell(received: Any, connection: ssl.SSLSocket) -> None:
                subject = (connection.getpeercert() or {}).get("subject", ())
                shown.append(dict(pair for (pair,) in subject).get("serialNumber", "nobody"))
                http(b"<x/>")(received, connection)

            region = Region(context, tell)
            stack.callback(region.close)
            return region, shown

        yield make


@pytest.fixture
def machine(tmp_path: Path) -> MachineSecrets:
    return MachineSecrets(tmp_path / "machine")


@pytest.fixture
def terms(authority: trustme.CA, tmp_path: Path) -> Callable[..., Platform]:
    ca_file = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(ca_file))
    return lambda url, **more: Platform(base_url=url, read_timeout=5, trust=Trust(ca_files=(ca_file,)), **more)


def install(machine: MachineSecrets, p12: bytes) -> None:
    assert machine.keep_certificate(sealed_again(load_certificate(p12, PASSPHRASE), "ny"), "ny") is None


async def ask(line: Line) -> str:
    """What becomes of a call: its status, or what happened."""
    try:
        return str((await line.transport.exchange(GET_LISTING, "20", b"<x/>", changes=False)).status)
    except CallError as error:
        return error.problem.kind.name


def run(line: Line, *steps: Callable[[], object]) -> tuple[list[str], list[CertificateStanding | None]]:
    """Ask; then after each step wait until the line has taken in what is new, and ask again."""

    async def work() -> tuple[list[str], list[CertificateStanding | None]]:
        line.open()
        looks = line.look_after(QUICK)
        standings = [await anext(looks)]
        asked = [await ask(line)]
        for step in steps:
            step()
            standings.append(await asyncio.wait_for(anext(looks), 10))
            asked.append(await ask(line))
        await looks.aclose()
        await line.transport.close()
        return asked, standings

    return asyncio.run(work())


def test_old_and_new_installed_beside_each_other(
    authority: trustme.CA, serve: Any, machine: MachineSecrets, terms: Any
) -> None:
    """The newer that holds is shown, without a restart; one that does not hold yet waits; the older steps in again."""
    region, shown = serve(server_context(authority))
    install(machine, client_p12(authority, owner="SE1-OLD", days=(-300, 20)))
    newest: list[Path] = []

    def install_new() -> None:
        before = set(machine.certificate_files())
        install(machine, client_p12(authority, owner="SE1-NEW", days=(-1, 400)))
        newest.extend(set(machine.certificate_files()) - before)

    asked, standings = run(
        Line(terms(region.url), WorkplaceSecrets(machine)),
        lambda: install(machine, client_p12(authority, owner="SE1-LATER", days=(5, 700))),
        install_new,
        lambda: machine.forget_certificate(newest[0].stem),
    )
    assert asked == ["200"] * 4
    assert shown == ["SE1-OLD", "SE1-OLD", "SE1-NEW", "SE1-OLD"]
    now = datetime.datetime.now(datetime.UTC)
    assert [one is not None and one.is_soon_over(now) for one in standings] == [True, True, False, True]


def test_a_file_and_its_passphrase_that_are_replaced_one_after_the_other(
    authority: trustme.CA, serve: Any, terms: Any, tmp_path: Path
) -> None:
    """While the new file does not open, the old certificate stays in use, and what is wrong is told."""
    region, shown = serve(server_context(authority))
    file, secrets = tmp_path / "desk.p12", FolderSecrets(tmp_path / "secrets")
    file.write_bytes(client_p12(authority, owner="SE1-OLD"))
    secrets.store_secret(CERTIFICATE_PASSPHRASE, PASSPHRASE)
    renewed = sealed_again(load_certificate(client_p12(authority, owner="SE1-NEW"), PASSPHRASE), "ny")
    asked, standings = run(
        Line(terms(region.url, certificate=file), secrets),
        lambda: file.write_bytes(renewed),
        lambda: secrets.store_secret(CERTIFICATE_PASSPHRASE, "ny"),
    )
    assert asked == ["200", "200", "200"]
    assert shown == ["SE1-OLD", "SE1-OLD", "SE1-NEW"]
    assert [one and one.fault for one in standings] == [None, CertificateFault.DOES_NOT_OPEN, None]


@pytest.mark.parametrize(
    ("days", "owner", "fault", "asked"),
    [
        ((-9, -1), "SE1", CertificateFault.EXPIRED, "CERTIFICATE_EXPIRED"),
        ((5, 9), "SE1", CertificateFault.NOT_YET_VALID, "CERTIFICATE_MISSING"),
        ((-1, 9), "", CertificateFault.NO_SERIAL_NUMBER, "200"),
    ],
)
def test_each_thing_that_is_wrong_is_told(
    authority: trustme.CA,
    serve: Any,
    machine: MachineSecrets,
    terms: Any,
    caplog: pytest.LogCaptureFixture,
    days: tuple[int, int],
    owner: str,
    fault: CertificateFault,
    asked: str,
) -> None:
    region, _ = serve(server_context(authority))
    install(machine, client_p12(authority, owner=owner, days=days))
    line = Line(terms(region.url), WorkplaceSecrets(machine))
    assert run(line)[0] == [asked]
    assert line.standing is not None
    assert line.standing.fault is fault
    caplog.clear()


def test_without_any_certificate_and_when_one_is_installed(
    authority: trustme.CA, serve: Any, machine: MachineSecrets, terms: Any, caplog: pytest.LogCaptureFixture
) -> None:
    region, shown = serve(server_context(authority))
    asked, standings = run(
        Line(terms(region.url), WorkplaceSecrets(machine)), lambda: install(machine, client_p12(authority))
    )
    assert asked == ["CERTIFICATE_MISSING", "200"]
    assert [one and one.fault for one in standings] == [CertificateFault.NONE_INSTALLED, None]
    assert len(shown) == 1
    caplog.clear()


def test_authorities_that_are_replaced_hold_at_once(
    authority: trustme.CA, serve: Any, machine: MachineSecrets, terms: Any, tmp_path: Path
) -> None:
    region, _ = serve(server_context(authority))
    install(machine, client_p12(authority))
    ca_file = tmp_path / "ca.pem"
    other = trustme.CA()
    asked, _ = run(
        Line(terms(region.url), WorkplaceSecrets(machine)),
        lambda: other.cert_pem.write_to_path(str(ca_file)),
        lambda: authority.cert_pem.write_to_path(str(ca_file)),
    )
    assert asked == ["200", "SERVER_NOT_TRUSTED", "200"]


@pytest.fixture
def gateway(authority: trustme.CA) -> Iterator[Region]:
    """A gateway that asks for no certificate and takes the token of today."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)

    def answer(received: Any, connection: ssl.SSLSocket) -> None:
        known = received.headers.get("authorization") == "Bearer dagens-nyckel"
        http(b"<x/>", 200 if known else 401)(received, connection)

    region = Region(context, answer)
    yield region
    region.close()


def test_a_gateways_token_from_a_command_a_file_and_the_computer(
    gateway: Region, terms: Any, machine: MachineSecrets, tmp_path: Path
) -> None:
    file = tmp_path / "token"
    file.write_text("dagens-nyckel\n")
    machine.store_secret("gateway-token", "dagens-nyckel")
    says = (sys.executable, "-c", "print('dagens-nyckel')")
    for token in (TokenTerms(command=says), TokenTerms(file=file), TokenTerms()):
        line = Line(terms(gateway.url, authentication="token", token=token), WorkplaceSecrets(machine))
        assert run(line)[0] == ["200"]
        assert line.standing is None


@pytest.mark.parametrize(
    "token",
    [
        TokenTerms(command=(sys.executable, "-c", "raise SystemExit('hemligt')")),
        TokenTerms(command=("/finns/inte",)),
        TokenTerms(command=(sys.executable, "-c", "print('två', 'ord')")),
        TokenTerms(command=(sys.executable, "-c", "")),
        TokenTerms(file=Path("/finns/inte")),
    ],
)
def test_a_token_that_cannot_be_had(gateway: Region, terms: Any, tmp_path: Path, token: TokenTerms) -> None:
    line = Line(terms(gateway.url, authentication="token", token=token), FolderSecrets(tmp_path))
    assert run(line)[0] == ["TOKEN_MISSING"]
    assert gateway.received == []


def test_a_token_is_kept_and_fetched_anew_when_it_is_refused(gateway: Region, terms: Any, tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("gårdagens".replace("å", "a"))
    line = Line(terms(gateway.url, authentication="token", token=TokenTerms(file=file)), FolderSecrets(tmp_path))

    async def work() -> list[str]:
        line.open()
        asked = [await ask(line)]
        file.write_text("dagens-nyckel")
        asked.append(await ask(line))
        file.unlink()
        asked.append(await ask(line))
        await line.transport.close()
        return asked

    assert asyncio.run(work()) == [Kind.TOKEN_REFUSED.name, "200", "200"]


def test_by_the_profiles_proxy_with_the_password_of_the_computer(
    authority: trustme.CA, serve: Any, machine: MachineSecrets, terms: Any
) -> None:
    region, shown = serve(server_context(authority, "vp.region.example"))
    install(machine, client_p12(authority))
    machine.store_secret("proxy-password", "hos-proxyn")
    with proxy({"vp.region.example": int(region.url.split(":")[2].split("/")[0])}, "disk:hos-proxyn") as between:
        way = Proxy(url=between.url, user="disk")
        line = Line(terms("https://vp.region.example/vp", proxy=way), WorkplaceSecrets(machine))
        assert run(line)[0] == ["200"]
    assert len(shown) == 1


def test_what_is_installed_is_readable_nowhere_and_opens_on_this_computer_only(
    authority: trustme.CA, machine: MachineSecrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.store_secret("proxy-password", "hos-proxyn")
    install(machine, client_p12(authority))
    for file in machine.folder.iterdir():
        stored = file.read_bytes()
        for secret in (b"hos-proxyn", b"hos-proxyn".hex().encode(), b"PRIVATE", b"PRIVATE".hex().encode()):
            assert secret not in stored
        if os.name == "posix":
            assert file.stat().st_mode & 0o007 == 0
    assert machine.read_secret("proxy-password") == "hos-proxyn"
    monkeypatch.setattr("desktop.settings.protection._machine_id", lambda: b"another computer")
    assert machine.certificates() == ()


def test_what_is_slow_to_import_waits_for_the_first_frame() -> None:
    script = (
        "import sys, desktop.line; print([one for one in ('cryptography', 'httpx', 'keyring') if one in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.stdout == "[]\n", done.stderr
