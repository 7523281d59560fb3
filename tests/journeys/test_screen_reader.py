"""One citizen on a real X server and accessibility bus: what a screen reader hears, in which order."""

import json
import sys
from pathlib import Path

from tests.journeys.real_screen import needs, printed_on_screen

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"


@needs("xdotool", "/usr/bin/python3", LAUNCHER, "/usr/lib/python3/dist-packages/gi")
def test_a_screen_reader_hears_every_page_and_where_work_begins(tmp_path: Path) -> None:
    desk = [sys.executable, "-m", "desktop", "--practice", "--data", str(tmp_path), "--theme", "light"]
    ear = ["/usr/bin/python3", str(Path(__file__).with_name("screen_reader.py")), *desk]
    bus = f"export DISPLAY; {LAUNCHER} --launch-immediately"
    printed = printed_on_screen(bus, *ear, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
    heard = [json.loads(line) for line in printed if line.startswith("[")]
    said = [one[1] for one in heard if one[0] == "said"]
    headings = ("Översikt", "Hjälp", "Kontroll före registrering", "Så gick det", "Kvitto")
    pages = [text for text in said if text in headings]
    assert pages == ["Översikt", "Hjälp", *headings[:1], *headings[2:]]
    reached = [one[1:] for one in heard if one[0] == "reaches"]
    assert len(reached) > 10
    assert all(right <= 1366 and bottom <= 768 for right, bottom in reached), f"beyond the screen: {reached}"
    passed_by = [one[2] for one in heard if one[0] == "focus" and one[2] == "Ny invånare"]
    assert not passed_by, "the focus went by the header on its way to a page"
    assert all(name for kind, *_, name in heard if kind == "focus"), "something nameless had the focus"
