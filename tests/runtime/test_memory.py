"""A process that breaks leaves no picture of its memory, and nobody else of the account reads it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux tells what has been set")

SAYS = """
import resource
from desktop.runtime.memory import keep_memory_private
resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
keep_memory_private()
import ctypes
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""
BREAKS = "import os\nfrom desktop.runtime.memory import keep_memory_private\nkeep_memory_private()\nos.abort()\n"
# A certificate is still put into a TLS context by an account that is not root.
CONNECTS = """
import os
import resource
from desktop.runtime.memory import keep_memory_private
from desktop.contracts.certificate import load_certificate, ssl_context
from tests.contracts.wire import PASSPHRASE, client_p12
import trustme
p12 = client_p12(trustme.CA(key_type=trustme.KeyType.ECDSA))
if os.getuid() == 0:
    os.setgroups([])
    os.setresgid(65534, 65534, 65534)
    os.setresuid(65534, 65534, 65534)
keep_memory_private()
ssl_context(load_certificate(p12, PASSPHRASE))
print("shown")
"""


def run(script: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", script]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=60)


def test_no_core_and_not_to_be_dumped() -> None:
    assert run(SAYS).stdout.split("\n")[0] == "(0, 0) 0"


def test_what_breaks_leaves_no_file(tmp_path: Path) -> None:
    assert run(BREAKS, tmp_path).returncode == -signal.SIGABRT
    assert list(tmp_path.iterdir()) == []


def test_a_certificate_is_still_shown() -> None:
    done = run(CONNECTS)
    assert done.stdout == "shown\n", done.stderr
