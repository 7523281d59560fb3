"""The operating system's session, against a real message bus of the test's own with a logind on it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from desktop.runtime.logind import LogindSession
from desktop.runtime.session import SessionWatch, session_of

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="logind is Linux's")

# A process of its own: D-Bus has no way in for a service that answers from the thread that waits for it.
LOGIND = """
import sys
from jeepney import HeaderFields, MessageType, new_method_return, new_error, new_signal, DBusAddress
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
PATH = "/org/freedesktop/login1/session/_37"
session = DBusAddress(PATH, interface="org.freedesktop.login1.Session")
properties = DBusAddress(PATH, interface="org.freedesktop.DBus.Properties")
bus = open_dbus_connection(sys.argv[1])
bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.login1"))
print("ready", flush=True)
while True:
    message = bus.receive()
    if message.header.message_type is not MessageType.method_call:
        continue
    member = message.header.fields[HeaderFields.member]
    if member in ("GetSession", "GetSessionByPID"):
        bus.send(new_method_return(message, "o", (PATH,)))
    elif member == "Lock":
        bus.send(new_method_return(message))
        bus.send(new_signal(session, "Lock"))
    elif member == "Get":
        bus.send(new_method_return(message, "v", (("b", hinted),)))
    elif member == "Hint":  # the test's own way to have a screen keeper lock by itself
        hinted = message.body[0]
        bus.send(new_method_return(message))
        changed = ("org.freedesktop.login1.Session", {"LockedHint": ("b", message.body[0])}, [])
        bus.send(new_signal(properties, "PropertiesChanged", "sa{sv}as", changed))
"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A bus of our own, and its logind."""
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert bus.stdout is not None
    address = bus.stdout.readline().strip()
    logind = subprocess.Popen([sys.executable, "-c", LOGIND, address], stdout=subprocess.PIPE, encoding="utf-8")
    assert logind.stdout is not None
    assert logind.stdout.readline().strip() == "ready"
    yield address
    for process in (logind, bus):
        process.terminate()
        process.wait(5)
        assert process.stdout is not None
        process.stdout.close()


@pytest.fixture
def session(address: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[LogindSession]:
    monkeypatch.setenv("XDG_SESSION_ID", "7")
    bus = QDBusConnection.connectToBus(address, "desk-test")
    yield LogindSession(bus)
    QDBusConnection.disconnectFromBus("desk-test")


def hint(address: str, locked: bool) -> None:
    """A screen keeper that locks or opens by itself."""
    code = (
        "import sys; from jeepney import DBusAddress, new_method_call as call\n"
        "from jeepney.io.blocking import open_dbus_connection as connect\n"
        "to = DBusAddress('/', bus_name='org.freedesktop.login1', interface='x.y')\n"
        f"connect(sys.argv[1]).send_and_get_reply(call(to, 'Hint', 'b', ({locked},)))"
    )
    subprocess.run([sys.executable, "-c", code, address], check=True, timeout=20)


def test_the_session_is_locked_on_request_and_tells_of_it(session: LogindSession, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.locked, timeout=5000):
        assert session.lock()


def test_a_screen_keeper_that_locks_by_itself_is_heard_and_one_that_opens_is_not(
    session: LogindSession, address: str, qtbot: QtBot
) -> None:
    told: list[None] = []
    session.locked.connect(lambda: told.append(None))
    hint(address, False)
    assert session.lock()  # What the bus tells comes in order: once this has been heard, so has what came before.
    qtbot.waitUntil(lambda: bool(told), timeout=5000)
    assert len(told) == 1
    hint(address, True)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=5000)


def test_without_a_logind_nothing_is_locked_and_nothing_breaks(qtbot: QtBot, tmp_path: Path) -> None:
    nowhere = QDBusConnection.connectToBus(f"unix:path={tmp_path / 'none'}", "desk-nowhere")
    assert not LogindSession(nowhere).lock()
    assert not SessionWatch().lock()
    assert isinstance(session_of(0), LogindSession)
