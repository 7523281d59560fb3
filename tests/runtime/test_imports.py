"""No module's source is read a second time when it is imported after PySide."""

import subprocess
import sys

SCRIPT = """
import linecache, sys
from desktop.runtime.imports import import_plainly
if "plainly" in sys.argv:
    import_plainly()
before = set(linecache.cache)
import desktop.settings.profile
print(len([file for file in linecache.cache if file not in before and not file.startswith("<")]))
"""


def sources_kept(*how: str) -> int:
    done = subprocess.run([sys.executable, "-c", SCRIPT, *how], capture_output=True, encoding="utf-8", check=True)
    return int(done.stdout)


def test_imports_after_pyside_keep_no_sources() -> None:
    assert sources_kept() > 20, "PySide no longer reads them: `runtime/imports.py` can go"
    assert sources_kept("plainly") < 5
