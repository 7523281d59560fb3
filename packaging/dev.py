#!/usr/bin/env python3
"""Owns the way from a clean clone to a running desk: one script, standard library only, the same on Linux and Windows.

    python3 packaging/dev.py run [arguments of listningsluckan]     without arguments: --practice
    python3 packaging/dev.py test [--long] [arguments of pytest]
    python3 packaging/dev.py check                                  style, types, layers, lock, translations, policies
    python3 packaging/dev.py bench [--quick] [--only NAME ...]      the table of figures that README shows
    python3 packaging/dev.py translations [--check]
    python3 packaging/dev.py policies [--check]

Each command first makes sure that the system libraries and `.venv` (from `uv.lock`) are there; `.venv/ready` is written
last and says for what, so an interrupted set-up is done again and a finished one costs nothing.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
READY = VENV / "ready"
WINDOWS = os.name == "nt"
PROGRAMS = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = PROGRAMS / ("python.exe" if WINDOWS else "python")
UV = "uv==0.13.9"

# What must be found (a shared library, a program, or a path) -> the Debian package that brings it.
WINDOW = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
}
SCREEN = {
    "libcups.so.2": "libcups2",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
TESTS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "dbus-run-session": "dbus-daemon",
    "gnome-keyring-daemon": "gnome-keyring",
    "/usr/lib/postgresql/*/bin/initdb": "postgresql",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/gi": "python3-gi",
    "/usr/lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
}

CHECKS = (
    ("uv", "lock", "--check", "--quiet"),
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("lint-imports", "--no-logo"),
)


def main(arguments: list[str]) -> int:
    """Carry out one command and return its exit code; a set-up that fails leaves by SystemExit with one sentence."""
    if sys.version_info < (3, 11):
        raise SystemExit(f"Python 3.11 or later is needed; this is {sys.version.split()[0]}.")
    command, *rest = arguments or [""]
    if command not in ("run", "test", "check", "bench", "translations", "policies"):
        print(__doc__)
        return 2
    set_up("run" if command == "run" else "test")
    if command == "run":
        return start("-m", "desktop", *(rest or ["--practice"]))
    if command in ("translations", "policies"):
        return start(str(ROOT / "packaging" / f"{command}.py"), *rest)
    os.chdir(ROOT)
    if command == "bench":
        return start("-m", "tests.benchmarks", *rest)
    # A file at a time on each core: the files share nothing but what a session makes once for each process.
    spread = ("-n", "auto", "--dist", "loadfile", "--max-worker-restart", "0") if not rest or rest == ["--long"] else ()
    return start("-m", "pytest", *spread, *rest) if command == "test" else check()


def start(*arguments: str) -> int:
    """Hand over to the environment's Python: in this process where the system can, so that signals arrive."""
    command = [str(PYTHON), *arguments]
    # The desk is not installed: that would fetch a build tool, which the lock file does not hold.
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    sys.stdout.flush()
    if not WINDOWS:
        os.execv(PYTHON, command)
    return subprocess.call(command)


def check() -> int:
    """Run every check that is not a test, stopping at the first that fails."""
    commands = [[str(PROGRAMS / name), *rest] for name, *rest in CHECKS]
    commands.append([str(PYTHON), str(ROOT / "packaging" / "translations.py"), "--check"])
    commands.append([str(PYTHON), str(ROOT / "packaging" / "policies.py"), "--check"])
    for command in commands:
        shown = " ".join([Path(command[0]).name, *command[1:]])
        print(f"== {shown}", flush=True)
        if code := subprocess.call(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}):
            print(f"FAILED: {shown} (exit {code})", file=sys.stderr)
            return code
    return 0


def set_up(purpose: str) -> None:
    """Make the system libraries and the environment fit for `purpose` (`run`, or `test`, which includes it)."""
    install_system_packages(wanted_packages(purpose))
    state = environment_state(purpose)
    if state == "ready":
        return
    READY.unlink(missing_ok=True)
    build_environment(purpose, afresh=state == "unfinished")
    READY.write_text(f"{environment_digest()} {purpose}\n")


