"""Every way in which an exchange fails, on real sockets: what happened, whether anything was sent, and never twice."""

import asyncio
import datetime
import socket
import ssl
import threading
import time

import pytest
import trustme

from desktop.contracts.certificate import load_certificate, ssl_context
from desktop.contracts.failures import kind_of_connecting
from desktop.contracts.listings import CREATE_LISTING, GET_LISTING
from desktop.contracts.transport import Limits, Transport
from desktop.domain.problems import CallError, Effect, Kind, Problem
from tests.contracts.wire import PASSPHRASE, QUICK, client_p12, hang_up, http, server_context

NOW = datetime.datetime.now(datetime.UTC)
DAY = datetime.timedelta(days=1)


async def change(transport: Transport):
    return await transport.exchange(CREATE_LISTING, "20", b"<x/>", changes=True)


async def read(transport: Transport):
    return await transport.exchange(GET_LISTING, "20", b"<x/>", changes=False)


@pytest.fixture
def problem_of(talk):
    def run(work=change, **options) -> Problem:
        with pytest.raises(CallError) as raised:
            talk(work, **options)
        return raised.value.problem

    return run


def test_nobody_listens(region, problem_of):
    region.close()
    problem = problem_of()
    assert (problem.kind, problem.effect) == (Kind.CONNECT_REFUSED, Effect.NOTHING_SENT)
    assert problem.correlation_id


def test_a_server_that_never_takes_the_connection(problem_of):
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        url = f"https://localhost:{deaf.getsockname()[1]}"
        problem = problem_of(url=url, limits=Limits(connect=0.3, read=5.0))
    assert (problem.kind, problem.effect) == (Kind.CONNECT_TIMEOUT, Effect.NOTHING_SENT)


def test_a_server_without_tls(problem_of):
    def speak_plainly(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(1000)
            connection.sendall(b"HTTP/1.1 400 No TLS here\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as plain:
        thread = threading.Thread(target=speak_plainly, args=[plain])
        thread.start()
        problem = problem_of(url=f"https://localhost:{plain.getsockname()[1]}")
        thread.join()
    assert (problem.kind, problem.effect) == (Kind.TLS_FAILED, Effect.NOTHING_SENT)


def test_a_name_that_is_not_known(problem_of):
    """Without a name server the machine cannot tell an unknown name from no network."""
    problem = problem_of(url="https://ingen-sadan.invalid/vp")
    assert problem.kind in (Kind.NAME_NOT_FOUND, Kind.NO_NETWORK)
    assert problem.effect is Effect.NOTHING_SENT


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("http://esb.example/vp", Kind.TLS_FAILED),
        ("HTTP://localhost.example:80/vp", Kind.TLS_FAILED),
        ("esb.example/vp", Kind.NAME_NOT_FOUND),
        ("ftp://esb.example/vp", Kind.NAME_NOT_FOUND),
        ("https://esb.example:port/vp", Kind.NAME_NOT_FOUND),
    ],
)
def test_an_address_that_will_not_do(url, kind, problem_of):
    problem = problem_of(url=url)
    assert (problem.kind, problem.effect) == (kind, Effect.NOTHING_SENT)


def test_the_environments_proxy_is_not_asked(region, talk, monkeypatch):
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    region.script = http(b"<x/>")
    assert talk(read).status == 200


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (socket.gaierror(socket.EAI_NONAME, ""), Kind.NAME_NOT_FOUND),
        (socket.gaierror(socket.EAI_AGAIN, ""), Kind.NO_NETWORK),
        (OSError(101, "Network is unreachable"), Kind.NO_NETWORK),
        (TimeoutError(), Kind.CONNECT_TIMEOUT),
        (ExceptionGroup("both addresses", [OSError(101, ""), ConnectionRefusedError()]), Kind.CONNECT_REFUSED),
        (ValueError(), Kind.CONNECT_REFUSED),
    ],
)
def test_the_operating_systems_reasons(error, kind):
    assert kind_of_connecting(error) is kind


@pytest.mark.parametrize(
    ("issued", "kind"),
    [
        ({"name": "other.example"}, Kind.SERVER_NAME_WRONG),
        ({"not_before": NOW - 9 * DAY, "not_after": NOW - DAY}, Kind.SERVER_CERTIFICATE_EXPIRED),
        ({"not_before": NOW + DAY, "not_after": NOW + 9 * DAY}, Kind.SERVER_NOT_TRUSTED),
    ],
    ids=["for another name", "expired", "not yet valid"],
)
def test_a_server_certificate_that_will_not_do(issued, kind, authority, make_region, problem_of):
    problem = problem_of(url=make_region(server_context(authority, **issued)).url)
    assert (problem.kind, problem.effect) == (kind, Effect.NOTHING_SENT)


