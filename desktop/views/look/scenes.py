"""Owns the gallery's scenes: pages made of every part, with made-up people and places."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.look import Tone
from desktop.views.parts import (
    Badge,
    Band,
    BandFace,
    Card,
    Cell,
    ChoiceField,
    ChoiceRow,
    ChoiceTable,
    Columns,
    EnvironmentMark,
    Flow,
    KeyButton,
    Notice,
    OptionGroup,
    Page,
    Skeleton,
    Stack,
    StatusLine,
    TextField,
    TickRow,
)


def overview() -> QWidget:
    """The page about a person: band, cards, actions."""
    page = Page("Invånaröversikt")
    band = Band("Invånare")
    band.show_person(
        BandFace(
            "Tolvan Tolvansson",
            "19121212-1212",
            ("113 år", "Hemregion Dalarna"),
            (("Folkbokförd", "ok", "circle-check"), ("Ärende pågår", "info", "clock")),
        )
    )
    band.add_action(KeyButton("Dölj", key="F9", icon="eye-off", look="quiet"))
    page.pin(band)
    now = Card("Primärvård", icon="stethoscope", badge=Badge("Listad", "ok", "check"))
    now.row("Mottagning", "Vårdcentral Tisken, sedan 4 maj 2021")
    now.row("Fast läkarkontakt", "Doktor Ek")
    now.row("Byten kvar", "1 enligt regionen", number=True)
    queue = Card("Kö", icon="list-ordered", badge=Badge("Plats 12", "primary", "list-ordered"))
    queue.row("Mottagning", "Hälsocentral Norr med ett ganska långt namn som får rum på flera rader")
    queue.row("Väntetid", "ca 40 dagar", number=True)
    right = Card("Gör")
    first = KeyButton("Lista på Falu vårdcentral", key="Ctrl+L", icon="list-plus", look="primary")
    right.add(first)
    right.add(KeyButton("Välj annan mottagning", key="Ctrl+B", icon="building-2"))
    right.add(KeyButton("Byt fast läkarkontakt", key="Ctrl+D", icon="stethoscope"))
    right.add(KeyButton("Lämna kön", icon="list-x", look="danger"))
    page.add(Columns(Stack(now, queue), right, weights=(3, 2)))
    page.add(Notice("warning", "Köplatsen kan försvinna vid byte.", "Regionen avgör."))
    page.first = first
    return _framed(page)


def check() -> QWidget:
    """The page before registering: facts, options, ticks, a blocked button."""
    page = Page("Kontroll före registrering", "Läs igenom tillsammans med invånaren.")
    facts = Card()
    facts.row("Invånare", "Tolvan Tolvansson, 19121212-1212", number=True)
    facts.row("Från", "Falu vårdcentral")
    facts.row("Till", "Vårdcentral Tisken")
    facts.row("Det som görs", "Byte av mottagning", Badge("Kan räknas som ett byte", "warning", "triangle-alert"))
    facts.add(OptionGroup("Vem gör valet?", [("citizen", "Invånaren"), ("guardian", "Vårdnadshavare")], "citizen"))
    facts.add(OptionGroup("Underlag", [("form", "Blankett"), ("phone", "Telefon")], "form"))
    page.add(facts)
    approved = TickRow("Invånaren har godkänt bytet till Vårdcentral Tisken.", framed=True)
    approved.setChecked(True)
    page.add(approved)
    consent = TickRow(
        "Invånaren samtycker till att regionerna delar personnummer, länskoderna och eventuellt listningstyp – inte "
        "vilken mottagning.",
        framed=True,
    )
    page.add(consent)
    register = KeyButton("Registrera byte", key="Ctrl+Enter", icon="check", look="primary")
    waiting = KeyButton("Ställ i kö", key="Ctrl+J")
    waiting.block("Samtycke saknas.")
    page.add_actions(register, waiting, KeyButton("Parkera", key="F4"), KeyButton("Tillbaka", key="Esc", look="quiet"))
    page.first = consent
    return _framed(page)


def choose() -> QWidget:
    """The page for choosing a care centre: filters and a table."""
    page = Page("Välj mottagning", filling=True)
    table = ChoiceTable("Mottagningar", ("Mottagning", "Kommun", "Kö", "Läkarval"), "&Sök mottagning")
    rows = [
        ("Vårdcentral Tisken", "Falun", Cell("Ingen köinformation"), "Ja"),
        ("Vårdcentral Tiskbo", "Falun", Cell("Kö 120, ca 90 dagar", "list-ordered", "warning"), "Nej"),
        ("Hälsocentral Norr", "Borlänge", Cell("Full enligt regionen. Undantag kan finnas.", "info", "info"), "Ja"),
        ("Lindens läkarhus", "Ludvika", Cell("Ingen köinformation"), "Ja"),
    ]
    table.show_rows([ChoiceRow(number, row) for number, row in enumerate(rows * 4)], "16 av 31 mottagningar")
    region = ChoiceField("&Region", [("20", "Dalarna"), ("12", "Skåne")])
    kind = ChoiceField("Typ av vårdval", [("PV", "Primärvårdslistning"), ("BVC", "Barnavårdscentral")])
    filters = Columns(region, kind, stack_below=420)
    page.add(filters)
    page.add(table, stretch=1)
    page.first = table.view
    return _framed(page)


def search() -> QWidget:
    """The first page: a field with an error, a skeleton, a blocked person."""
    page = Page("Sök invånare", "Skriv personnummer eller skanna legitimationen.")
    number = TextField("&Personnummer", "10 eller 12 siffror", "ÅÅÅÅMMDD-NNNN", digits=True, letters=24)
    number.set_text("19121212-1213")
    number.set_error("Kontrollsiffran stämmer inte. Jämför med legitimationen.")
    page.add(number)
    skeleton = Skeleton("Regionen svarar långsamt. Vi väntar på svar.", quiet_ms=0, words_ms=0)
    skeleton.start()
    page.add(skeleton)
    hidden = Band("Invånare")
    hidden.show_person(
        BandFace(
            "•••••• ••••••••",
            "••••••••-••••",
            ("Hemregion dold",),
            (("Skyddade personuppgifter", "protected", "shield"),),
            protected=True,
            masked=True,
        )
    )
    page.add(hidden)
    page.add_actions(KeyButton("Sök", key="Enter", icon="search", look="primary"))
    return _framed(page)


def states() -> QWidget:
    """Waiting that can be given up, an empty answer, what regions said, and the two other environments."""
    page = Page("Ärenden", "Inget ärende behöver någon.")
    give_up = KeyButton("Avbryt", icon="x", look="quiet")
    waiting = Skeleton("Region Skåne svarar långsamt.", quiet_ms=0, words_ms=0, button=give_up)
    waiting.start()
    slow, silent = Card("Region Skåne", icon="clock"), Card("Region Uppsala", icon="cloud-off")
    slow.add(waiting)
    again = KeyButton("Försök igen", key="F5", icon="refresh-cw")
    silent.add(Notice("error", "Tekniskt fel hos Region Uppsala.", "Inget har ändrats.", buttons=[again]))
    page.add(Columns(slow, silent))
    page.add(Notice("info", "Regionen lämnade ingen listning.", "Invånaren kan vara olistad."))
    page.add(EnvironmentMark("qa", "TESTMILJÖ – Region Dalarna QA"))
    marks = Flow()
    tones: tuple[Tone, ...] = ("neutral", "primary", "ok", "warning", "error", "info", "protected")
    for tone in tones:
        marks.addWidget(Badge(tone, tone, "check"))
    page.add(marks)
    page.add(TickRow("Utan kö"))
    refusing = TickRow("Kan inte väljas nu")
    refusing.setEnabled(False)
    page.add(refusing)
    return _framed(page)


def notices() -> QWidget:
    """Every kind of notice."""
    page = Page("Utfall")
    page.add(
        Notice(
            "ok",
            "Klart – listningen är registrerad",
            "Tolvan Tolvansson är listad på Vårdcentral Tisken. Ärende 2026-0417.",
            ("Regionens meddelande", "Välkommen! Du får ett brev hem inom två veckor."),
            [
                KeyButton("Skriv ut kvitto", key="Ctrl+P", icon="printer"),
                KeyButton("Nästa invånare", key="F2", look="primary"),
            ],
        )
    )
    page.add(Notice("unclear", "Oklart – kontrollera", "Regionen svarade inte i tid. Registrera inte igen än."))
    page.add(Notice("error", "Ingen kontakt med nätverket.", "Inget har skickats."))
    page.add(Notice("queue", "I kö, plats 12", "Finns plats blir invånaren listad direkt."))
    page.add(Notice("info", "Certifikatet går ut om 20 dagar.", "Meddela IT-supporten."))
    page.add(Notice("protected", "Skyddade personuppgifter.", "Följ er rutin."))
    return _framed(page)


def _framed(page: Page) -> QWidget:
    """The page between the environment mark and the status line, as in the window."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(EnvironmentMark("practice", "ÖVNINGSREGION – inget här når en riktig region"))
    column.addWidget(page, 1)
    status = StatusLine()
    status.show_standing("Region Dalarna ansluten · Mottagning: Falu vårdcentral", "plug", "ok")
    status.say("Utkast parkerat")
    column.addWidget(status)
    return window


SCENES: dict[str, Callable[[], QWidget]] = {
    scene.__name__: scene for scene in (overview, check, choose, search, states, notices)
}
