"""The ways to a platform: by a proxy, by a gateway that wants a token, and with a certificate that is replaced."""

import asyncio
import ssl
import threading
from urllib.parse import urlsplit

import pytest

from desktop.contracts.certificate import load_certificate, ssl_context
from desktop.contracts.listings import CREATE_LISTING, GET_LISTING
from desktop.contracts.transport import Limits, ProxyAddress, Transport
from desktop.domain.problems import CallError, Effect, Kind, Problem
from tests.contracts.proxy import proxy
from tests.contracts.wire import PASSPHRASE, client_p12, http, server_context

NAME = "vp.region.example"
PASSWORD = "lösen-hos-proxyn"


async def change(transport: Transport):
    return await transport.exchange(CREATE_LISTING, "20", b"<x/>", changes=True)


async def read(transport: Transport):
    return await transport.exchange(GET_LISTING, "20", b"<x/>", changes=False)


def port(url: str) -> int:
    found = urlsplit(url).port
    assert found is not None
    return found


@pytest.fixture
def problem_of(talk):
    def run(**options) -> Problem:
        with pytest.raises(CallError) as raised:
            talk(change, **options)
        return raised.value.problem

    return run


@pytest.fixture
def far_region(authority, make_region):
    """A region that only a proxy finds."""
    region = make_region(server_context(authority, NAME))
    region.script = http(b"<x/>")
    return region


def test_by_a_proxy_the_servers_name_and_our_certificate_are_still_checked_end_to_end(far_region, talk):
    with proxy({NAME: port(far_region.url)}) as between:
        answer = talk(change, url=f"https://{NAME}/vp", proxy=ProxyAddress(between.url))
    assert answer.status == 200
    assert between.asked == [f"CONNECT {NAME}:443 HTTP/1.1"]
    assert len(far_region.received) == 1
    assert "proxy-authorization" not in far_region.received[0].headers


def test_a_proxy_with_user_and_password(far_region, talk, problem_of, caplog):
    with proxy({NAME: port(far_region.url)}, f"disk:{PASSWORD}") as between:
        options = {"url": f"https://{NAME}/vp"}
        assert talk(change, **options, proxy=ProxyAddress(between.url, "disk", PASSWORD)).status == 200
        wrong = problem_of(**options, proxy=ProxyAddress(between.url, "disk", "fel"))
        none = problem_of(**options, proxy=ProxyAddress(between.url))
    for problem in (wrong, none):
        assert (problem.kind, problem.effect) == (Kind.PROXY_REFUSED, Effect.NOTHING_SENT)
    assert len(far_region.received) == 1
    assert PASSWORD not in caplog.text
    assert PASSWORD not in repr(ProxyAddress(between.url, "disk", PASSWORD))


def test_a_proxy_that_does_not_answer_and_one_that_finds_nobody(problem_of):
    with proxy({}) as between:
        address = ProxyAddress(between.url)
        problem = problem_of(url=f"https://{NAME}/vp", proxy=address)
        assert (problem.kind, problem.effect) == (Kind.CONNECT_REFUSED, Effect.NOTHING_SENT)
    problem = problem_of(url=f"https://{NAME}/vp", proxy=address)
    assert (problem.kind, problem.effect) == (Kind.PROXY_UNREACHABLE, Effect.NOTHING_SENT)


def test_behind_a_proxy_a_wrong_server_is_still_a_wrong_server(region, problem_of):
    with proxy({NAME: port(region.url)}) as between:
        problem = problem_of(url=f"https://{NAME}/vp", proxy=ProxyAddress(between.url))
    assert (problem.kind, problem.effect) == (Kind.SERVER_NAME_WRONG, Effect.NOTHING_SENT)
    assert region.received == []


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_loopback_never_goes_by_a_proxy(host, authority, make_region, talk):
    region = make_region(server_context(authority, host))
    region.script = http(b"<x/>")
    with proxy({}) as between:
        url = region.url.replace("localhost", host)
        assert talk(change, url=url, proxy=ProxyAddress(between.url)).status == 200
    assert between.asked == []


