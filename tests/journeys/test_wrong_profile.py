"""What IT should mend stands in the window: with faults in the profile the desk reads, and registers nothing."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.__main__ import main
from desktop.domain.certificate import CertificateStanding
from desktop.domain.profile_fault import Expected, ProfileFault
from desktop.runtime.clock import now
from desktop.runtime.language import Language
from desktop.settings.profile import Support
from desktop.views.dialogue import HelpOver
from desktop.views.look import Theme, apply, look
from desktop.views.parts import KeyButton
from desktop.views.profile_faults import Meanwhile, ProfileDialog
from desktop.views.window import MainWindow
from tests.journeys.opened import OpenDesk

FAULT = ProfileFault("profile.toml", ("agreed", "register_form", "date"), 12, "2026", Expected.DATE)
WRONG = 'environment = "qa"\nconnected = ["20"]\n[desk]\ncounty = "Dalarna"\n'


def test_with_a_fault_in_the_terms_the_desk_reads_and_registers_nothing(open_desk: OpenDesk) -> None:
    receptionist = open_desk(faults=[FAULT])
    receptionist.sees("Profilen har fel: det går att läsa, men inte att registrera.")
    receptionist.sees("profile.toml, rad 12, agreed.register_form.date: Här står 2026. Det ska vara ett datum")
    receptionist.open("adult-home")
    receptionist.sees("Kvarnhedens vårdcentral", "2 byten kvar enligt Region Dalarna")
    receptionist.press("Ctrl+L")
    receptionist.sees("Kan inte registreras härifrån")
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.settle()
    assert receptionist.registrations == []


def test_a_certificate_that_soon_expires_is_told_of_with_whom_to_tell(open_desk: OpenDesk) -> None:
    support = Support(name="Servicedesk", phone="010-000 00 00", email="it@region.example")
    receptionist = open_desk(support=support)
    receptionist.until(lambda: receptionist.desk.model.standing.certificate is not None, "looking at the certificate")
    receptionist.does_not_see("Certifikatet")
    standing = receptionist.desk.model.standing
    assert standing.certificate is not None
    assert standing.certificate.certificate is not None
    soon = replace(standing.certificate.certificate, not_after=now() + timedelta(days=9, minutes=5))
    receptionist.desk.model.stand(replace(standing, certificate=CertificateStanding(soon)))
    receptionist.sees("Certifikatet går ut om 9 dagar", "Meddela Servicedesk, 010-000 00 00, it@region.example.")


@pytest.fixture
def at_the_dialog(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., list[str]]]:
    """``at_the_dialog(step, …)`` calls a step for each dialogue about the profile, and keeps what it says."""
    monkeypatch.setenv("DISPLAY", "offscreen")

    def prepare(*steps: Callable[[ProfileDialog], None]) -> list[str]:
        said: list[str] = []

        def look_again() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, ProfileDialog) or not dialog.isActiveWindow():
                QTimer.singleShot(20, look_again)
                return
            said.append("\n".join(label.text() for label in dialog.findChildren(QLabel)))
            steps[len(said) - 1](dialog)
            if len(said) < len(steps):
                QTimer.singleShot(20, look_again)

        QTimer.singleShot(0, look_again)
        return said

    yield prepare
    apply(qapp, Theme.LIGHT, 1.0)


def press(key: str) -> Callable[[ProfileDialog], None]:
    def step(dialog: ProfileDialog) -> None:
        QTest.keySequence(dialog, key)

    return step


def test_a_profile_that_cannot_be_read_with_opens_no_desk_and_is_read_again_on_a_key(
    at_the_dialog: Callable[..., list[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "profile.toml"
    file.write_text(WRONG, encoding="utf-8")

    def mend_one_and_read_again(dialog: ProfileDialog) -> None:
        file.write_text(WRONG.replace("Dalarna", "20"), encoding="utf-8")
        QTest.keySequence(dialog, "F5")

    said = at_the_dialog(mend_one_and_read_again, press("Esc"))
    assert main(["--profile", str(file), "--data", str(tmp_path)]) == 2
    assert 'profile.toml, rad 4, desk.county: Här står "Dalarna".' in said[0]
    assert "Ingen region frågas, och inget kan registreras härifrån." in said[0]
    assert "Dalarna" not in said[1]
    assert "profile.toml, rad 3, desk.centres: Nyckeln saknas och måste finnas." in said[1]
    assert "desk.centres" in capsys.readouterr().err


def test_a_window_that_is_painted_before_the_profile_is_found_wrong_is_gone_when_that_is_told(
    at_the_dialog: Callable[..., list[str]], tmp_path: Path
) -> None:
    file = tmp_path / "profile.toml"
    file.write_text(f'{WRONG}centres = [{{ hsa_id = "SE1", name = "Tallen" }}]\n', encoding="utf-8")
    seen: list[bool] = []

    def look(dialog: ProfileDialog) -> None:
        seen.extend(one.isVisible() for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
        QTest.keySequence(dialog, "Esc")

    at_the_dialog(look)
    assert main(["--profile", str(file), "--data", str(tmp_path)]) == 2
    assert seen
    assert not any(seen)


def test_text_grows_and_help_is_at_hand_where_there_is_no_window_yet(
    at_the_dialog: Callable[..., list[str]], tmp_path: Path
) -> None:
    file = tmp_path / "profile.toml"
    file.write_text(WRONG, encoding="utf-8")
    seen: list[object] = []

    def step(dialog: ProfileDialog) -> None:
        QTest.keySequence(dialog, "Ctrl++")
        seen.append(look().scale)
        QTest.keySequence(dialog, "F1")
        help_over = dialog.findChild(HelpOver)
        seen.append(help_over is not None and help_over.isVisible())
        help_over.reject()
        QTest.keySequence(dialog, "Esc")

    at_the_dialog(step)
    assert main(["--profile", str(file), "--data", str(tmp_path)]) == 2
    assert seen == [1.25, True]


def test_the_faults_can_be_copied_and_practising_is_offered(qtbot: QtBot) -> None:
    dialog = ProfileDialog([FAULT], Language("sv"))
    with qtbot.waitActive(dialog):
        dialog.show()
    (copy,) = [button for button in dialog.findChildren(KeyButton) if button.text() == "Kopiera felen"]
    copy.click()
    assert QGuiApplication.clipboard().text().startswith("profile.toml, rad 12, agreed.register_form.date: ")
    QTest.keySequence(dialog, "F7")
    assert dialog.chosen is Meanwhile.PRACTISE
    assert not dialog.isVisible()
    dialog.deleteLater()
