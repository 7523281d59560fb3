"""Owns the fixtures of the contract tests: an authority, our certificate, a region, and a transport to talk to it."""

import asyncio
import contextlib
import ssl
from collections.abc import Awaitable, Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import pytest
import trustme

from desktop.contracts.certificate import load_certificate, ssl_context
from desktop.contracts.contract import Contract
from desktop.contracts.transport import Bearer, Limits, ProxyAddress, Transport
from desktop.domain.problems import CallError, Problem
from tests.contracts.wire import PASSPHRASE, QUICK, Region, client_p12, http, response, server_context, soap

T = TypeVar("T")

GOLDEN = Path(__file__).parents[1] / "golden" / "contracts"


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA(key_type=trustme.KeyType.ECDSA)


@pytest.fixture(scope="session")
def ca_file(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("authority") / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    return path


@pytest.fixture(scope="session")
def p12(authority: trustme.CA) -> bytes:
    return client_p12(authority)


@pytest.fixture
def make_region() -> Iterator[Callable[[ssl.SSLContext], Region]]:
    with contextlib.ExitStack() as stack:

        def make(context: ssl.SSLContext) -> Region:
            region = Region(context)
            stack.callback(region.close)
            return region

        yield make


@pytest.fixture(scope="session")
def trusted_context(authority: trustme.CA) -> ssl.SSLContext:
    return server_context(authority)


@pytest.fixture
def region(make_region: Callable[[ssl.SSLContext], Region], trusted_context: ssl.SSLContext) -> Region:
    return make_region(trusted_context)


@pytest.fixture(scope="session")
def desk_context(p12: bytes, ca_file: Path) -> ssl.SSLContext:
    return ssl_context(load_certificate(p12, PASSPHRASE), [ca_file])


Talk = Callable[..., T]


@pytest.fixture
def talk(region: Region, desk_context: ssl.SSLContext) -> Talk:
    """``talk(work)`` runs ``await work(transport)`` against the region and closes the transport."""

    def run(
        work: Callable[[Transport], Awaitable[T]],
        *,
        url: str = "",
        context: ssl.SSLContext = desk_context,
        limits: Limits = QUICK,
        contract_urls: Mapping[str, str] = MappingProxyType({}),
        bearer: Bearer | None = None,
        proxy: ProxyAddress | None = None,
    ) -> T:
        async def open_and_close() -> T:
            transport = Transport(url or region.url, contract_urls, context, limits, bearer=bearer, proxy=proxy)
            try:
                return await work(transport)
            finally:
                await transport.close()

        return asyncio.run(open_and_close())

    return run


@pytest.fixture
def answer(region, talk):
    """``answer(ask, contract, content)`` or ``answer(ask, golden_file)`` is what a client makes of an answer."""

    def run(ask, source: Contract | str, content: str = ""):
        golden = isinstance(source, str)
        region.script = http((GOLDEN / source).read_bytes()) if golden else soap(response(source, content))
        return talk(ask)

    return run


@pytest.fixture
def problem(answer):
    def run(*arguments) -> Problem:
        with pytest.raises(CallError) as raised:
            answer(*arguments)
        return raised.value.problem

    return run
