"""The pictures command: a picture of each state of a walk, in every look asked for, and a sheet of each set."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.commands.pictures import main
from desktop.views.look import Theme, apply


def shades(file: Path) -> set[int]:
    picture = QImage(str(file))
    return {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)}


def test_every_state_of_a_walk_in_every_look_asked_for(qapp: QApplication, tmp_path: Path) -> None:
    asked = ["--only", "correction", "--language", "en", "--theme", "light", "dark", "--text-size", "100", "200"]
    assert main(["--to", str(tmp_path), *asked]) == 0
    apply(qapp, Theme.LIGHT, 1.0)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    looks = ("en-light-100", "en-light-200", "en-dark-100", "en-dark-200")
    for look in looks:
        drawn = sorted(file.stem for file in (tmp_path / look).iterdir())
        assert drawn == ["correction", "correction-paper"]
        assert all(len(shades(file)) > 10 for file in (tmp_path / look).iterdir())
        assert not QImage(str(tmp_path / f"{look}.png")).isNull()
    grounds = {QImage(str(tmp_path / look / "correction.png")).pixel(1340, 400) for look in looks}
    assert len(grounds) == 2


def test_it_says_which_walks_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--only", "nothing"])
    assert "'outcome'" in capsys.readouterr().err