@pytest.fixture
def gateway(authority, make_region):
    """A gateway that asks for no certificate and takes one token."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    gateway = make_region(context)

    def let_through(received, connection) -> None:
        known = received.headers.get("authorization") == "Bearer arbetsplats-7"
        http(b"<x/>" if known else b"who are you", 200 if known else 401)(received, connection)

    gateway.script = let_through
    return gateway


def test_a_gateway_knows_the_workplace_by_its_token_without_a_certificate(gateway, ca_file, talk):
    async def token(anew: bool) -> str:
        return "arbetsplats-7"

    assert talk(change, url=gateway.url, context=ssl_context(None, [ca_file]), bearer=token).status == 200


def test_a_refused_token_has_changed_nothing_and_is_asked_for_anew_at_the_next_call(gateway, ca_file, talk, caplog):
    asked = []

    async def token(anew: bool) -> str:
        asked.append(anew)
        return "arbetsplats-7" if anew else "gammal-nyckel"

    async def twice(transport: Transport) -> Problem:
        with pytest.raises(CallError) as raised:
            await change(transport)
        assert (await change(transport)).status == 200
        return raised.value.problem

    problem = talk(twice, url=gateway.url, context=ssl_context(None, [ca_file]), bearer=token)
    assert (problem.kind, problem.effect) == (Kind.TOKEN_REFUSED, Effect.REFUSED)
    assert asked == [False, True]
    assert len(gateway.received) == 2
    assert "gammal-nyckel" not in caplog.text
    assert "gammal-nyckel" not in repr(problem)


def test_without_a_token_nothing_is_sent(gateway, ca_file, problem_of):
    async def token(anew: bool) -> str:
        raise CallError(Problem(Kind.TOKEN_MISSING, Effect.NOTHING_SENT))

    problem = problem_of(url=gateway.url, context=ssl_context(None, [ca_file]), bearer=token)
    assert (problem.kind, problem.effect) == (Kind.TOKEN_MISSING, Effect.NOTHING_SENT)
    assert gateway.received == []


def test_a_new_certificate_is_shown_from_the_next_call_and_the_call_in_flight_ends_as_it_began(
    authority, ca_file, make_region, talk
):
    """The region holds the first answer back until a call with the new certificate has been answered."""
    region = make_region(server_context(authority))
    arrived, answered = threading.Event(), threading.Event()
    shown: list[str] = []

    def tell(received, connection: ssl.SSLSocket) -> None:
        names = dict(pair for (pair,) in connection.getpeercert()["subject"])
        shown.append(names["serialNumber"])
        if "CreateListing" in received.path and not answered.is_set():
            arrived.set()
            answered.wait(5)
        http(b"<x/>")(received, connection)

    region.script = tell
    contexts = [
        ssl_context(load_certificate(client_p12(authority, owner=owner), PASSPHRASE), [ca_file])
        for owner in ("SE1-OLD", "SE1-NEW")
    ]

    async def work(transport: Transport) -> None:
        in_flight = asyncio.create_task(change(transport))
        await asyncio.to_thread(arrived.wait, 5)
        transport.renew(contexts[1])
        assert (await read(transport)).status == 200
        assert not in_flight.done()
        answered.set()
        assert (await in_flight).status == 200
        assert (await change(transport)).status == 200

    talk(work, url=region.url, context=contexts[0], limits=Limits(connect=1.0, read=5.0))
    assert shown == ["SE1-OLD", "SE1-NEW", "SE1-NEW"]
    assert region.connections == 2


def test_closing_after_a_renewal_closes_both(region, talk, desk_context):
    region.script = http(b"<x/>")

    async def work(transport: Transport) -> Problem:
        await read(transport)
        transport.renew(None, barred=Problem(Kind.CERTIFICATE_EXPIRED, Effect.NOTHING_SENT))
        with pytest.raises(CallError) as raised:
            await read(transport)
        await transport.close()
        transport.renew(desk_context)
        with pytest.raises(CallError):
            await read(transport)
        return raised.value.problem

    assert talk(work).kind is Kind.CERTIFICATE_EXPIRED
    assert len(region.received) == 1
