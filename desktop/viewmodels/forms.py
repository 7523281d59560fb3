"""Forms to sign: one for each person whom a check is about, filled in with what is known so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop.domain.agreement import Agreement, EvidenceKind
from desktop.domain.case import FormToSign, new_code
from desktop.domain.prepared import Prepared
from desktop.domain.registration import Chooser
from desktop.domain.rules import OF_AGE
from desktop.runtime.clock import today
from desktop.viewmodels.basis import Basis
from desktop.viewmodels.check_state import Ready, form_helps


def siblings_to_sign(state: Ready) -> tuple[Prepared, ...]:
    """The siblings for whom a form is of use."""
    return tuple(
        sibling.answer
        for sibling in state.siblings
        if isinstance(sibling.answer, Prepared)
        and sibling.verdict is not None
        and form_helps(sibling.verdict)
        and not sibling.is_sent
    )


def forms_to_sign(
    chosen: tuple[Prepared, ...], basis: Basis, agreement: Callable[[str], Agreement], *, with_codes: bool
) -> tuple[FormToSign, ...]:
    """A form for each choice, with a code of its own where it can be kept among the cases.

    A form that is printed now has the version that its region takes now.
    """
    return tuple(_form(one, basis, agreement(one.choice.county), with_codes) for one in chosen)


def _form(chosen: Prepared, basis: Basis, agreement: Agreement, with_code: bool) -> FormToSign:
    filled = replace(basis.by(EvidenceKind.FORM), form_version=next(iter(agreement.form_versions), ""), identity=None)
    overview, choice, citizen = chosen.overview, chosen.choice, chosen.overview.citizen
    return FormToSign(
        citizen,
        choice,
        overview.listed_in(choice.listing_type),
        new_code() if with_code else "",
        basis.chooser if citizen.age(today()) < OF_AGE or basis.chooser.guardian is None else Chooser(),
        filled.evidence,
    )
