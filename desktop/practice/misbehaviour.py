"""What a fault makes of a call: refused before the region, late, answered too late, or spoiled on its way back."""

import re
import threading
from dataclasses import replace
from typing import Final, Protocol

from desktop.practice.calls import Read, Reply
from desktop.practice.faults import FaultRule
from desktop.practice.platform_faults import platform_fault
from desktop.practice.router import Router, fault_reply
from desktop.practice.soap import Fault

_PROXY_PAGE: Final = (
    b"<!DOCTYPE html><html><head><title>503 Service Unavailable</title></head>"
    b"<body><h1>Service Unavailable</h1><p>The upstream server did not respond.</p></body></html>"
)
_OK: Final = re.compile(rb"<(\w+:)?resultCode>OK</(\w+:)?resultCode>")
_INFO: Final = rb"<\1resultCode>INFO</\1resultCode><\1resultText>Regionen flyttar sina uppgifter i natt.</\1resultText>"


class Line(Protocol):
    """The connection that a call came in on; `stopping` is set when the platform stops."""

    @property
    def router(self) -> Router:
        """What would answer, and logs."""
        ...

    @property
    def stopping(self) -> threading.Event:
        """What a fault waits for, at most."""
        ...

    def answer(self, read: Read) -> Reply:
        """Do what the call asks."""
        ...

    def reply_to(self, read: Read, reply: Reply) -> None:
        """Log and send."""
        ...

    def send(self, reply: Reply, correlation_id: str, missing: int = 0) -> None:
        """Send, and say that so many bytes more would come."""
        ...

    def hang_up(self) -> None:
        """Drop the connection."""
        ...


def misbehave(line: Line, fault: FaultRule, read: Read) -> None:
    """Let a fault have its way with a call."""
    if fault.name in ("vp", "down", "throttle", "timeout", "drop-before", "html"):
        _refuse(line, fault, read)
        return
    if fault.name == "delay":
        line.stopping.wait(fault.seconds)
        if read.world == line.router.log.world:
            line.reply_to(read, line.answer(read))
        else:  # What it asked for is not done in a world that has begun anew meanwhile.
            line.hang_up()
        return
    reply = line.answer(read)
    if fault.name == "timeout-after-store":
        line.stopping.wait(fault.seconds)
        line.reply_to(read, fault_reply(_timed_out()))
        return
    if fault.name == "hang-after-store":
        line.router.log.add(read, read.arrival.sender, reply)
        line.stopping.wait(fault.seconds)
        line.hang_up()
        return
    _spoil(line, fault, read, reply)


def _refuse(line: Line, fault: FaultRule, read: Read) -> None:
    """The faults that keep a call from the region: nothing is done."""
    match fault.name:
        case "vp":
            line.reply_to(read, fault_reply(platform_fault(fault.code or "VP009")))
        case "down":
            line.reply_to(read, fault_reply(platform_fault("VP009", "Connection refused")))
        case "throttle":
            line.reply_to(read, fault_reply(platform_fault("VP012", "One call a second")))
        case "timeout":
            line.stopping.wait(fault.seconds)
            line.reply_to(read, fault_reply(_timed_out()))
        case "html":
            line.reply_to(read, Reply(503, _PROXY_PAGE, "text/html"))
        case _:
            line.router.log.add(read, read.arrival.sender, Reply(0, b""))
            line.hang_up()


def _spoil(line: Line, fault: FaultRule, read: Read, reply: Reply) -> None:
    """The faults that hit the answer: the region has done what it was asked."""
    line.router.log.add(read, read.arrival.sender, reply)
    half = reply.body[: len(reply.body) // 2]
    match fault.name:
        case "truncated":
            line.send(replace(reply, body=half), read.correlation_id, missing=len(reply.body) - len(half))
            line.hang_up()
        case "cut-xml":
            line.send(replace(reply, body=half), read.correlation_id)
        case "not-xml":
            line.send(replace(reply, body=b"Internal error. Contact support."), read.correlation_id)
        case "wrong-content-type":
            line.send(replace(reply, content_type="application/octet-stream"), read.correlation_id)
        case "empty":
            line.send(Reply(200, b""), read.correlation_id)
        case "info":
            line.send(replace(reply, body=_OK.sub(_INFO, reply.body)), read.correlation_id)
        case _:
            line.hang_up()


def _timed_out() -> Fault:
    return platform_fault("VP009", "Timeout when waiting on response from producer.")
