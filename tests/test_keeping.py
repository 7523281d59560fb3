"""The journal's keeping at a running desk: old content goes, the head is kept, rows are handed to the log service."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import trustme

from desktop import keeping as module
from desktop.domain.audit import Action, Entry
from desktop.domain.hindrance import Hindrance
from desktop.domain.identity import PersonIdentity
from desktop.journal.audit import Audit
from desktop.journal.faults import JournalFault
from desktop.journal.file_store import open_store
from desktop.keeping import Keeping, end_keeping, hindrance_of, keep_on, open_keeping
from desktop.runtime.resources import resource
from desktop.settings.profile import JournalTerms, LogServiceTerms, Profile, read_profile
from desktop.settings.secrets import FolderSecrets, SecretFault
from tests.journal.syslog import log_service, read

TOLVAN = PersonIdentity("191212121212")


@pytest.fixture
def profile() -> Profile:
    return read_profile(resource("practice/profile.toml"))


@pytest.fixture
def opened(tmp_path: Path, profile: Profile) -> Any:
    """``opened(log_service=...)``: the keeping of a journal, closed when the test ends."""
    made: list[Keeping] = []

    def open_it(**terms: Any) -> Keeping:
        ours = profile.model_copy(update=terms)
        made.append(open_keeping(ours, FolderSecrets(tmp_path / "secrets"), tmp_path, "berit"))
        return made[-1]

    yield open_it
    for keeping in made:
        keeping.book.shut()


def run_until(keeping: Keeping, met: Callable[[], bool]) -> None:
    async def run() -> None:
        going_on = asyncio.create_task(keep_on(keeping, JournalTerms()))
        async with asyncio.timeout(20):
            while not met():
                await asyncio.sleep(0.01)
        going_on.cancel()
        await end_keeping(keeping)

    asyncio.run(run())


def test_the_head_is_kept_while_the_desk_is_open_and_when_it_closes(opened: Callable[..., Keeping]) -> None:
    keeping = opened()
    assert keeping.book.note_look_up(TOLVAN)
    run_until(keeping, lambda: keeping.heads.known() is not None)
    keeping.book.note_look_up(TOLVAN)
    asyncio.run(end_keeping(keeping))
    assert keeping.heads.known() == keeping.parts.audit.head()
    keeping.book.shut()
    assert not opened().misses_rows


def test_rows_go_to_the_log_service_also_after_an_outage(
    opened: Callable[..., Keeping], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LOOK_EVERY", 0.02)
    monkeypatch.setattr(module, "_RETRY_FIRST", 0.05)
    ca = trustme.CA()
    ca.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    with log_service(ca) as server:
        terms = LogServiceTerms(host="localhost", port=server.port, ca_files=(tmp_path / "ca.pem",))
        keeping = opened(log_service=terms)
        keeping.book.note_look_up(TOLVAN)
        server.resets_after = 0
        run_until(keeping, lambda: server.connections >= 2)
        assert keeping.forwarder.forwarded().waiting == 1
        server.resets_after = None
        run_until(keeping, lambda: keeping.forwarder.forwarded().waiting == 0)
        keeping.book.note_look_up(TOLVAN)
        asyncio.run(end_keeping(keeping))
        assert read(server.messages[-1])["seq"] == "2"


def test_a_log_service_whose_certificate_is_missing_lets_rows_wait(
    opened: Callable[..., Keeping], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    terms = LogServiceTerms(host="localhost", certificate=tmp_path / "none.p12")
    keeping = opened(log_service=terms)
    assert (keeping.forwarder, keeping.book.is_open) == (None, True)
    assert "the log service's certificate cannot be used" in caplog.text
    caplog.clear()


def test_what_has_been_kept_long_enough_goes_when_the_desk_opens(
    tmp_path: Path, profile: Profile, opened: Callable[..., Keeping]
) -> None:
    key = FolderSecrets(tmp_path / "secrets").data_key()
    assert isinstance(key, bytes)
    eleven_years_ago = datetime.now(UTC) - timedelta(days=11 * 366)
    store = open_store(tmp_path / "journal.sqlite3", key, clock=lambda: eleven_years_ago)
    Audit(store, "berit", "Reception 1").note(Entry(Action.LOOKED_UP, TOLVAN))
    store.close()
    keeping = opened()
    assert len(keeping.parts.audit.of_citizen(TOLVAN)) == 1
    run_until(keeping, lambda: keeping.parts.audit.of_citizen(TOLVAN) == ())


@pytest.mark.parametrize("fault", [*JournalFault, *SecretFault])
def test_every_fault_is_a_hindrance(fault: JournalFault | SecretFault) -> None:
    assert isinstance(hindrance_of(fault), Hindrance)


def test_a_damaged_key_is_a_hindrance_and_the_desk_reads(
    opened: Callable[..., Keeping], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    FolderSecrets(tmp_path / "secrets").store_secret("journal-key", "not a key")
    keeping = opened()
    assert (keeping.hindrance, keeping.book.is_open) == (Hindrance.KEY_DAMAGED, False)
    caplog.clear()
