"""What comes out of the printer for a paper: its document, with what the profile says of its region and centre."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtGui import QTextDocument

from desktop.documents.code_picture import code_picture
from desktop.documents.correction import correction_document
from desktop.documents.form import form_document
from desktop.documents.form_content import FormContent
from desktop.documents.letter import letter_document
from desktop.documents.pile import pile_document
from desktop.documents.receipt import receipt_document
from desktop.domain.agreement import Wording
from desktop.domain.case import Correction, FormToSign
from desktop.domain.draft import Draft
from desktop.domain.outcome import Receipt
from desktop.domain.pile import PileSummary
from desktop.runtime.clock import today
from desktop.runtime.language import LANGUAGES, Language
from desktop.texts.consents import Manner
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.paper import BlankForm, Paper, PaperState


def document_of(content: Paper, state: PaperState, desk: DeskViewModel) -> QTextDocument:
    """The document, in the language and the size that `state` has."""
    language = Language(state.language if state.language in LANGUAGES else "sv")
    centre = desk.profile.desk.centres[0]
    if isinstance(content, Receipt):
        terms = desk.profile.terms(content.registration.choice.county)
        contact, manner = _joined(centre.contact, terms.contact), Manner(approved_texts(desk, content))
        return receipt_document(language, content, contact, state.large, terms.guardian_consent, manner)
    if isinstance(content, Correction):
        contact = desk.profile.terms(content.county).contact
        return correction_document(language, content, state.number, today(), centre.contact, contact, state.large)
    if isinstance(content, Draft):
        return letter_document(
            language, content, state.number, today(), centre.name, _joined(centre.contact), state.large
        )
    if isinstance(content, PileSummary):
        return pile_document(language, content, state.large)
    manner = Manner(approved_texts(desk, content), state.language, state.easy)
    return form_document(language, replace(_form(content, desk), manner=manner), large=state.large)


def _form(form: FormToSign | BlankForm, desk: DeskViewModel) -> FormContent:
    agreement, centre = desk.profile.agreement(form.choice.county), desk.profile.desk.centres[0]
    blank = FormContent(
        None,
        form.choice,
        case_code="",
        prepared_on=today(),
        hand_in=centre.name,
        contact=centre.contact,
        version=next(iter(agreement.form_versions), ""),
        chooses_from=desk.profile.rules.chooses_from,
    )
    if isinstance(form, BlankForm):
        return blank
    return replace(
        blank,
        citizen=form.citizen,
        case_code=form.code,
        present=form.present,
        code_picture=code_picture(form.code) if form.code else None,
        chooser=form.chooser,
        version=form.evidence.form_version if form.evidence is not None else blank.version,
    )


def is_form(content: Paper) -> bool:
    """Whether it is signed, and so says consents."""
    return isinstance(content, FormToSign | BlankForm)


def approved_texts(desk: DeskViewModel, content: Paper) -> Mapping[str, Wording]:
    """The texts that the region of the choice has approved."""
    match content:
        case Receipt(registration=registration):
            return desk.profile.agreement(registration.choice.county).texts
        case Correction(county=county):
            return desk.profile.agreement(county).texts
        case PileSummary() | Draft():
            return {}
        case _:
            return desk.profile.agreement(content.choice.county).texts


def _joined(*contacts: str) -> str:
    return "; ".join(contact for contact in contacts if contact)
