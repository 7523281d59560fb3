"""The code's picture on the form, the correction for the region, and a wish on the receipt."""

from dataclasses import replace
from datetime import date

import pytest
import segno
from PySide6.QtGui import QGuiApplication, QTextDocument, qGray

from desktop.documents.code_picture import code_picture
from desktop.documents.correction import correction_document
from desktop.documents.form import form_document
from desktop.documents.form_content import FormContent
from desktop.documents.receipt import receipt_document
from desktop.domain.case import Correction, Mistake
from desktop.domain.citizen import Citizen
from desktop.domain.listing import ListingType
from desktop.domain.outcome import Confirmed, Receipt, Reply
from desktop.domain.registration import Intent
from desktop.runtime.language import LANGUAGES, Language
from tests.texts import samples

pytestmark = pytest.mark.usefixtures("qapp")
CODE = "K7QM-2W9F"


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: QGuiApplication) -> Language:
    return Language(request.param)


def words(document: QTextDocument) -> str:
    return document.toPlainText().replace("\N{NO-BREAK SPACE}", " ")


def test_the_picture_is_the_code_with_room_around_it() -> None:
    picture = code_picture(CODE)
    expected = [list(row) for row in segno.make_qr(CODE, error="h", boost_error=False).matrix_iter(border=4)]
    side = picture.width() // len(expected)
    seen = [
        [qGray(picture.pixel(x * side + side // 2, y * side + side // 2)) < 128 for x in range(len(expected))]
        for y in range(len(expected))
    ]
    assert seen == [[bool(dark) for dark in row] for row in expected]


@pytest.mark.parametrize("intent", Intent)
@pytest.mark.parametrize("citizen", [samples.ADULT, samples.CHILD], ids=["adult", "child"])
def test_a_form_with_its_picture_is_still_one_page(citizen: Citizen, intent: Intent, language: Language) -> None:
    content = FormContent(
        citizen,
        samples.choice(intent),
        CODE,
        samples.TODAY,
        present=frozenset({samples.STOCKHOLM}),
        hand_in="Vårdcentral Tisken, Slaggatan 1, 791 71 Falun",
        contact="Vårdcentral Tisken, 023-12 34 56, vardagar 8–17",
        code_picture=code_picture(CODE),
    )
    assert form_document(language, content).pageCount() == 1
    assert form_document(language, content, large=True).pageCount() <= 2


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("mistake", Mistake)
def test_a_correction_says_who_what_and_when(mistake: Mistake, large: bool, language: Language) -> None:
    correction = Correction(
        samples.ADULT,
        mistake,
        samples.DALARNA,
        samples.AT_TISKEN,
        ((samples.DALARNA, samples.AT_TISKEN), (samples.DALARNA, samples.IN_QUEUE)),
        ("2026-0417", "2026-0400"),
        "VC\\berit",
        "Jag var aldrig <där>.",
    )
    contact = "Vårdvalsenheten, 010-000 00 00"
    document = correction_document(
        language, correction, "2026-0421", date(2026, 11, 23), "Vårdcentral Tisken", contact, large
    )
    said = words(document)
    assert document.pageCount() <= (2 if large else 1)
    for value in (
        "Tolvan Svensson, 19121212-1212",
        "2026-0421",
        "2026-0417, 2026-0400",
        "VC\\berit, Vårdcentral Tisken",
        "Jag var aldrig <där>.",
        contact,
        "Region Dalarna",
        "2026",
    ):
        assert value in said
    assert "{" not in said


def test_a_listing_of_another_type_is_not_said_to_be_left(language: Language) -> None:
    """One provider at a time for each type; a child's other listing stays where it is."""
    other = samples.AT_FALUN.model_copy(update={"listing_type": ListingType(code="BVC")})
    confirmed, chosen = Confirmed(samples.AT_TISKEN, Reply("OK")), samples.registration(Intent.LIST)
    for previous, left in ((samples.AT_FALUN, True), (other, False)):
        receipt = Receipt("2026-0417", chosen, confirmed, (previous,), samples.TODAY)
        assert ("Falu vårdcentral" in words(receipt_document(language, receipt, "023-12 34 56", False))) is left


def test_a_wish_is_printed_and_said_not_to_have_been_sent(language: Language) -> None:
    outcome = Confirmed(samples.AT_TISKEN, Reply("OK"))
    plain = Receipt("2026-0417", samples.registration(Intent.LIST), outcome, (samples.AT_FALUN,), samples.TODAY)
    wish = "Helst Bo Lind när han har plats"
    said = words(receipt_document(language, replace(plain, wish=wish), "023-12 34 56", False))
    assert wish in said
    told = {"sv": "Önskemålet har inte skickats till regionen.", "en": "The wish has not been sent to the region."}
    assert told[language.code] in said
    assert told[language.code] not in words(receipt_document(language, plain, "023-12 34 56", False))
