"""Owns a region that speaks the wire from a model: any state a citizen can be in, what it discloses, how a call ends.

It does what TKB-L 6.1 says a CreateListing does, the unasked leaving of a queue included, and remembers every message.
"""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field

from lxml import etree

from tests.contracts.wire import Received, hang_up, soap

TypeKey = tuple[str, str]
CORE = "urn:riv:supportprocess:logistics:carelisting:2"


@dataclass(frozen=True)
class Place:
    """A listing, or a queue place, at a care centre for a type."""

    hsa_id: str
    type_key: TypeKey
    in_queue: bool
    doctor: str = ""


@dataclass(frozen=True)
class Order:
    """A CreateListing as it came; None for what was left out."""

    hsa_id: str
    type_key: TypeKey
    doctor: str | None
    add_to_queue: str | None
    home_county: str | None
    new_county: str | None


@dataclass
class ModelRegion:
    """`held` is what is so; `disclosed` the centres whose places it shows (None: all); `full` centres have a queue.

    `ending` is how a CreateListing ends once it has been carried out: `OK`, `INFO`, `hang up` or `VP009`; after
    another VP code, and after `refused` (ERROR), nothing has been done.
    """

    held: set[Place]
    disclosed: frozenset[str] | None = None
    full: frozenset[str] = frozenset()
    ending: str = "OK"
    orders: list[Order] = field(default_factory=list)
    readings: int = 0
    messages: list[etree._Element] = field(default_factory=list)

    def answer(self, request: Received, connection: ssl.SSLSocket) -> None:
        """Answer one request on the wire."""
        (body,) = etree.fromstring(request.body).iterchildren("{*}Body")
        message = body[0]
        self.messages.append(message)
        name = etree.QName(message).localname
        if name == "GetListing":
            self.readings += 1
            listings = "".join(map(listing, sorted(self.shown(), key=repr)))
            soap(response(name, f"{listings}<resultCode>OK</resultCode>"))(request, connection)
            return
        assert name == "CreateListing", name
        order = _read_order(message)
        self.orders.append(order)
        done = self.ending in ("OK", "INFO", "hang up", "VP009")
        code = self._carry_out(order) if done else "ERROR"
        if self.ending == "hang up":
            hang_up(request, connection)
        elif self.ending.startswith("VP"):
            fault = f"<faultcode>soap:Server</faultcode><faultstring>{self.ending} Said by VP</faultstring>"
            content = f'<f:Fault xmlns:f="http://schemas.xmlsoap.org/soap/envelope/">{fault}</f:Fault>'
            soap(content, 500)(request, connection)
        else:
            text = "<resultText>Läs detta.</resultText>" if code == "INFO" else ""
            soap(response(name, f"<resultCode>{code}</resultCode>{text}"))(request, connection)

    def shown(self) -> set[Place]:
        """What GetListing discloses."""
        return {one for one in self.held if self.disclosed is None or one.hsa_id in self.disclosed}

    def _carry_out(self, order: Order) -> str:
        done = "INFO" if self.ending == "INFO" else "OK"
        hsa_id, queues = order.hsa_id.lower(), order.add_to_queue == "true"
        queued = Place(hsa_id, order.type_key, in_queue=True)
        of_type = {one for one in self.held if one.type_key == order.type_key and not one.in_queue}
        listed = next((one for one in of_type if one.hsa_id == hsa_id), None)
        if queued in self.held and not queues:
            self.held.remove(queued)
            return done
        if listed is None and hsa_id in self.full:
            if not queues:
                return "ERROR_MAXIMUM_CITIZEN_REACHED_ON_CAREUNIT"
            self.held.add(queued)
            return done
        self.held -= of_type | {queued}
        self.held.add(Place(hsa_id, order.type_key, False, order.doctor or (listed.doctor if listed else "")))
        return done


class LateRegion(ModelRegion):
    """Shows what it holds from the `shows_from`-th reading on; from `fails_from` on it hangs up."""

    shows_from = fails_from = 99

    def answer(self, request: Received, connection: ssl.SSLSocket) -> None:
        if self.readings + 1 >= self.fails_from and b"GetListing" in request.body:
            self.readings += 1
            hang_up(request, connection)
        else:
            super().answer(request, connection)

    def shown(self) -> set[Place]:
        return self.held if self.readings >= self.shows_from else set()


def _read_order(message: etree._Element) -> Order:
    def text(path: str) -> str | None:
        return message.findtext("/".join(f"{{*}}{step}" for step in path.split("/")))

    return Order(
        text("healthcareFacilityHSAId") or "",
        (text("listingType/code") or "", text("listingType/codeSystem") or ""),
        text("healthcarePersonnel"),
        text("addToQueue"),
        text("homeCounty/extension"),
        text("newListingCounty/extension"),
    )


def response(name: str, content: str) -> str:
    namespace = f"urn:riv:supportprocess:logistics:carelisting:{name}Responder:2"
    return f'<{name}Response xmlns="{namespace}" xmlns:c="{CORE}">{content}</{name}Response>'


def listing(place: Place) -> str:
    code, system = place.type_key
    doctor = f"<c:healthcarePersonnel><c:id>{place.doctor}</c:id></c:healthcarePersonnel>" if place.doctor else ""
    return (
        "<listings>"
        f"<c:listingType><c:code>{code}</c:code><c:codeSystem>{system}</c:codeSystem></c:listingType>"
        f"<c:healthcareFacility><c:id>{place.hsa_id.lower()}</c:id><c:name>X</c:name></c:healthcareFacility>"
        f"{doctor}<c:isInQueue>{str(place.in_queue).lower()}</c:isInQueue>"
        "</listings>"
    )
