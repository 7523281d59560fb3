"""The way on from a refusal: for each, the one key that helps; never the same message again."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from desktop.domain.outcome import RefusalCode
from desktop.domain.registration import Choice, Intent, Registration
from desktop.viewmodels.desk import DeskViewModel
from desktop.views.parts import KeyButton


def next_steps(desk: DeskViewModel, order: Registration, code: RefusalCode) -> list[KeyButton]:
    """Buttons for a refusal, the first one primary; none where the citizen is no longer open."""
    if desk.overview is None:
        return []
    buttons = list(_steps(desk, order.choice, code))
    for number, button in enumerate(buttons):
        button.setObjectName(f"step-{number}")
    if buttons:
        buttons[0].set_look("primary")
    return buttons


def _steps(desk: DeskViewModel, choice: Choice, code: RefusalCode) -> Iterator[KeyButton]:
    match code:
        case RefusalCode.FULL:
            if choice.intent is Intent.LIST and choice.facility.has_queue:
                yield _queue(desk, choice)
            yield _other_centre(desk)
        case RefusalCode.GUARDIAN_CONSENT:
            way = desk.profile.terms(choice.county).guardian_consent
            if way == "second-call":
                yield _other_guardian(desk, choice)
            if way != "1177":
                yield _form(desk, choice)
        case RefusalCode.AGE_LIMIT:
            yield _other_centre(desk)
        case RefusalCode.CHANGES_EXCEEDED:
            yield _form(desk, choice)
        case RefusalCode.ERROR:
            yield _other_centre(desk)
            yield _form(desk, choice)


def _queue(desk: DeskViewModel, choice: Choice) -> KeyButton:
    text = QCoreApplication.translate("next_steps", "Lista eller ställ i kö")
    return KeyButton(text, key="Ctrl+J", icon="list-ordered", on_click=lambda: desk.ask_for(Intent.JOIN_QUEUE, choice))


def _other_centre(desk: DeskViewModel) -> KeyButton:
    text = QCoreApplication.translate("next_steps", "Välj annan mottagning")
    return KeyButton(text, key="Ctrl+B", icon="building-2", on_click=lambda: desk.choose_facility())


def _form(desk: DeskViewModel, choice: Choice) -> KeyButton:
    text = QCoreApplication.translate("next_steps", "Skriv ut blankett")
    return KeyButton(text, key="Ctrl+P", icon="printer", on_click=lambda: desk.print_form(choice))


def _other_guardian(desk: DeskViewModel, choice: Choice) -> KeyButton:
    """A check of its own, where the other guardian's number is asked for."""
    text = QCoreApplication.translate("next_steps", "Den andra vårdnadshavaren väljer")
    return KeyButton(text, key="Ctrl+G", icon="users-round", on_click=lambda: desk.check_again(choice))
