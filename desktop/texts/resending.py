"""Sending again, in words: why it is not offered, and what has changed since it was sent."""

from __future__ import annotations

from datetime import timedelta

from desktop.domain.regions import region_name
from desktop.domain.resending import Bar, Barred, MayResend, Placed
from desktop.runtime.clock import SWEDEN
from desktop.runtime.language import Language
from desktop.texts import cases, listings
from desktop.texts.marking import QT_TRANSLATE_NOOP
from desktop.texts.notice import Notice

_BARS: dict[Bar, tuple[str, str]] = {
    Bar.NOT_UNCLEAR: (
        QT_TRANSLATE_NOOP("resending", "Ärendet är inte oklart längre."),
        QT_TRANSLATE_NOOP("resending", "Inget har skickats. Öppna ärendet och se vad som hände."),
    ),
    Bar.TOO_SOON: (
        QT_TRANSLATE_NOOP("resending", "Det är för tidigt att skicka igen."),
        QT_TRANSLATE_NOOP("resending", "Regionen kan fortfarande hinna registrera. Försök igen efter klockan {time}."),
    ),
    Bar.PERSON_CHANGED: (
        QT_TRANSLATE_NOOP("resending", "Invånarens uppgifter har ändrats i personregistret."),
        QT_TRANSLATE_NOOP("resending", "Inget har skickats. Öppna invånaren och börja om med en ny kontroll."),
    ),
    Bar.NOT_READ: (
        QT_TRANSLATE_NOOP("resending", "Alla regioner gick inte att läsa."),
        QT_TRANSLATE_NOOP(
            "resending", "Vi vet inte vad som gäller nu, och inget har skickats. Försök igen om några minuter."
        ),
    ),
    Bar.WITHHELD: (
        QT_TRANSLATE_NOOP("resending", "Regionen visar inte listningar för oss."),
        QT_TRANSLATE_NOOP(
            "resending", "Att listningen inte syns bevisar inget. Inget har skickats. Ring regionen och fråga."
        ),
    ),
    Bar.NEWER_CHOICE: (
        QT_TRANSLATE_NOOP("resending", "Invånaren har valt något annat sedan dess."),
        QT_TRANSLATE_NOOP(
            "resending", "Ett nyare val skrivs inte över. Inget har skickats. Fråga invånaren vad som ska gälla."
        ),
    ),
    Bar.IN_THE_WAY: (
        QT_TRANSLATE_NOOP("resending", "Det som regionen visar nu gör att samma begäran skulle betyda något annat."),
        QT_TRANSLATE_NOOP("resending", "Inget har skickats. Öppna invånaren och börja om med en ny kontroll."),
    ),
}


def barred(language: Language, bar: Barred, *, hidden: bool = False) -> Notice:
    """Why it is not sent again, and what to do instead; `hidden` where a protected person's listings are."""
    happened, advice = (language.translate("resending", text) for text in _BARS[bar.why])
    if bar.not_before is not None:
        whole = bar.not_before.astimezone(SWEDEN) + timedelta(minutes=1)
        advice = advice.format(time=listings.clock(whole))
    shown = (_placed(language, one, hidden) for one in bar.shown)
    return Notice(happened, "\n".join((*shown, advice)))


def changed(language: Language, allowed: MayResend, *, hidden: bool = False) -> list[str]:
    """What has changed since it was sent, a line each; one line that says so where nothing has."""
    if not allowed.gone:
        return [language.translate("resending", QT_TRANSLATE_NOOP("resending", "Inget annat har ändrats sedan dess."))]
    gone = language.translate("resending", QT_TRANSLATE_NOOP("resending", "Visas inte längre: {listing}"))
    return [gone.format(listing=_placed(language, one, hidden)) for one in allowed.gone]


def _placed(language: Language, one: Placed, hidden: bool) -> str:
    """A listing and its region on one line."""
    if hidden:
        return language.translate("resending", "En dold listning. F6 visar den.")
    county, item = one
    return f"{region_name(county)}: {cases.listed(language, item)}"
