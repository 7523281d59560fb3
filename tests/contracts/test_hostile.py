"""Hostile and broken answers become a clear Problem, quickly and without swallowing memory."""

import gzip
import os
import tracemalloc
import zlib
from dataclasses import replace

import pytest

from desktop.contracts.codec import Record
from desktop.contracts.envelope import call
from desktop.contracts.listings import GET_LISTING
from desktop.contracts.transport import Limits
from desktop.domain.problems import CallError, Effect, Kind, Problem
from tests.contracts.wire import QUICK, enveloped, http, server_context

OK = f'<GetListingResponse xmlns="{GET_LISTING.namespace}"><resultCode>OK</resultCode></GetListingResponse>'
GOOD = enveloped(OK)
DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>'
SECRET = "/etc/hostname"


def with_doctype(doctype: str) -> bytes:
    return GOOD.replace(DECLARATION, DECLARATION + doctype.encode())


LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
BROKEN = {
    "empty": b"",
    "blank": b"  \n ",
    "HTML": b"<!doctype html><html><body><p>Underh\xc3\xa5ll p\xc3\xa5g\xc3\xa5r</body></html>",
    "XHTML": b"<html><body><p>Underh</p></body></html>",
    "text": b"Internal error",
    "JSON": b'{"resultCode": "OK"}',
    "truncated": GOOD[:-30],
    "two roots": GOOD + b"<more/>",
    "DOCTYPE": with_doctype("<!DOCTYPE x>"),
    "DOCTYPE of elsewhere": with_doctype('<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">'),
    "entity": with_doctype('<!DOCTYPE x [<!ENTITY a "OK">]>').replace(b">OK<", b">&a;<"),
    "file": with_doctype(f'<!DOCTYPE x [<!ENTITY a SYSTEM "file://{SECRET}">]>').replace(b">OK<", b">&a;<"),
    "laughs": with_doctype(f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>').replace(b">OK<", b">&l9;<"),
    "deep": enveloped(OK.replace("<resultCode>", "<a>" * 1000 + "</a>" * 1000 + "<resultCode>")),
    "zeroes": b"\0" * 1000,
    "noise": os.urandom(5000),
    "another charset than it says": GOOD.replace(b"OK<", "Å<".encode("latin-1")),
    "no envelope": OK.encode(),
    "empty body": enveloped(""),
    "no body": b"<Envelope/>",
    "another response": enveloped("<CreateListingResponse><resultCode>OK</resultCode></CreateListingResponse>"),
}


@pytest.fixture
def read(region, talk):
    def run(script, limits: Limits = QUICK) -> str:
        region.script = script
        request = GET_LISTING.request()

        def decode(record: Record) -> str:
            return record.text("resultCode")

        return talk(lambda t: call(t, GET_LISTING, "20", request, decode, changes=True), limits=limits).value

    return run


@pytest.fixture
def problem_of(read, caplog):
    def run(script, limits: Limits = QUICK) -> Problem:
        with pytest.raises(CallError) as raised:
            read(script, limits)
        caplog.clear()
        return raised.value.problem

    return run


@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN)
def test_what_is_no_answer(body, problem_of):
    problem = problem_of(http(body))
    assert (problem.kind, problem.effect) == (Kind.UNREADABLE_ANSWER, Effect.UNKNOWN)
    assert problem.correlation_id


@pytest.mark.parametrize("content_type", ["text/plain", "", "text/html; charset=ISO-8859-1", "application/soap+xml"])
def test_a_good_answer_under_a_wrong_content_type_is_read(content_type, read):
    assert read(http(GOOD, content_type=content_type)) == "OK"


def test_utf_16_is_read(read):
    assert read(http(GOOD.decode().replace("UTF-8", "UTF-16").encode("utf-16"))) == "OK"


def test_a_response_under_an_error_status_is_not_trusted(problem_of):
    assert problem_of(http(GOOD, 500)).kind is Kind.UNREADABLE_ANSWER


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_nobody_is_followed_elsewhere(status, problem_of, authority, make_region):
    elsewhere = make_region(server_context(authority))
    problem = problem_of(http(b"", status, Location=elsewhere.url))
    assert (problem.kind, problem.effect) == (Kind.UNREADABLE_ANSWER, Effect.UNKNOWN)
    assert elsewhere.connections == 0


def test_compressed_answers_are_read(read):
    assert read(http(gzip.compress(GOOD), Content_Encoding="gzip")) == "OK"


@pytest.mark.parametrize(
    ("body", "encoding"),
    [(b"not gzip", "gzip"), (gzip.compress(GOOD)[:-9], "gzip"), (zlib.compress(GOOD), "br")],
    ids=["not gzip", "truncated", "another encoding"],
)
def test_what_cannot_be_decompressed(body, encoding, problem_of):
    problem = problem_of(http(body, Content_Encoding=encoding))
    assert (problem.kind, problem.effect) == (Kind.UNREADABLE_ANSWER, Effect.UNKNOWN)


def test_sixteen_megabytes(problem_of):
    problem = problem_of(http(b"<x>" + b" " * (16 * 1024 * 1024)))
    assert (problem.kind, problem.effect) == (Kind.ANSWER_TOO_LARGE, Effect.UNKNOWN)


def test_a_gzip_bomb_is_never_unpacked_whole(problem_of):
    """16 MiB in each TLS record: with a limit of 1 MiB little more than that is ever held."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    mebibyte = b" " * (1024 * 1024)
    bomb = b"".join(packer.compress(mebibyte) for _ in range(64)) + packer.flush()
    script = http(bomb, Content_Encoding="gzip")
    tracemalloc.start()
    try:
        problem = problem_of(script, replace(QUICK, max_bytes=len(mebibyte)))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (problem.kind, problem.effect) == (Kind.ANSWER_TOO_LARGE, Effect.UNKNOWN)
    assert most < 8 * len(mebibyte)
