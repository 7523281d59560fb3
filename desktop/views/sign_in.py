"""The way in: a card is scanned or an account typed, and a PIN where it is wanted."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.domain.staff import SignInFault, Wait
from desktop.runtime.clock import SWEDEN
from desktop.runtime.language import Language
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.staff import Asking, Barred, Identifying
from desktop.views.content import Content
from desktop.views.parts import TAKES_SCANS, Card, KeyButton, Notice, Page, Skeleton, TextField


class SignInPage(Page):
    """Renders StaffViewModel while nobody is signed in."""

    def __init__(self, desk: DeskViewModel, words: Language, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Logga in"), parent=parent)
        self._model = desk.staff
        self._who = TextField(self.tr("&Tjänstekort eller användarnamn"), self.tr("Läs av kortet, eller skriv."))
        self._pin = TextField(self.tr("&PIN-kod"), digits=True, letters=12)
        self._pin.edit.setEchoMode(QLineEdit.EchoMode.Password)
        for field, name in ((self._who, "who"), (self._pin, "pin")):
            field.edit.setObjectName(name)
            field.edit.setProperty(TAKES_SCANS, True)
        self._who.submitted.connect(self._submit)
        self._pin.submitted.connect(self._submit)
        self._who.edited.connect(lambda: self._model.start_over())
        self._said, self._waiting = Content(), Skeleton(self.tr("Kontrollerar …"))
        self._waiting.hide()
        self._card = Card(icon="user-round")
        self._card.add(self._who)
        self._card.add(self._pin)
        self._card.add(self._waiting)
        self.add(self._said)
        self.add(self._card)
        self._enter = KeyButton(self.tr("Logga in"), icon="arrow-right", look="primary", on_click=self._submit)
        self._again = KeyButton(self.tr("Försök igen"), key="F5", icon="refresh-cw", on_click=self._model.identify)
        self.add_actions(self._enter, self._again)
        self._model.changed.connect(self._render)
        self._render()

    def _submit(self) -> None:
        state = self._model.state
        if isinstance(state, Asking) and state.who:
            self._model.submit(state.who, self._pin.text())
            self._pin.set_text("")
        else:
            self._model.submit(self._who.text())

    def _render(self) -> None:
        state = self._model.state
        self._waiting.stop()
        self._card.setVisible(isinstance(state, Asking))
        self._enter.setVisible(isinstance(state, Asking))
        self._again.setVisible(isinstance(state, Barred))
        match state:
            case Asking() as asking:
                self._ask(asking)
            case Barred(account=account, fault=fault):
                self._said.show_parts(self._barred(account, fault))
                self._focus(self._again)
            case Identifying():
                self._said.show_parts(Skeleton(self.tr("Frågar vilken roll kontot har …")))
            case _:
                self._said.show_parts()

    def _ask(self, state: Asking) -> None:
        self._pin.setVisible(bool(state.who))
        self._said.show_parts(*self._told(state))
        field = self._pin if state.who else self._who
        wrong = state.told is SignInFault.WRONG
        self._who.set_error(self.tr("Kortet eller användarnamnet finns inte här.") if wrong and not state.who else "")
        self._pin.set_error(self.tr("PIN-koden stämmer inte.") if wrong and state.who else "")
        if state.checking:
            self._waiting.start()
        else:
            self._focus(field.edit)
        if state.told is not None and not state.who:
            self._who.edit.selectAll()

    def _focus(self, control: QWidget) -> None:
        if self.first is not control:
            self.first = control
            QTimer.singleShot(0, self.focus_first)

    def _told(self, state: Asking) -> list[Notice]:
        told = []
        if state.away is not None:
            text = self.tr("Någon annan som loggar in börjar från början.")
            lead = self.tr("{name} är borta från luckan.").format(name=state.away.shown)
            told.append(Notice("info", lead, text))
        match state.told:
            case Wait(until=until):
                lead = self.tr("För många felaktiga försök vid den här luckan.")
                at = until.astimezone(SWEDEN)
                text = self.tr("Nästa försök går att göra klockan {time}.").format(time=f"{at:%H:%M:%S}")
                told.append(Notice("warning", lead, text))
            case SignInFault.NO_ROLE | SignInFault.NO_DIRECTORY as fault:
                told.append(self._barred("", fault))
        return told

    def _barred(self, account: str, fault: SignInFault) -> Notice:
        if fault is SignInFault.NO_ROLE:
            lead = self.tr("Du har ingen roll i Listningsluckan här.")
            if account:
                lead = self.tr("Kontot {account} har ingen roll i Listningsluckan.").format(account=account)
            return Notice("warning", lead, self.tr("Be den som sköter behörigheter om en roll. Inget har ändrats."))
        return Notice(
            "error",
            self.tr("Det går inte att läsa vem som har behörighet."),
            self.tr("Kontakta IT-supporten: personalförteckningen saknas eller är skadad. Inget har ändrats."),
        )
