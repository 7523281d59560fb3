"""Every key of the desk and what it does, for the help page about keys. Never Ctrl+Alt: that is AltGr in Sweden."""

from __future__ import annotations

from typing import Final

from desktop.runtime.language import Language
from desktop.texts.marking import QT_TRANSLATE_NOOP

KEYS: Final[dict[str, str]] = {
    "F1": QT_TRANSLATE_NOOP("keys", "Hjälp om sidan"),
    "F2": QT_TRANSLATE_NOOP("keys", "Ny invånare; söker på det som är skannat"),
    "Ctrl+K": QT_TRANSLATE_NOOP("keys", "Ny invånare"),
    "F3": QT_TRANSLATE_NOOP("keys", "Mottagningens sida; från ett ärende till invånaren; i en blankettbunt: ärendet"),
    "F4": QT_TRANSLATE_NOOP("keys", "I en blankettbunt: lägg åt sidan"),
    "F5": QT_TRANSLATE_NOOP("keys", "Hämta, kontrollera eller försök igen"),
    "F6": QT_TRANSLATE_NOOP("keys", "Visa det som är skyddat; på söksidan: någon annan ringer, och samtalet är slut"),
    "F7": QT_TRANSLATE_NOOP("keys", "Övning"),
    "F8": QT_TRANSLATE_NOOP("keys", "Avsluta övningens avbrott"),
    "F9": QT_TRANSLATE_NOOP("keys", "Dölj eller visa namn och nummer"),
    "Ctrl+L": QT_TRANSLATE_NOOP("keys", "Lista här; på en rättelse: lista tillbaka"),
    "Ctrl+B": QT_TRANSLATE_NOOP("keys", "Välj en annan mottagning"),
    "Ctrl+D": QT_TRANSLATE_NOOP("keys", "Välj läkarkontakt"),
    "Ctrl+J": QT_TRANSLATE_NOOP("keys", "Lista eller ställ i kö"),
    "Ctrl+G": QT_TRANSLATE_NOOP("keys", "Den andra vårdnadshavaren väljer"),
    "Ctrl+T": QT_TRANSLATE_NOOP("keys", "Efter en åldersgräns: välj en annan typ av listning"),
    "Ctrl+Enter": QT_TRANSLATE_NOOP(
        "keys", "Registrera, eller spara och skriv ut; i en blankettbunt: börja, och blanketten stämmer"
    ),
    "Ctrl+P": QT_TRANSLATE_NOOP("keys", "Skriv ut blankett, kvitto, sammanställning eller loggutdrag"),
    "Ctrl+R": QT_TRANSLATE_NOOP("keys", "Skicka ett oklart ärende igen"),
    "Ctrl+S": QT_TRANSLATE_NOOP("keys", "Spara papperet som PDF, eller rapporten som fil"),
    "Ctrl+M": QT_TRANSLATE_NOOP("keys", "Parkera: telefonen ringer"),
    "Ctrl+2": QT_TRANSLATE_NOOP("keys", "Ärenden"),
    "Ctrl+3": QT_TRANSLATE_NOOP("keys", "Blankettbunt"),
    "Ctrl+,": QT_TRANSLATE_NOOP("keys", "Inställningar"),
    "Ctrl+Shift+P": QT_TRANSLATE_NOOP("keys", "Kommandon, och hjälp att söka i"),
    "Ctrl+Shift+K": QT_TRANSLATE_NOOP("keys", "Komplettera: blanketten saknar något"),
    "Ctrl+Shift+L": QT_TRANSLATE_NOOP("keys", "Lås skärmen"),
    "Ctrl+Shift+O": QT_TRANSLATE_NOOP("keys", "Logga ut"),
    "Shift+F10": QT_TRANSLATE_NOOP("keys", "I en lista: ändra kolumnernas bredd"),
    "Ctrl++": QT_TRANSLATE_NOOP("keys", "Större text"),
    "Ctrl+-": QT_TRANSLATE_NOOP("keys", "Mindre text"),
    "Ctrl+0": QT_TRANSLATE_NOOP("keys", "Vanlig textstorlek"),
    "Enter": QT_TRANSLATE_NOOP("keys", "Sök, öppna eller läs det som är markerat"),
    "Esc": QT_TRANSLATE_NOOP("keys", "Tillbaka"),
}


def keys_page(language: Language) -> tuple[str, str]:
    """Title and Markdown of the page about keys."""
    intro = language.translate(
        "keys",
        "Tangenten står också på knappen. Tabb går till nästa, Page Down rullar sidan, och Alt med en bokstav "
        "går till fältet där bokstaven är understruken.",
    )
    rows = "\n".join(f"| {key} | {language.translate('keys', does)} |" for key, does in KEYS.items())
    heads = (language.translate("keys", "Tangent"), language.translate("keys", "Gör"))
    return language.translate("keys", "Tangenter"), f"{intro}\n\n| {heads[0]} | {heads[1]} |\n|---|---|\n{rows}"