def test_an_authority_that_we_do_not_trust(make_region, problem_of):
    problem = problem_of(url=make_region(server_context(trustme.CA())).url)
    assert (problem.kind, problem.effect) == (Kind.SERVER_NOT_TRUSTED, Effect.NOTHING_SENT)


def test_no_common_protocol(authority, make_region, problem_of, desk_context):
    context = server_context(authority)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("ECDHE-ECDSA-AES128-GCM-SHA256")
    ours = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    ours.minimum_version = ssl.TLSVersion.TLSv1_3
    problem = problem_of(url=make_region(context).url, context=ours)
    assert (problem.kind, problem.effect) == (Kind.TLS_FAILED, Effect.NOTHING_SENT)


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
@pytest.mark.parametrize("presented", ["none", "of another authority"])
def test_our_certificate_is_refused(version, presented, authority, ca_file, make_region, problem_of):
    """Under TLS 1.2 while connecting; under 1.3 after we have sent, so that it is never "nothing was sent"."""
    context = server_context(authority)
    context.maximum_version = version
    stranger = load_certificate(client_p12(trustme.CA(key_type=trustme.KeyType.ECDSA)), PASSPHRASE)
    ours = ssl_context(None if presented == "none" else stranger, [ca_file])
    region = make_region(context)
    problem = problem_of(url=region.url, context=ours)
    if version is ssl.TLSVersion.TLSv1_2:
        expected = {(Kind.CERTIFICATE_REFUSED, Effect.NOTHING_SENT), (Kind.TLS_FAILED, Effect.NOTHING_SENT)}
    else:
        expected = {(Kind.CERTIFICATE_REFUSED, Effect.REFUSED), (Kind.CONNECTION_LOST, Effect.UNKNOWN)}
    assert (problem.kind, problem.effect) in expected
    assert region.received == []


def test_closed_before_the_request_is_read(region, problem_of):
    region.greet = lambda connection: connection.close()
    problem = problem_of()
    assert (problem.kind, problem.effect) == (Kind.CONNECTION_LOST, Effect.UNKNOWN)
    assert region.connections == 1


def test_closed_after_the_request_is_read(region, problem_of):
    problem = problem_of()
    assert (problem.kind, problem.effect) == (Kind.CONNECTION_LOST, Effect.UNKNOWN)
    assert len(region.received) == 1


def test_a_read_that_gets_no_answer_has_changed_nothing(region, problem_of):
    problem = problem_of(read)
    assert (problem.kind, problem.effect) == (Kind.CONNECTION_LOST, Effect.NOTHING_SENT)
    assert len(region.received) == 1


def test_silence(region, problem_of):
    region.script = lambda *_: None
    problem = problem_of()
    assert (problem.kind, problem.effect) == (Kind.NO_ANSWER, Effect.UNKNOWN)
    assert len(region.received) == 1


