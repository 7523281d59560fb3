"""What may be said to somebody who calls for another person: general rules, and nothing about anybody."""

from __future__ import annotations

from desktop.runtime.language import Language


def said(language: Language, centre: str, *, by_phone: bool) -> tuple[str, ...]:
    """Sentences to read aloud; `by_phone` where the region takes a choice that is made on the phone."""
    form = language.translate(
        "calls",
        "Jag kan skicka en blankett. Den som väljer mottagning skriver under den, och lämnar eller skickar den till "
        "{centre}.",
    )
    lines = [
        language.translate("calls", "Jag kan inte säga om någon är listad här, eller på en annan mottagning."),
        form.format(centre=centre),
    ]
    if by_phone:
        lines.append(language.translate("calls", "Den som väljer kan också ringa hit själv."))
    lines.append(language.translate("calls", "Det går också att välja mottagning på 1177.se."))
    return tuple(lines)


def rules(language: Language, chooses_from: int, *, representatives: bool) -> tuple[str, ...]:
    """Who may choose, in general: `chooses_from` in years; `representatives` where theirs is taken."""
    young = language.translate(
        "calls", "Den som har fyllt {age} år väljer själv. För yngre barn väljer vårdnadshavaren."
    )
    if representatives:
        other = language.translate(
            "calls", "En god man eller annan företrädare kan välja, med en handling som visar rätten att välja."
        )
    else:
        other = language.translate("calls", "En god man eller annan företrädare skriver under blanketten.")
    relative = language.translate("calls", "Att vara anhörig räcker inte för att välja åt en vuxen.")
    return young.format(age=chooses_from), other, relative
