"""A member of staff's own choices survive a damaged file, a newer program and a folder that cannot be written to."""

from pathlib import Path

import pytest

from desktop.settings.user import UserSettings, read_user, write_user


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "own" / "user.json"


def test_what_is_written_is_read(file: Path) -> None:
    chosen = UserSettings(language="en", theme="dark", text_size=150)
    assert write_user(file, chosen)
    assert read_user(file) == chosen
    assert write_user(file, UserSettings())
    assert read_user(file) == UserSettings()
    assert [one.name for one in file.parent.iterdir()] == ["user.json"]


@pytest.mark.parametrize(
    ("content", "language", "size"),
    [
        (b"", "sv", 100),
        (b"{", "sv", 100),
        (b"[]", "sv", 100),
        (b"\xff\xfe", "sv", 100),
        (b"[" * 100_000, "sv", 100),
        (b'{"language": "en", "text_size": 500}', "en", 100),
        (b'{"language": "fi", "text_size": 125}', "sv", 125),
        (b'{"language": "en", "from_a_newer_program": {"a": 1}}', "en", 100),
    ],
)
def test_only_what_is_wrong_is_lost(file: Path, content: bytes, language: str, size: int) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    found = read_user(file)
    assert (found.language, found.text_size) == (language, size)


def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("a file where the folder should be")
    assert not write_user(tmp_path / "own" / "user.json", UserSettings())
    assert read_user(tmp_path / "own" / "user.json") == UserSettings()
    assert [one.name for one in tmp_path.iterdir()] == ["own"]
