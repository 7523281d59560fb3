"""The overview: what regions say now on the left, what can be done on the right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.case import CaseFile
from desktop.domain.listing import Listing, Pending, RegionListings
from desktop.domain.problems import Kind, Problem
from desktop.domain.regions import County, region_name
from desktop.runtime.clock import today
from desktop.runtime.language import Language
from desktop.texts import cases, listings, persons
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.overview import OverviewViewModel
from desktop.views.content import Content
from desktop.views.look.tokens import WIDE
from desktop.views.overview_choices import Choices
from desktop.views.parts import (
    Badge,
    Card,
    Columns,
    Flow,
    KeyButton,
    Notice,
    NoticeKind,
    Page,
    Skeleton,
    Text,
)
from desktop.views.person import PersonBand
from desktop.views.reveal_reason import RevealKey
from desktop.views.sections import Place, Sections
from desktop.views.wording import problem_notice, region_quote, said_notice


class OverviewPage(Page):
    """Renders an Overview as regions answer; every action starts from the row it is about.

    It is built before anybody is found, with nobody in it; ``show_citizen`` fills it, once.
    """

    def __init__(self, desk: DeskViewModel, words: Language, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Översikt"), parent=parent, measure=WIDE)
        self._desk, self._words = desk, words
        self._model: OverviewViewModel
        self._person = PersonBand(desk, words)
        self._known, self._now, self._moved = Content(), Sections(), Content()
        self._choices = Choices(desk)
        self.reads = self._heading
        self.pin(self._person)
        self.add(self._known)
        self.add(Columns(self._now, self._choices, weights=(3, 2)))
        self.add(self._moved)
        self._worked_here = False
        self._now.building.connect(self._note_focus)
        self._now.built.connect(self._keep_focus)
        # Answers that come at the same moment are painted once.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._render)

    def show_citizen(self, overview: OverviewViewModel) -> None:
        """Show this citizen from now on."""
        self._model = overview
        self._person.show_citizen(overview.state.citizen)
        self._choices.ask(overview)
        self._choices.moving_asked.connect(self._explain_moving)
        overview.changed.connect(self._soon.start)
        self._desk.masked_changed.connect(self._hide_or_show)
        self._hide_or_show()

    def _hide_or_show(self) -> None:
        """What says a number or a home region goes with the rest."""
        citizen, hidden = self._model.state.citizen, self._desk.masked or not self._desk.revealed
        kind: NoticeKind = "protected" if citizen.is_protected else "warning"
        profile = self._desk.profile
        form_only = not profile.agreement(profile.desk.county).takes_without_home_county
        allowed = profile.rules.allows_test_persons
        said = persons.notices(self._words, citizen, test_persons=allowed, numbers=not hidden, form_only=form_only)
        self._known.show_parts(*(said_notice(kind, one) for one in said))
        if hidden:
            self._moved.show_parts()
        self._render()

    def _render(self) -> None:
        self._note_focus()
        self._choices.show_state(self._model.state)
        self.first = self._choices.first
        self._keep_focus()
        self._now.show_places(list(self._places()))

    def _note_focus(self) -> None:
        focused = QApplication.focusWidget()
        self._worked_here = focused is not None and self.isAncestorOf(focused)

    def _keep_focus(self) -> None:
        """What had the focus may be gone; work then begins anew, and not outside the page."""
        kept = QApplication.focusWidget()
        if self._worked_here and (kept is None or not self.isAncestorOf(kept)):
            self.focus_first()

    def _places(self) -> Iterator[Place]:
        state = self._model.state
        if self._desk.masked:
            yield Place("masked", None, self._masked)
            return
        if not self._desk.revealed:
            yield Place("hidden", None, self._hidden)
            return
        yield Place("unsettled", self._model.unsettled, lambda: map(self._unsettled, self._model.unsettled))
        yield Place("home", self._home_problem, self._unanswered_home)
        with_key = self._with_doctor_key()
        for county, reading in self._in_order():
            with_keys = county == with_key
            yield Place(county, (reading, with_keys), partial(self._answer, county, reading, with_keys))
        yield Place("silent", self._silent_home, self._say_silent_home)
        if state.is_complete and not state.regions and self._may_act:
            yield Place("nobody", None, lambda: [Text(self.tr("Ingen region har frågats."), "muted")])

    def _answer(
        self, county: County, reading: RegionListings | Problem | Pending, with_keys: bool
    ) -> Iterator[QWidget]:
        match reading:
            case Pending():
                yield self._waiting(county)
            case Problem():
                yield self._problem(reading, self._retry(county))
            case RegionListings():
                yield from self._region(county, reading, with_keys)

    def _with_doctor_key(self) -> County | None:
        """Ctrl+D belongs to the first listing with a doctor to choose."""
        listed = self._model.state.current
        return next((county for county, item in listed if item.facility.supports_doctor_choice), None)

    @property
    def _home_problem(self) -> Problem | None:
        """That the home region did not name counties; not said twice where its own reading failed too."""
        state = self._model.state
        failed = isinstance(state.regions.get(state.citizen.home_county or County("")), Problem)
        return state.counties if isinstance(state.counties, Problem) and not failed else None

    def _unanswered_home(self) -> Iterator[QWidget]:
        if self._home_problem is not None:
            home = self._model.state.citizen.home_county or County("")
            yield self._problem(self._home_problem, self._retry(home, self._model.ask_home))

    @property
    def _silent_home(self) -> County | None:
        """A home region that named no region is not read, and shows nothing all the same."""
        state, home = self._model.state, self._model.state.citizen.home_county
        return home if state.counties == () and home not in state.regions and self._may_act else None

    def _say_silent_home(self) -> Iterator[QWidget]:
        if self._silent_home is not None:
            yield said_notice("info", listings.names_no_region(self._words, self._silent_home))

    def _masked(self) -> Iterator[QWidget]:
        yield Text(self.tr("Uppgifterna är dolda. F9 visar dem igen."), "muted")

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
        show.clicked.connect(lambda: self._desk.casework.open_case(case))
        return Notice("unclear", heading, text, buttons=[show])

    def _in_order(self) -> list[tuple[County, RegionListings | Problem | Pending]]:
        """As they were asked; once all have answered, those that show nothing come last."""
        state = self._model.state
        regions = list(state.regions.items())
        if state.is_complete:
            regions.sort(key=lambda one: isinstance(one[1], RegionListings) and one[1].is_empty)
        return regions

    def _hidden(self) -> Iterator[QWidget]:
        card = Card(self.tr("Hemregion och mottagning är dolda"), icon="shield")
        card.add(Text(self.tr("Visa dem bara när invånaren vill, och när ingen annan ser skärmen.")))
        card.add(RevealKey(self._desk))
        yield card

    def _retry(self, county: County, ask: Callable[[], None] | None = None) -> KeyButton:
        retry = KeyButton(self.tr("Fråga {region} igen").format(region=region_name(county)), icon="refresh-cw")
        retry.setObjectName(f"retry-{county}")
        retry.clicked.connect(ask or (lambda: self._model.ask(county)))
        return retry

    def _waiting(self, county: County) -> Card:
        card = Card(region_name(county), icon="hospital")
        skeleton = Skeleton(self.tr("Frågar {region} …").format(region=region_name(county)))
        card.add(skeleton)
        skeleton.start()
        return card

    def _region(self, county: County, reading: RegionListings, with_keys: bool) -> Iterator[QWidget]:
        if reading.is_empty:
            yield said_notice("info", listings.empty_answer(self._words, county, reading))
        elif reading.message:
            yield Notice("info", region_name(county), "", region_quote(reading.message))
        for item in reading.current:
            yield self._listing(county, item, with_keys)
            with_keys = with_keys and not item.facility.supports_doctor_choice
        for place in reading.queue_places:
            yield self._queue_place(county, place)
        read_at = self.tr("{region} läst kl. {time}").format(
            region=region_name(county), time=listings.clock(reading.read_at)
        )
        yield Text(read_at, "caption")

    def _listing(self, county: County, item: Listing, with_key: bool) -> Card:
        words = self._words
        to_come = item.is_to_come(today())
        badge = Badge(self.tr("Kommande"), "info", "clock") if to_come else Badge(self.tr("Listad"), "ok", "check")
        card = Card(listings.facility_name(item.facility), icon="hospital", badge=badge)
        card.row(self.tr("Typ"), listings.type_name(words, item.listing_type))
        card.row(self.tr("Region"), region_name(county))
        if item.valid_from is not None:
            since = self.tr("Från") if to_come else self.tr("Sedan")
            card.row(since, listings.day(words, item.valid_from))
        if item.ends is not None:
            card.row(self.tr("Till"), listings.day(words, item.ends))
        card.row(listings.doctor_label(words, item.doctor), listings.doctor_shown(words, item))
        card.row(self.tr("Byten kvar"), listings.changes_left(words, item, county))
        if self._may_act:
            card.add(self._about(county, item, with_key))
        return card

    def _about(self, county: County, item: Listing, with_key: bool) -> Flow:
        buttons = Flow()
        if item.facility.supports_doctor_choice:
            buttons.addWidget(self._doctor_button(county, item, with_key))
        if county != self._desk.profile.desk.county or not item.listing_type.is_primary_care:  # Else it is Ctrl+B.
            buttons.addWidget(self._change_button(county, item))
        wrong = KeyButton(self.tr("Inte vald av invånaren …"), icon="circle-help", look="quiet")
        wrong.setObjectName(f"correct-{item.facility.hsa_id}")
        wrong.clicked.connect(lambda: self._desk.papers.correct(county, item))
        buttons.addWidget(wrong)
        return buttons

    def _doctor_button(self, county: County, item: Listing, with_key: bool) -> KeyButton:
        text = self.tr("Byt läkarkontakt") if item.doctor else self.tr("Välj läkarkontakt")
        button = KeyButton(text, key="Ctrl+D" if with_key else "", icon="stethoscope")
        button.setObjectName(f"doctor-{item.facility.hsa_id}")
        button.clicked.connect(lambda: self._desk.choosing.choose_doctor(county, item))
        return button

    def _change_button(self, county: County, item: Listing) -> KeyButton:
        button = KeyButton(self.tr("Byt mottagning"), icon="building-2")
        button.setObjectName(f"change-{item.facility.hsa_id}")
        button.clicked.connect(lambda: self._desk.choosing.choose_facility(instead=(county, item.listing_type)))
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
            leave.clicked.connect(lambda: self._desk.choosing.leave_queue(county, place))
            ways = Flow()
            ways.addWidget(leave)
            card.add(ways)
        return card

    def _explain_moving(self) -> None:
        home = self._model.state.citizen.home_county
        where = region_name(home) if home else self.tr("ingen region")
        text = self.tr(
            "Personregistret anger {region} som hemregion. En flytt syns här när Skatteverket har registrerat den. "
            "En listning i den gamla regionen kan finnas kvar tills en ny är gjord; regionen avgör."
        ).format(region=where)
        self._moved.show_parts(Notice("info", self.tr("Om flytt"), text))

    @property
    def _may_act(self) -> bool:
        return self._desk.profile.rules.takes(self._model.state.citizen)
