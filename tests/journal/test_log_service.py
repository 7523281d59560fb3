"""The region's log service over real TLS: every link, whole and in order, through outages, and nobody's name."""

import json
import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import trustme

from desktop.domain.audit import Action, Entry
from desktop.domain.identity import PersonIdentity
from desktop.journal.audit import Head, Sound
from desktop.journal.forwarding import Spool
from desktop.journal.log_service import LogService
from desktop.journal.retention import erase
from desktop.usecases.keep_trail import Forwarder
from tests.journal.places import Place
from tests.journal.syslog import SyslogServer, log_service, read

TOLVAN = PersonIdentity("191212121212")
AT = datetime(2026, 11, 23, 7, 30, 0, 17, tzinfo=UTC)


@pytest.fixture(scope="module")
def ca() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def server(ca: trustme.CA) -> Iterator[SyslogServer]:
    with log_service(ca) as server:
        yield server


@pytest.fixture
def desk(open_desk: Callable[..., Any]) -> Any:
    return open_desk(clock=lambda: AT)


@pytest.fixture
def service_at(ca: trustme.CA) -> Callable[..., LogService]:
    def at(port: int, *, full: bool = False, client: trustme.LeafCert | None = None) -> LogService:
        context = ssl.create_default_context()
        ca.configure_trust(context)
        if client is not None:
            client.configure_cert(context)
        return LogService("localhost", port, context, "Reception å 1", full, 32473)

    return at


def look_up(desk: Any, times: int = 1) -> None:
    for _ in range(times):
        desk.audit.note(Entry(Action.LOOKED_UP, TOLVAN, "2026-0417", 'sökte "\\]"', {}, {}, 'c-"7\\]'))


def test_each_row_is_a_message_whose_link_is_the_chains(
    desk: Any, server: SyslogServer, service_at: Callable[..., LogService]
) -> None:
    look_up(desk, 3)
    assert Forwarder(Spool(desk.store, "it"), service_at(server.port)).send()
    told = [read(message) for message in server.messages]
    assert [one["seq"] for one in told] == ["1", "2", "3"]
    last = told[-1]
    assert (last["pri"], last["at"], last["host"]) == ("109", "2026-11-23T07:30:00.000017Z", "Reception___1")
    assert (last["app"], last["id"], last["name"]) == ("listningsluckan", "LOOKED_UP", "chain@32473")
    assert (last["case"], last["call"], last["text"]) == ("2026-0417", 'c-"7\\]', "")
    head = Head.read(f"{last['seq']}:{last['link']}")
    assert head == desk.audit.head()
    assert desk.audit.verify(head) == Sound(head, 0)
    assert not any(word in b"".join(server.messages) for word in (b"1212121212", b"berit", "sökte".encode()))


def test_only_where_the_profile_says_so_it_gets_who_and_whom(
    desk: Any, server: SyslogServer, service_at: Callable[..., LogService]
) -> None:
    look_up(desk)
    assert Forwarder(Spool(desk.store, "it"), service_at(server.port, full=True)).send()
    text = read(server.messages[0])["text"]
    assert text.startswith("\ufeff"), "RFC 5424 6.4: UTF-8 begins with a BOM"
    told = json.loads(text[1:])
    assert (told["who"], told["citizen"], told["reason"]) == ("VC\\berit", TOLVAN.number, 'sökte "\\]"')


def test_what_waits_survives_an_outage_and_a_restart(
    ca: trustme.CA, open_desk: Callable[..., Any], service_at: Callable[..., LogService]
) -> None:
    desk = open_desk()
    look_up(desk, 2)
    with log_service(ca) as server:
        port = server.port
    down = service_at(port)
    assert not Forwarder(Spool(desk.store, "it"), down).send()
    assert (Spool(desk.store, "it").forwarded().seq, Spool(desk.store, "it").forwarded().waiting) == (0, 2)
    desk.store.close()
    again = open_desk()
    look_up(again)
    with log_service(ca) as server:
        forwarder = Forwarder(Spool(again.store, "it"), service_at(server.port))
        assert forwarder.send()
        assert forwarder.send(), "nothing waits"
        assert [read(message)["seq"] for message in server.messages] == ["1", "2", "3"]
        assert server.connections == 1
    assert (forwarder.forwarded().seq, forwarder.forwarded().waiting) == (3, 0)
    assert Spool(again.store, "another").forwarded().waiting == 3


def test_what_was_cut_off_is_sent_again_until_it_was_read(
    desk: Any, server: SyslogServer, service_at: Callable[..., LogService]
) -> None:
    look_up(desk, 200)
    forwarder = Forwarder(Spool(desk.store, "it"), service_at(server.port))
    server.resets_after = 1
    assert not forwarder.send()
    assert forwarder.forwarded().seq == 0
    server.resets_after = None
    assert forwarder.send()
    assert {read(message)["seq"] for message in server.messages} == {str(seq) for seq in range(1, 201)}


def test_a_service_that_closes_without_farewell_has_it(
    desk: Any, server: SyslogServer, service_at: Callable[..., LogService]
) -> None:
    server.polite = False
    look_up(desk)
    assert Forwarder(Spool(desk.store, "it"), service_at(server.port)).send()
    assert len(server.messages) == 1


def test_a_stranger_gets_nothing(
    desk: Any, ca: trustme.CA, server: SyslogServer, service_at: Callable[..., LogService]
) -> None:
    look_up(desk)
    with log_service(trustme.CA()) as stranger:
        assert not Forwarder(Spool(desk.store, "it"), service_at(stranger.port)).send()
        assert stranger.messages == []


def test_a_service_that_wants_to_know_the_desk_is_shown_its_certificate(
    desk: Any, ca: trustme.CA, service_at: Callable[..., LogService]
) -> None:
    look_up(desk)
    with log_service(ca, client_ca=ca) as server:
        assert not Forwarder(Spool(desk.store, "it"), service_at(server.port)).send()
        client = ca.issue_cert("desk.example")
        assert Forwarder(Spool(desk.store, "it"), service_at(server.port, client=client)).send()
        assert len(server.messages) == 1


def test_a_row_that_was_erased_before_it_was_sent_still_has_its_link(
    desk: Any, server: SyslogServer, service_at: Callable[..., LogService]
) -> None:
    look_up(desk)
    erase(desk.store, desk.audit, TOLVAN, "beslut", rows=True)
    assert Forwarder(Spool(desk.store, "it"), service_at(server.port, full=True)).send()
    first, second = map(read, server.messages)
    assert (first["seq"], first["text"]) == ("1", "")
    assert Head.read(f"{second['seq']}:{second['link']}") == desk.audit.head()


def test_a_cut_tail_is_found_by_the_services_last_row(
    desk: Any, server: SyslogServer, service_at: Callable[..., LogService], place: Place
) -> None:
    look_up(desk, 4)
    Forwarder(Spool(desk.store, "it"), service_at(server.port)).send()
    last = read(server.messages[-1])
    place.raw("DELETE FROM audit WHERE seq > 2")
    head = Head.read(f"{last['seq']}:{last['link']}")
    assert isinstance(desk.audit.verify(), Sound)
    assert desk.audit.verify(head) != desk.audit.verify()
