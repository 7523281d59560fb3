"""The overview: what regions say now on the left, what can be done on the right."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.case import CaseFile
from desktop.domain.listing import Listing, Pending, RegionListings, same_hsa_id
from desktop.domain.problems import Kind, Problem
from desktop.domain.regions import County, region_name
from desktop.runtime.clock import today
from desktop.runtime.language import Language
from desktop.texts import cases, listings, persons
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.overview import OverviewViewModel
from desktop.views.content import Content
from desktop.views.parts import (
    Badge,
    Card,
    ChoiceField,
    Columns,
    Flow,
    KeyButton,
    Notice,
    Page,
    Skeleton,
    Text,
    announce,
)
from desktop.views.person import PersonBand
from desktop.views.wording import problem_notice, region_quote, said_notice


class OverviewPage(Page):
    """Renders an Overview as regions answer; every action starts from the row it is about."""

    def __init__(
        self, desk: DeskViewModel, overview: OverviewViewModel, words: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Översikt"), parent=parent)
        self._desk, self._model, self._words = desk, overview, words
        citizen = overview.state.citizen
        self.pin(PersonBand(desk, words, citizen))
        for said in persons.notices(words, citizen):
            self.add(said_notice("protected" if citizen.is_protected else "warning", said))
        self._now, self._do, self._moved = Content(), Content(), Content()
        self._wait = Text(role="muted")
        self.add(Columns(self._now, self._do, weights=(3, 2)))
        self.add(self._wait)
        self.add(self._moved)
        overview.too_soon.connect(self._say_wait)
        desk.masked_changed.connect(self._render)
        self._doctor_key_taken = False
        # Answers that come at the same moment are painted once.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._render)
        overview.changed.connect(self._soon.start)
        self._render()

    def _render(self) -> None:
        self._doctor_key_taken = False
        self._wait.show_text("")
        focused = QApplication.focusWidget()
        worked_here = focused is not None and self.isAncestorOf(focused)
        self._now.show_parts(*self._said())
        self._do.show_parts(self._choices())
        # Where there is nothing to list here, work does not begin on a key that starts a change nobody asked for.
        self.first = self.findChild(KeyButton, "Ctrl+L") or self.findChild(KeyButton, "F5")
        kept = QApplication.focusWidget()
        if worked_here and (kept is None or not self.isAncestorOf(kept)):
            self.focus_first()

    def _said(self) -> Iterator[QWidget]:
        state = self._model.state
        if self._desk.masked:
            yield Text(self.tr("Uppgifterna är dolda. F9 visar dem igen."), "muted")
            return
        if not self._desk.revealed:
            yield self._hidden()
            return
        for case in self._model.unsettled:
            yield self._unsettled(case)
        yield from self._unanswered_home()
        for county, reading in self._in_order():
            match reading:
                case Pending():
                    yield self._waiting(county)
                case Problem():
                    yield self._problem(reading, self._retry(county))
                case RegionListings():
                    yield from self._region(county, reading)
        if state.is_complete and not state.regions and state.citizen.deregistration is None:
            yield Text(self.tr("Ingen region har frågats."), "muted")

    def _unanswered_home(self) -> Iterator[QWidget]:
        """That the home region did not name counties; not said twice where its own reading failed too."""
        state = self._model.state
        home = state.citizen.home_county
        if isinstance(state.counties, Problem) and not isinstance(state.regions.get(home or County("")), Problem):
            again = KeyButton(self.tr("Hämta igen"), icon="refresh-cw", on_click=self._model.read_again)
            yield self._problem(state.counties, again)

    def _problem(self, problem: Problem, again: KeyButton) -> Notice:
        helps = problem.kind not in (Kind.NOT_AGREED, Kind.PROTECTED_NOT_AGREED)
        return problem_notice(self._words, problem, buttons=[again] if helps else [])

    def _unsettled(self, case: CaseFile) -> Notice:
        words = self._words
        heading = self.tr("{state}: {deed}, {centre}").format(
            state=cases.state(words, case), deed=cases.deed(words, case).lower(), centre=cases.centre(case)
        )
        text = self.tr("Skickad {when}, ärende {number}. Registrera inte samma sak igen.").format(
            when=cases.when(words, case, today()), number=case.number
        )
        show = KeyButton(self.tr("Visa ärendet"), icon="inbox")
        show.setObjectName(f"case-{case.number}")
        show.clicked.connect(lambda: self._desk.open_case(case))
        return Notice("unclear", heading, text, buttons=[show])

    def _in_order(self) -> list[tuple[County, RegionListings | Problem | Pending]]:
        """As they were asked; once all have answered, those that show nothing come last."""
        state = self._model.state
        regions = list(state.regions.items())
        if state.is_complete:
            regions.sort(key=lambda one: isinstance(one[1], RegionListings) and not one[1].listings)
        return regions

    def _hidden(self) -> Card:
        card = Card(self.tr("Hemregion och mottagning är dolda"), icon="shield")
        card.add(Text(self.tr("Visa dem bara när invånaren vill, och när ingen annan ser skärmen.")))
        show = KeyButton(self.tr("Visa hemregion och mottagning"), key="F6", icon="eye", on_click=self._desk.reveal)
        show.setObjectName("reveal")
        card.add(show)
        return card

    def _retry(self, county: County) -> KeyButton:
        retry = KeyButton(self.tr("Fråga {region} igen").format(region=region_name(county)), icon="refresh-cw")
        retry.setObjectName(f"retry-{county}")
        retry.clicked.connect(lambda: self._model.ask(county))
        return retry

    def _waiting(self, county: County) -> Card:
        card = Card(region_name(county), icon="hospital")
        skeleton = Skeleton(self.tr("Frågar {region} …").format(region=region_name(county)))
        card.add(skeleton)
        skeleton.start()
        return card

    def _region(self, county: County, reading: RegionListings) -> Iterator[QWidget]:
        if not reading.listings:
            yield said_notice("info", listings.empty_answer(self._words, county, reading))
        elif reading.message:
            yield Notice("info", region_name(county), "", region_quote(reading.message))
        for item in reading.current:
            yield self._listing(county, item)
        for place in reading.queue_places:
            yield self._queue_place(county, place)
        read_at = self.tr("{region} läst kl. {time}").format(
            region=region_name(county), time=listings.clock(reading.read_at)
        )
        yield Text(read_at, "caption")

    def _listing(self, county: County, item: Listing) -> Card:
        words = self._words
        card = Card(
            listings.facility_name(item.facility), icon="hospital", badge=Badge(self.tr("Listad"), "ok", "check")
        )
        card.row(self.tr("Typ"), listings.type_name(words, item.listing_type))
        card.row(self.tr("Region"), region_name(county))
        if item.valid_from is not None:
            card.row(self.tr("Sedan"), listings.day(words, item.valid_from))
        if item.valid_to is not None:
            card.row(self.tr("Till"), listings.day(words, item.valid_to))
        card.row(listings.doctor_label(words, item.doctor), listings.doctor_name(words, item.doctor))
        card.row(self.tr("Byten kvar"), listings.changes_left(words, item, county))
        if self._may_act:
            card.add(self._about(county, item))
        return card

    def _about(self, county: County, item: Listing) -> Flow:
        buttons = Flow()
        if item.facility.supports_doctor_choice:
            buttons.addWidget(self._doctor_button(county, item))
        wrong = KeyButton(self.tr("Inte vald av invånaren …"), icon="circle-help", look="quiet")
        wrong.setObjectName(f"correct-{item.facility.hsa_id}")
        wrong.clicked.connect(lambda: self._desk.correct(county, item))
        buttons.addWidget(wrong)
        return buttons

    def _doctor_button(self, county: County, item: Listing) -> KeyButton:
        text = self.tr("Byt läkarkontakt") if item.doctor else self.tr("Välj läkarkontakt")
        key = "" if self._doctor_key_taken else "Ctrl+D"
        self._doctor_key_taken = True
        button = KeyButton(text, key=key, icon="stethoscope")
        button.setObjectName(f"doctor-{item.facility.hsa_id}")
        button.clicked.connect(lambda: self._desk.choose_doctor(county, item))
        return button

    def _queue_place(self, county: County, place: Listing) -> Card:
        badge = Badge(self.tr("I kö"), "primary", "list-ordered")
        card = Card(listings.facility_name(place.facility), icon="clock", badge=badge)
        card.row(self.tr("Köplats"), listings.queue_place(self._words, place))
        card.row(self.tr("Typ"), listings.type_name(self._words, place.listing_type))
        card.row(self.tr("Region"), region_name(county))
        if self._may_act:
            leave = KeyButton(self.tr("Lämna kön …"), icon="list-x")
            leave.setObjectName(f"leave-{place.facility.hsa_id}")
            leave.clicked.connect(lambda: self._desk.leave_queue(county, place))
            card.add(leave)
        return card

    def _choices(self) -> Card:
        card = Card(self.tr("Vad vill invånaren?"), icon="list-plus")
        if self._may_act:
            centre = self._desk.profile.desk.centres[0]
            here_already = any(same_hsa_id(one.facility.hsa_id, centre.hsa_id) for _, one in self._model.state.current)
            if not here_already or not self._desk.revealed:
                here = self.tr("Lista på {centre}").format(centre=centre.name)
                card.add(self._button(here, "Ctrl+L", "list-plus", self._desk.list_at_own_centre, primary=True))
            other = self.tr("Välj annan mottagning")
            card.add(self._button(other, "Ctrl+B", "building-2", lambda: self._desk.choose_facility()))
        else:
            card.add(Text(self.tr("Ingen listning kan registreras för personen."), "muted"))
        if self._may_act:
            card.add(self._button(self.tr("Hämta igen"), "F5", "refresh-cw", self._model.read_again))
        if self._may_act and self._desk.revealed:
            card.add(self._other_region())
            card.add(self._button(self.tr("Har invånaren flyttat?"), "", "house", self._explain_moving))
        return card

    def _other_region(self) -> ChoiceField:
        """Queue places outside the counties that the home region names are invisible: one may ask for them."""
        connected = self._desk.profile.connected
        left = [(code, region_name(code)) for code in connected if County(code) not in self._model.state.regions]
        field = ChoiceField(self.tr("Fråga &även annan region"), [("", self.tr("Välj region")), *left])
        field.box.setObjectName("other-region")
        field.chosen.connect(lambda code: self._model.ask(County(str(code))) if code else None)
        return field

    def _explain_moving(self) -> None:
        home = self._model.state.citizen.home_county
        where = region_name(home) if home else self.tr("ingen region")
        text = self.tr(
            "Personregistret anger {region} som hemregion. En flytt syns här när Skatteverket har registrerat den. "
            "En listning i den gamla regionen kan finnas kvar tills en ny är gjord; regionen avgör."
        ).format(region=where)
        self._moved.show_parts(Notice("info", self.tr("Om flytt"), text))

    def _say_wait(self, seconds: int) -> None:
        self._wait.show_text(self.tr("Nyss läst. Det går att läsa igen om {seconds} sekunder.").format(seconds=seconds))
        announce(self, self._wait.text())

    def _button(self, text: str, key: str, icon: str, act: object, primary: bool = False) -> KeyButton:
        button = KeyButton(text, key=key, icon=icon, look="primary" if primary else "secondary")
        button.setObjectName(key)
        button.clicked.connect(act)
        return button

    @property
    def _may_act(self) -> bool:
        return self._model.state.citizen.deregistration is None
