import sys
from pathlib import Path

import pytest

from desktop.runtime.resources import resource


def test_a_bundled_file_is_found_in_the_checkout() -> None:
    assert resource("fonts/Inter-Regular.otf").is_file()


def test_a_missing_file_is_said_by_name() -> None:
    with pytest.raises(FileNotFoundError, match="icons/no-such"):
        resource("icons/no-such.svg")


def test_a_frozen_program_looks_in_its_unpacked_folder_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources" / "icons").mkdir(parents=True)
    own = tmp_path / "resources" / "icons" / "eye.svg"
    own.write_text("<svg/>")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("icons/eye.svg") == own
    assert resource("icons/eye-off.svg").is_file()