def test_an_answer_that_trickles_is_given_up(region, problem_of):
    """Each byte arrives within the read limit; the whole does not."""

    def trickle(_, connection: ssl.SSLSocket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        while connection.send(b"x"):
            time.sleep(0.02)

    region.script = trickle
    started = time.monotonic()
    problem = problem_of(limits=Limits(connect=0.1, read=0.5, trickle=0.2))
    assert (problem.kind, problem.effect) == (Kind.NO_ANSWER, Effect.UNKNOWN)
    assert time.monotonic() - started < 3


def test_half_an_answer(region, problem_of):
    def half(_, connection: ssl.SSLSocket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n<half")
        hang_up(_, connection)

    region.script = half
    problem = problem_of()
    assert (problem.kind, problem.effect) == (Kind.CONNECTION_LOST, Effect.UNKNOWN)


def test_connections_are_kept_warm_and_a_closed_one_is_not_used_again(region, talk):
    """The region closes the kept connection while it is idle: the next call takes a new one, and is sent once."""
    region.script = http(b"<x/>")
    idle_closed = threading.Event()

    def answer_and_close(received, connection: ssl.SSLSocket) -> None:
        http(b"<x/>")(received, connection)
        connection.shutdown(socket.SHUT_RDWR)
        idle_closed.set()

    async def work(transport: Transport) -> None:
        await read(transport)
        await read(transport)
        assert region.connections == 1
        region.script = answer_and_close
        await read(transport)
        await asyncio.to_thread(idle_closed.wait)
        await change(transport)

    talk(work)
    assert region.connections == 2
    assert len(region.received) == 4


def test_a_kept_connection_that_breaks_under_a_registration_is_not_tried_again(region, talk, problem_of):
    region.script = http(b"<x/>")

    async def work(transport: Transport) -> None:
        await read(transport)
        region.script = hang_up
        await change(transport)

    problem = problem_of(work)
    assert (problem.kind, problem.effect) == (Kind.CONNECTION_LOST, Effect.UNKNOWN)
    assert [request.path.split("/")[-3] for request in region.received] == ["GetListing", "CreateListing"]


def test_an_abandoned_call_ends_alone_and_its_connection_serves_again(region, talk):
    arrived, may_answer = threading.Event(), threading.Event()

    def slow(received, connection: ssl.SSLSocket) -> None:
        arrived.set()
        may_answer.wait(5)
        http(b"<x/>")(received, connection)

    async def work(transport: Transport) -> None:
        region.script = slow
        abandoned = asyncio.create_task(read(transport))
        await asyncio.to_thread(arrived.wait, 5)
        abandoned.cancel()
        with pytest.raises(asyncio.CancelledError):
            await abandoned
        may_answer.set()
        (exchange,) = transport._running
        assert (await exchange).body == b"<x/>"
        await read(transport)

    talk(work, limits=Limits(connect=1.0, read=5.0))
    assert region.connections == 1
    assert len(region.received) == 2


def test_closing_waits_for_a_registration_and_not_for_a_read(region, talk):
    arrived, answered = threading.Semaphore(0), threading.Event()

    def slow_only_for_changes(received, connection: ssl.SSLSocket) -> None:
        arrived.release()
        if "CreateListing" in received.path:
            answered.wait(0.3)
            answered.set()
            http(b"<x/>")(received, connection)

    region.script = slow_only_for_changes

    async def work(transport: Transport) -> tuple[asyncio.Task, asyncio.Task]:
        reading, changing = asyncio.create_task(read(transport)), asyncio.create_task(change(transport))
        await asyncio.to_thread(lambda: (arrived.acquire(timeout=5), arrived.acquire(timeout=5)))
        await transport.close()
        return reading, changing

    reading, changing = talk(work, limits=Limits(connect=1.0, read=30.0))
    assert answered.is_set()
    assert reading.cancelled()
    assert changing.result().status == 200


def test_a_closed_transport_sends_nothing_more(region, problem_of):
    async def work(transport: Transport) -> None:
        await transport.close()
        await change(transport)

    assert problem_of(work).effect is Effect.NOTHING_SENT
    assert region.connections == 0


def test_an_abandoned_call_that_fails_says_nothing(region, talk, caplog):
    arrived = threading.Event()

    def fail(received, connection: ssl.SSLSocket) -> None:
        arrived.set()
        hang_up(received, connection)

    region.script = fail

    async def work(transport: Transport) -> None:
        abandoned = asyncio.create_task(change(transport))
        await asyncio.to_thread(arrived.wait, 5)
        abandoned.cancel()
        await asyncio.gather(abandoned, return_exceptions=True)

    talk(work)
    assert "never retrieved" not in caplog.text


def test_calls_beyond_the_cap_of_one_address_wait_and_other_addresses_do_not(region, talk):
    region.script = http(b"<x/>")

    async def work(transport: Transport) -> tuple[float, float]:
        started = time.monotonic()

        async def since(address: str) -> float:
            await transport.exchange(GET_LISTING, address, b"<x/>", changes=False)
            return time.monotonic() - started

        spent = await asyncio.gather(*(since(address) for address in ("20", "20", "20", "03", "03")))
        third, *others = sorted(spent, reverse=True)
        return third, max(others)

    third, others = talk(work, limits=Limits(calls_per_second=2.0))
    assert third >= 1.0 > others
    assert len(region.received) == 5


def test_a_cap_below_one_is_a_call_in_so_many_seconds(region, talk):
    region.script = http(b"<x/>")

    async def work(transport: Transport) -> float:
        started = time.monotonic()
        await asyncio.gather(*(read(transport) for _ in range(2)))
        return time.monotonic() - started

    assert talk(work, limits=Limits(calls_per_second=0.8)) >= 1.25


def test_calls_that_are_dropped_while_they_wait_take_no_turn(region, talk):
    region.script = http(b"<x/>")

    async def work(transport: Transport) -> float:
        await read(transport)
        started = time.monotonic()
        waiting = [asyncio.create_task(read(transport)) for _ in range(8)]
        await asyncio.sleep(0)
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        await read(transport)
        return time.monotonic() - started

    assert talk(work, limits=Limits(calls_per_second=1.0)) < 1.9
    assert len(region.received) == 2


def test_a_barred_transport_sends_nothing(region, desk_context):
    problem = Problem(Kind.CERTIFICATE_EXPIRED, Effect.NOTHING_SENT)

    async def work() -> None:
        transport = Transport(region.url, {}, desk_context, QUICK, barred=problem)
        try:
            await change(transport)
        finally:
            await transport.close()

    with pytest.raises(CallError) as raised:
        asyncio.run(work())
    assert raised.value.problem == problem
    assert region.connections == 0
