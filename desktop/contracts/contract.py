"""A service contract's names: its namespaces, its SOAPAction, and where the platform answers it (BP-A 2.1)."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract of a domain. `per_region`: addressed by county code (TKB-L 3.2), as the person register is not."""

    domain: str
    name: str
    major: int
    per_region: bool = True

    @property
    def namespace(self) -> str:
        """Of the request's and the response's root."""
        return f"urn:riv:{self.domain}:{self.name}Responder:{self.major}"

    @property
    def core(self) -> str:
        """The namespace of the domain's types."""
        return f"urn:riv:{self.domain}:{self.major}"

    @property
    def soap_action(self) -> str:
        """As the WSDL states it, without the quotation marks that it has on the wire (BP-A 15)."""
        return f"{self.namespace}:{self.name}"

    @property
    def path(self) -> str:
        """Below the platform's address, as NTjP names it."""
        return f"{self.domain.replace(':', '/')}/{self.name}/{self.major}/rivtabp21"

    def request(self) -> etree._Element:
        """An empty request root."""
        return etree.Element(f"{{{self.namespace}}}{self.name}", nsmap={"r": self.namespace, "core": self.core})
