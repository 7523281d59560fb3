"""One citizen on a real X server and accessibility bus: what a screen reader hears, in which order."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAMS = ("dbus-run-session", "xvfb-run", "openbox", "xdotool", "/usr/bin/python3")
LIBRARIES = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/python3/dist-packages/gi")
MISSING = [name for name in PROGRAMS if shutil.which(name) is None]
MISSING += [name for name in LIBRARIES if not Path(name).exists()]


@pytest.mark.skipif(bool(MISSING), reason=f"missing here: {', '.join(MISSING)} (packaging/dev.py installs them)")
def test_a_screen_reader_hears_every_page_and_where_work_begins(tmp_path: Path) -> None:
    desk = [sys.executable, "-m", "desktop", "--practice", "--data", str(tmp_path), "--theme", "light"]
    ear = ["/usr/bin/python3", str(Path(__file__).with_name("screen_reader.py")), *desk]
    bus = 'export DISPLAY; /usr/libexec/at-spi-bus-launcher --launch-immediately & exec "$@"'
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", "sh", "-c", bus, "sh", *ear]
    settings = {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "LANG": "C.UTF-8"}
    done = subprocess.run(
        ["dbus-run-session", "--", *screen],
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        encoding="utf-8",
        timeout=100,
    )
    assert done.returncode == 0, f"{done.stderr[-2000:]}\n{done.stdout}"
    heard = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("[")]
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
