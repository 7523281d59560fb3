"""The command line against nonsense: every command ends with a word and a code, within bounds, and no traceback."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.__main__ import main

if sys.platform == "win32":
    pytest.skip("the bounds are set as POSIX does", allow_module_level=True)

import resource

NASTY = (
    *(
        "",
        " ",
        "-",
        "--",
        "-1",
        "9" * 400,
        "x" * 5000,
        "å/ä/ö",
        "\udcff",
        "𝟙𝟚",
        "%s%n{0}{x}",
        "'; DROP TABLE",
        "\n\r\t",
    ),
    *("../../../../etc/passwd", "/dev/zero", "/dev/null", "/proc/self/mem", "/", "--help=x", "9999-99-99", "\x1b[31m"),
)
SHAPES = (
    *(("profile",), ("profile", "check"), ("connection",), ("connection", "check", "--profile"), ("journal",)),
    *(("journal", "--profile"), ("staff",), ("staff", "--profile"), ("audit",), ("certificate", "install")),
    *(("secret", "set"), ("pictures", "--only"), ("practice", "--fault"), ("tour", "--language"), ("--text-size",)),
)
ROOM = 256 << 20


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer of its own, on which a command may take so much memory more."""
    for name in ("XDG_CONFIG_DIRS", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    was = resource.getrlimit(resource.RLIMIT_DATA)
    used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_DATA, (used + ROOM, was[1]))
    yield
    resource.setrlimit(resource.RLIMIT_DATA, was)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="how much is taken is read from /proc")
@pytest.mark.parametrize("shape", SHAPES, ids=" ".join)
@pytest.mark.usefixtures("computer")
def test_nonsense_is_answered_in_words(shape: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    for nasty in NASTY:
        said = io.BytesIO()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"AAAA\n"), encoding="utf-8"))
        monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(said, "utf-8", "backslashreplace", write_through=True))
        try:
            code: object = main([*shape, nasty])
        except SystemExit as ended:
            code = ended.code
        assert code == 2, (nasty[:40], code)
        assert said.getvalue().strip(), nasty[:40]
        assert b"Traceback" not in said.getvalue()


@pytest.mark.usefixtures("computer")
def test_what_the_operating_system_refuses_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["journal", "--practice", "--data", "x" * 5000, "verify"]) == 2
    assert capsys.readouterr().err == "listningsluckan journal: File name too long\n"
