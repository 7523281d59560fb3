"""Names, namespaces and OIDs of the contracts: what the practice region and a consumer have in common."""

from dataclasses import dataclass
from typing import Final

SOAP: Final = "http://schemas.xmlsoap.org/soap/envelope/"
REGISTRY: Final = "urn:riv:itintegration:registry:1"
CARELISTING: Final = "urn:riv:supportprocess:logistics:carelisting:2"
CARELISTING_21: Final = "urn:riv:supportprocess:logistics:carelisting:2.1"
PERSON: Final = "urn:riv:strategicresourcemanagement:persons:person:5"

PERSON_REGISTER: Final = "SE165565594230-1000"

PERSONAL_NUMBER: Final = "1.2.752.129.2.1.3.1"
COORDINATION_NUMBER: Final = "1.2.752.129.2.1.3.3"
HSA_ID: Final = "1.2.752.129.2.1.4.1"
COUNTY: Final = "1.2.752.129.2.2.1.18"
LISTING_TYPE: Final = "1.2.752.129.5.1.27"
EXAMPLE_ARC: Final = "2.999"
"""The OID arc that is reserved for examples; the regions' own (invented) code systems hang under it."""

OK: Final = "OK"
INFO: Final = "INFO"
ERROR: Final = "ERROR"
CAP_EXCEEDED: Final = "ERROR_MAXIMUM_ANNUAL_UPDATES_EXCEEDED"
FULL: Final = "ERROR_MAXIMUM_CITIZEN_REACHED_ON_CAREUNIT"
CONSENT_NEEDED: Final = "ERROR_GUARDIAN_CONSENT_NEEDED"
AGE_LIMIT: Final = "ERROR_AGE_LIMIT"

CITIZEN: Final = "CITIZEN"
GUARDIAN: Final = "GUARDIAN"
ORGANISATION_ACTORS: Final = frozenset({"REGION", "PRIVATE_CAREGIVER", "SELF_OWNED_CAREGIVER", "HEALTHCARE_ADVISER"})
ACTORS: Final = ORGANISATION_ACTORS | {CITIZEN, GUARDIAN}


@dataclass(frozen=True, slots=True)
class Contract:
    """One service contract: its name and the namespace of its messages."""

    name: str
    domain: str
    major: int

    @property
    def namespace(self) -> str:
        """Namespace of request and response: `urn:riv:<domain>:<Contract>Responder:<major>` (BP-A #15)."""
        return f"urn:riv:{self.domain}:{self.name}Responder:{self.major}"


_CARELISTING_DOMAIN = "supportprocess:logistics:carelisting"
_PERSON_DOMAIN = "strategicresourcemanagement:persons:person"

CONTRACTS: Final = {
    contract.namespace: contract
    for contract in (
        *(
            Contract(name, _CARELISTING_DOMAIN, 2)
            for name in (
                "GetListing",
                "GetListingCounty",
                "GetListingTypes",
                "GetAvailableHealthcareFacilities",
                "GetAvailableHealthcarePersonnel",
                "CreateListing",
                "UpdateListing",
            )
        ),
        Contract("GetPersonsForProfile", _PERSON_DOMAIN, 5),
        Contract("SearchPersonsForProfile", _PERSON_DOMAIN, 5),
    )
}
CONTRACT_NAMES: Final = {contract.name: contract for contract in CONTRACTS.values()}
