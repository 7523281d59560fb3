"""A body that is read to its bound and no further, whatever its compression claims."""

from __future__ import annotations

import zlib

import httpx


class TooLargeError(Exception):
    """More bytes came than are taken."""


class BadEncodingError(Exception):
    """A compression that nobody asked for, or one that breaks off."""


async def body_of(response: httpx.Response, max_bytes: int) -> bytes:
    """The body, never holding more than `max_bytes` of it; httpx's own decompression has no bound."""
    match response.headers.get("content-encoding", "identity").strip().lower():
        case "identity" | "":
            inflater = None
        case "gzip" | "x-gzip":
            inflater = zlib.decompressobj(16 + zlib.MAX_WBITS)
        case _:
            raise BadEncodingError
    body = bytearray()
    async for chunk in response.aiter_raw():
        try:
            body += inflater.decompress(chunk, max_bytes + 1 - len(body)) if inflater else chunk
        except zlib.error as error:
            raise BadEncodingError from error
        if len(body) > max_bytes:
            raise TooLargeError
    if inflater and not inflater.eof:
        raise BadEncodingError
    return bytes(body)
