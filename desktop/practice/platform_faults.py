"""The service platform's own faults, VP001 to VP015, worded as the national router words them."""

from typing import Final, Literal

from desktop.practice.soap import Fault

_PLATFORM: Final = "Praktikplattformen"
_SERVER_SIDE: Final = frozenset({"VP006", "VP007", "VP008", "VP009", "VP010", "VP012", "VP014"})
_TEXTS: Final = {
    "VP001": ("Rivta-version saknas.", "No RIV version configured"),
    "VP002": ("Fel i klientcertifikat.", "Certificate is missing or has no SERIALNUMBER in its subject"),
    "VP003": ("Ingen logisk adress i meddelandet.", "No receiverId (logical address) found in message header"),
    "VP004": ("Det finns inget vägval i tjänsteadresseringskatalogen.", "No receiverId (logical address) found for"),
    "VP005": ("Tjänsteproducenten stöder inte rivta-versionen.", "No route with matching RIV version found for"),
    "VP006": ("Fler än en tjänsteproducent.", "More than one route with matching RIV version found for"),
    "VP007": ("Anropsbehörighet saknas.", "Sender is not authorized for"),
    "VP008": ("Ingen kontakt med tjänsteadresseringskatalogen.", "No contact with the service address catalogue"),
    "VP009": ("Fel vid kontakt med tjänsteproducenten.", "Error connecting to service producer at"),
    "VP010": ("Tjänsteproducentens adress är tom.", "Physical address field is empty in service producer for"),
    "VP011": ("Anropet kom inte över TLS.", "Caller was not on the white list of accepted IP-addresses"),
    "VP012": ("Tjänsteplattformen saknar resurser.", "No resources available to process the request"),
    "VP013": (
        "Otillåten sändare av x-rivta-original-serviceconsumer-hsaid.",
        "Sender is not approved to set header x-rivta-original-serviceconsumer-hsaid",
    ),
    "VP014": ("Meddelandet har redan passerat plattformen.", "Circular reference between service platforms"),
    "VP015": ("Meddelandet kunde inte tolkas.", "Failed to parse payload"),
}


def platform_fault(code: str, detail: str = "") -> Fault:
    """The fault for a code: name of the platform and Swedish text outside, English detail inside."""
    text, english = _TEXTS[code]
    side: Literal["Client", "Server"] = "Server" if code in _SERVER_SIDE else "Client"
    return Fault(side, f"{code} [{_PLATFORM}] {text}", f"{code} {english} {detail}".strip())
