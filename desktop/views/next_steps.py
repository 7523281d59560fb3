"""The way on from a refusal: for each, the one key that helps; never the same message again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.listing import ListingType
from desktop.domain.outcome import RefusalCode
from desktop.domain.registration import Choice, Intent, Registration
from desktop.runtime.language import Language
from desktop.texts import listings
from desktop.viewmodels.desk import DeskViewModel
from desktop.views.parts import KeyButton


@dataclass(frozen=True, slots=True)
class _Step:
    text: str
    key: str
    icon: str
    take: Callable[[], None]
    needs_citizen: bool = True


def next_steps(
    desk: DeskViewModel,
    order: Registration,
    code: RefusalCode,
    words: Language,
    other_types: tuple[ListingType, ...] = (),
    print_notice: Callable[[], None] | None = None,
) -> list[KeyButton]:
    """Buttons for a refusal, the first one primary; where nobody is open the citizen is looked up first.

    `other_types` are what the citizen could be listed for instead; `print_notice` prints what was answered.
    """
    buttons = []
    steps = _steps(desk, order, code, words, other_types, print_notice)
    for number, step in enumerate(steps):
        button = KeyButton(step.text, key=step.key, icon=step.icon)
        button.clicked.connect(_taking(desk, order, step))
        button.setObjectName(f"step-{number}")
        buttons.append(button)
    if buttons:
        buttons[0].set_look("primary")
    return buttons


def form_instead(desk: DeskViewModel, order: Registration) -> KeyButton:
    """Where nothing could be sent and trying again does not help."""
    step = _form(desk, order.choice)
    button = KeyButton(step.text, key=step.key, icon=step.icon, look="primary")
    button.clicked.connect(_taking(desk, order, step))
    button.setObjectName("step-0")
    return button


def _taking(desk: DeskViewModel, order: Registration, step: _Step) -> Callable[[], None]:
    return lambda: desk.choosing.go_on(order.citizen, step.take) if step.needs_citizen else step.take()


def _steps(
    desk: DeskViewModel,
    order: Registration,
    code: RefusalCode,
    words: Language,
    other_types: tuple[ListingType, ...],
    print_notice: Callable[[], None] | None,
) -> Iterator[_Step]:
    choice = order.choice
    match code:
        case RefusalCode.FULL:
            if choice.intent is Intent.LIST and choice.facility.has_queue:
                yield _queue(desk, choice)
            yield _other_centre(desk)
        case RefusalCode.GUARDIAN_CONSENT:
            yield from _guardians_word(desk, order, print_notice)
        case RefusalCode.AGE_LIMIT:
            for place, listing_type in enumerate(other_types):
                yield _other_type(desk, choice, listing_type, words, "" if place else "Ctrl+T")
            yield _other_centre(desk)
        case RefusalCode.CHANGES_EXCEEDED:
            yield _form(desk, choice)
        case RefusalCode.ERROR:
            yield _other_centre(desk)
            yield _form(desk, choice)


def _guardians_word(
    desk: DeskViewModel, order: Registration, print_notice: Callable[[], None] | None
) -> Iterator[_Step]:
    """As the region's terms in the profile take it: a call of their own, the form, or at 1177."""
    choice = order.choice
    way = desk.profile.terms(choice.county).guardian_consent
    if order.chooser.is_citizen:
        yield _guardian(desk, choice)
    elif way == "second-call":
        yield _other_guardian(desk, choice)
    if way != "1177":
        yield _form(desk, choice)
    elif print_notice is not None:
        text = QCoreApplication.translate("next_steps", "Skriv ut hur de godkänner på 1177")
        yield _Step(text, "Ctrl+P", "printer", print_notice, needs_citizen=False)


def _queue(desk: DeskViewModel, choice: Choice) -> _Step:
    text = QCoreApplication.translate("next_steps", "Lista eller ställ i kö")
    return _Step(text, "Ctrl+J", "list-ordered", lambda: desk.choosing.ask_for(Intent.JOIN_QUEUE, choice))


def _other_centre(desk: DeskViewModel) -> _Step:
    text = QCoreApplication.translate("next_steps", "Välj annan mottagning")
    return _Step(text, "Ctrl+B", "building-2", lambda: desk.choosing.choose_facility())


def _other_type(desk: DeskViewModel, choice: Choice, listing_type: ListingType, words: Language, key: str) -> _Step:
    text = QCoreApplication.translate("next_steps", "Välj {type} i stället")
    text = text.format(type=listings.type_name(words, listing_type))
    return _Step(text, key, "list-plus", lambda: desk.choosing.check_instead(choice, listing_type=listing_type))


def _form(desk: DeskViewModel, choice: Choice) -> _Step:
    text = QCoreApplication.translate("next_steps", "Skriv ut blankett")
    return _Step(text, "Ctrl+P", "printer", lambda: desk.papers.print_form(choice))


def _other_guardian(desk: DeskViewModel, choice: Choice) -> _Step:
    """A check of its own, where the other guardian's number is asked for."""
    text = QCoreApplication.translate("next_steps", "Den andra vårdnadshavaren väljer")
    return _Step(text, "Ctrl+G", "users-round", lambda: desk.choosing.check_again(choice))


def _guardian(desk: DeskViewModel, choice: Choice) -> _Step:
    """The young have chosen alone where their region wants a guardian to."""
    text = QCoreApplication.translate("next_steps", "Vårdnadshavaren väljer")
    return _Step(text, "Ctrl+G", "users-round", lambda: desk.choosing.check_again(choice))
