"""A desktop's portal on the session bus, as GNOME's, told on standard input what its settings are now.

``desktop_portal.py color-scheme=1`` begins with that; a line such as ``contrast=1`` changes it and tells whoever
listens. Prints ``ready`` once it has its name. It knows nothing of the desk's code.
"""

import sys
import threading

from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NAME, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
OUR_SETTINGS = DBusAddress(PATH, NAME, "org.freedesktop.portal.Settings")
APPEARANCE = "org.freedesktop.appearance"


def main() -> None:
    values = {"color-scheme": 0, "contrast": 0} | dict(map(read, sys.argv[1:]))
    with open_dbus_connection("SESSION") as bus:
        bus.send_and_get_reply(message_bus.RequestName(NAME))
        threading.Thread(target=change, args=(bus, values), daemon=True).start()
        print("ready", flush=True)
        while True:
            answer(bus, values)


def read(told: str) -> tuple[str, int]:
    name, _, value = told.strip().partition("=")
    return name, int(value)


def change(bus: DBusConnection, values: dict[str, int]) -> None:
    for line in sys.stdin:
        name, value = read(line)
        values[name] = value
        bus.send(new_signal(OUR_SETTINGS, "SettingChanged", "ssv", (APPEARANCE, name, ("u", value))))


def answer(bus: DBusConnection, values: dict[str, int]) -> None:
    asked = bus.receive()
    if asked.header.message_type is not MessageType.method_call:
        return
    if asked.header.fields[HeaderFields.member] == "ReadAll":
        all_of_it = {APPEARANCE: {name: ("u", value) for name, value in values.items()}}
        bus.send(new_method_return(asked, "a{sa{sv}}", (all_of_it,)))
    else:
        bus.send(new_error(asked, "org.freedesktop.portal.Error.NotFound"))


if __name__ == "__main__":
    main()
