"""Waits until this session has its Secret Service; until then a call on the bus would start a second, locked one."""

import sys
import time

from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

PATIENCE = 20.0


def main() -> int:
    """0 when it is there."""
    until = time.monotonic() + PATIENCE
    with open_dbus_connection("SESSION") as bus:
        while time.monotonic() < until:
            if bus.send_and_get_reply(message_bus.NameHasOwner("org.freedesktop.secrets")).body[0]:
                return 0
            time.sleep(0.02)
    return 1


if __name__ == "__main__":
    sys.exit(main())
