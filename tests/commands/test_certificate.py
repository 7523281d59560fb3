"""What IT runs to put certificates and secrets on a computer: real files, and no secret where it may be seen."""

import datetime
import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import trustme
from cryptography.x509.oid import ExtendedKeyUsageOID

from desktop.__main__ import main
from desktop.contracts.certificate import load_certificate, sealed_again
from desktop.settings.machine import MachineSecrets
from tests.contracts.wire import OWNER, PASSPHRASE, client_p12


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA(key_type=trustme.KeyType.ECDSA)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """``run("certificate", "show", given=b"…")`` on a computer of its own."""
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "etc"))

    def start(*arguments: str, given: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        try:
            code = main(arguments)
        except SystemExit as error:
            code = int(error.code or 0)
        told = capsys.readouterr()
        return Done(code, told.out, told.err)

    return start


@pytest.fixture
def machine(tmp_path: Path) -> MachineSecrets:
    return MachineSecrets(tmp_path / "etc" / "listningsluckan" / "machine")


def line(secret: str) -> bytes:
    return f"{secret}\n".encode()


def test_a_certificate_is_installed_and_shown_and_no_secret_stays(
    authority: trustme.CA, run: Run, machine: MachineSecrets, tmp_path: Path
) -> None:
    file = tmp_path / "desk.p12"
    file.write_bytes(client_p12(authority))
    done = run("certificate", "install", str(file), given=line(PASSPHRASE))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Ägare: {OWNER}\nUtfärdare: ")
    assert done.stdout.endswith("Certifikatet är installerat på datorn.\n")
    shown = run("certificate", "show", "--language", "en")
    assert shown.stdout.startswith(f"Owner: {OWNER}\nIssuer: ")
    (kept,) = machine.certificates()
    for stored in machine.folder.iterdir():
        assert PASSPHRASE.encode() not in stored.read_bytes()
        assert kept.passphrase.encode() not in stored.read_bytes()


def test_the_certificate_may_come_on_standard_input_after_its_passphrase(
    authority: trustme.CA, run: Run, machine: MachineSecrets
) -> None:
    done = run("certificate", "install", "-", given=line(PASSPHRASE) + client_p12(authority))
    assert done.returncode == 0
    assert len(machine.certificates()) == 1


def test_a_new_one_lies_beside_the_old_and_those_that_have_expired_go(
    authority: trustme.CA, run: Run, machine: MachineSecrets
) -> None:
    expired = load_certificate(client_p12(authority, days=(-20, -1)), PASSPHRASE)
    machine.keep_certificate(sealed_again(expired, "x"), "x")
    for owner, days in (("SE1-OLD", (-9, 9)), ("SE1-NEW", (2, 99))):
        given = line(PASSPHRASE) + client_p12(authority, owner=owner, days=days)
        assert run("certificate", "install", "-", given=given).returncode == 0
    shown = run("certificate", "show")
    assert [one for one in shown.stdout.splitlines() if one.startswith("Ägare")] == ["Ägare: SE1-OLD", "Ägare: SE1-NEW"]
    begins = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=2)
    assert f"Certifikatet börjar gälla först {begins.day} " in shown.stderr
    assert shown.returncode == 0


@pytest.mark.parametrize(
    ("days", "usages", "passphrase", "said"),
    [
        ((-1, 9), (), "fel", "Lösenordet öppnar inte certifikatet."),
        ((-9, -1), (), PASSPHRASE, "Certifikatet gick ut "),
        ((-1, 9), (ExtendedKeyUsageOID.SERVER_AUTH,), PASSPHRASE, "Certifikatet är av fel slag"),
    ],
)
def test_what_will_not_do_is_refused_in_words(
    authority: trustme.CA,
    run: Run,
    machine: MachineSecrets,
    days: tuple[int, int],
    usages: tuple[ExtendedKeyUsageOID, ...],
    passphrase: str,
    said: str,
) -> None:
    given = line(passphrase) + client_p12(authority, days=days, usages=usages)
    done = run("certificate", "install", "-", given=given)
    assert done.returncode == 2
    assert done.stderr.startswith(said)
    assert passphrase not in done.stdout + done.stderr.replace(said, "")
    assert machine.certificates() == ()


def test_without_file_or_certificate_it_says_so(run: Run, tmp_path: Path) -> None:
    done = run("certificate", "install", str(tmp_path / "none.p12"), given=b"x\n")
    assert done.returncode == 2
    assert "none.p12: " in done.stderr
    done = run("certificate", "show")
    assert (done.returncode, done.stderr) == (2, "Inget certifikat är installerat på den här datorn.\n")


def test_a_secret_is_sealed_and_never_an_argument(run: Run, machine: MachineSecrets) -> None:
    done = run("secret", "set", "proxy-password", given=line("hos-proxyn å"))
    assert (done.returncode, done.stdout) == (0, "proxy-password is stored on this computer.\n")
    assert machine.read_secret("proxy-password") == "hos-proxyn å"
    assert run("secret", "set", "proxy-password", "hos-proxyn").returncode == 2
    assert run("secret", "set", "proxy-password").returncode == 2
    assert run("secret", "set", "something-else", given=b"x\n").returncode == 2