def environment_state(purpose: str) -> str:
    """`ready` for the purpose, `stale` (made for less, or from other files), or `unfinished` (no stamp at all)."""
    if not READY.exists():
        return "unfinished"
    digest = environment_digest()
    return "ready" if READY.read_text().split() in ([digest, "test"], [digest, purpose]) else "stale"


def environment_digest() -> str:
    """What the environment is made from: this script, the project's two files and the Python that runs it."""
    state = hashlib.sha256(f"{sys.version_info} {sys.base_prefix}".encode())
    for name in ("pyproject.toml", "uv.lock", "packaging/dev.py"):
        state.update((ROOT / name).read_bytes())
    return state.hexdigest()


def build_environment(purpose: str, *, afresh: bool) -> None:
    """Make `.venv` and bring it to the lock file; `afresh` throws away one that nobody finished."""
    retry = "Its last words stand above; most often it is the way to the Python package index. Run the command again."
    clear = ["--clear"] if afresh else []
    step("Making .venv", [sys.executable, "-m", "venv", *clear, str(VENV)], "Remove .venv and run it again.")
    step("Fetching the installer", [str(PYTHON), "-m", "pip", "install", "--quiet", UV], retry)
    groups = ["--group", "bench"] if purpose == "test" else ["--no-dev"]
    step(
        "Installing what uv.lock names (about 100 MB the first time)",
        [
            str(PROGRAMS / "uv"),
            "sync",
            "--frozen",
            "--inexact",
            "--no-install-project",
            *groups,
            "--python",
            str(PYTHON),
        ],
        retry,
        UV_PROJECT_ENVIRONMENT=str(VENV),
        UV_PYTHON_DOWNLOADS="never",
    )


def wanted_packages(purpose: str) -> dict[str, str]:
    """The findable things that `purpose` needs on this machine, each with its Debian package."""
    if sys.platform != "linux":
        return {}
    wanted = dict(WINDOW)
    if purpose == "test" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        wanted |= SCREEN
    if purpose == "test":
        wanted |= TESTS
    return wanted


def missing_packages(wanted: dict[str, str]) -> list[str]:
    """The Debian packages of all that is wanted and not found, python3-venv included where Python came without pip."""
    missing = {package for name, package in wanted.items() if not is_found(name)}
    if sys.platform == "linux" and importlib.util.find_spec("ensurepip") is None:
        missing.add("python3-venv")
    return sorted(missing)


def is_found(name: str) -> bool:
    """Whether the loader, the search path or the file system has it, which needs no package database to answer."""
    if name.startswith("/"):
        return any(Path("/").glob(name[1:]))
    if ".so" not in name:
        return shutil.which(name) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def install_system_packages(wanted: dict[str, str]) -> None:
    """Bring what is missing by apt when this user may; otherwise leave with the one line that does it."""
    packages = missing_packages(wanted)
    if not packages:
        return
    if shutil.which("apt-get") is None:
        raise SystemExit(f"Missing here, by their Debian names: {' '.join(packages)}. Install them and run this again.")
    install = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    line = f"sudo apt-get update && sudo {install}"
    if os.geteuid() != 0:
        raise SystemExit(f"System packages are missing. Run this line, then the same command again:\n{line}")
    step(
        f"Installing {len(packages)} system packages",
        # One broken source must not stop the packages that the others have: the installation decides.
        ["sh", "-c", f"apt-get update; {install}"],
        f"Its last words stand above; most often it is the way to the Debian archive. By hand: {line}",
        DEBIAN_FRONTEND="noninteractive",
    )
    if still := missing_packages(wanted):
        raise SystemExit(f"apt-get succeeded, but what these bring is still not found: {' '.join(still)}.")


def step(what: str, command: list[str], advice: str, **environment: str) -> None:
    """Run one quiet step of the set-up; a failure shows its last lines and leaves with what failed and what to do."""
    print(f"{what} ...", flush=True)
    inherited = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=inherited | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if done.returncode:
        print("\n".join(done.stdout.splitlines()[-15:]), file=sys.stderr)
        raise SystemExit(f"{what} failed. {advice}")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("Interrupted. Run the same command again: it goes on, or begins again, by itself.")
