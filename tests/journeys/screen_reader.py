"""A screen reader's ear and a keyboard, run by the system's Python on a real X server and accessibility bus.

``screen_reader.py COMMAND...`` starts the desk, works through one citizen by keys from a real keyboard, and prints one
JSON line for each thing that it heard: ``["focus", role, name]``, ``["reaches", right, bottom]`` of what got it on the
screen in pixels, or ``["said", text]``. Ends with 1 when it waited in
vain. It knows nothing of the desk's code: what it hears is all that it has.
"""

import json
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  the version comes first

PATIENCE = 30.0
ADULT, SLIP = "191212121212", "191212121213"
LIST_HERE = "Lista på Tallbackens vårdcentral"
APPROVED = "Blanketten är underskriven"
STEPS = [
    ("focus", "push button", "Nästa"),
    ("key", "Return"),
    ("said", "Hitta invånaren"),
    ("key", "Escape"),
    ("focus", "text", ""),
    ("type", SLIP),
    ("said", "Kontrollsiffran stämmer inte."),
    ("type", ADULT),
    ("said", "Översikt"),
    ("focus", "push button", LIST_HERE),
    ("key", "Tab"),
    ("focus", "push button", "Välj annan mottagning"),
    ("key", "Tab"),
    ("focus", "push button", "Hämta igen"),
    ("key", "shift+Tab"),
    ("focus", "push button", "Välj annan mottagning"),
    ("key", "F1"),
    ("said", "Hjälp"),
    ("focus", "text", "Sök i hjälpen"),
    ("key", "Escape"),
    ("said", "Översikt"),
    ("focus", "push button", LIST_HERE),
    ("key", "ctrl+l"),
    ("said", "Kontroll före registrering"),
    ("focus", "check box", APPROVED),
    ("key", "ctrl+Return"),
    ("said", "Det här saknas innan det går att registrera"),
    ("key", "space"),
    ("key", "ctrl+Return"),
    ("said", "Så gick det"),
    ("said", "Registrerad och bekräftad"),
    ("focus", "push button", "Nästa invånare"),
    ("key", "ctrl+p"),
    ("said", "Kvitto"),
    ("focus", "push button", "Skriv ut"),
    ("key", "Tab"),
    ("focus", "push button", "Spara som PDF"),
]


class Ear:
    """Hears focus and announcements of every program on the bus."""

    def __init__(self):
        self.heard = []
        self._listener = Atspi.EventListener.new(self._hear)
        for event in ("object:announcement", "object:state-changed:focused"):
            self._listener.register(event)

    def _hear(self, event):
        if event.type.startswith("object:announcement"):
            self._note("said", str(event.any_data))
        elif event.detail1:
            self._note("focus", event.source.get_role_name(), event.source.get_name())
            if (component := event.source.get_component_iface()) is not None:
                place = component.get_extents(Atspi.CoordType.SCREEN)
                self._note("reaches", place.x + place.width, place.y + place.height)

    def _note(self, *what):
        self.heard.append(what)
        print(json.dumps(what, ensure_ascii=False), flush=True)

    def wait(self, since, kind, *expected):
        """Wait for something heard after `since`; the place behind it, or SystemExit."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            for place, what in enumerate(self.heard[since:], since):
                if what[0] == kind and all(text in told for text, told in zip(expected, what[1:], strict=True)):
                    return place + 1
            GLib.MainContext.default().iteration(False)
            time.sleep(0.01)
        raise SystemExit(f"waited in vain for {kind} {expected}")


def main():
    ear = Ear()
    manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
    desk = subprocess.Popen(sys.argv[1:], stderr=subprocess.DEVNULL)
    try:
        place = 0
        for what, *rest in STEPS:
            if what == "key":
                subprocess.run(["xdotool", "key", *rest], check=True)
            elif what == "type":
                subprocess.run(["xdotool", "key", "ctrl+a"], check=True)
                subprocess.run(["xdotool", "type", "--delay", "10", rest[0]], check=True)
                subprocess.run(["xdotool", "key", "Return"], check=True)
            else:
                place = ear.wait(place, what, *rest)
    finally:
        for process in (desk, manager):
            process.terminate()
            process.wait(10)


if __name__ == "__main__":
    main()
