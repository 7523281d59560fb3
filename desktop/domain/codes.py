"""Code systems and identifiers that the national contracts name (OIDs; contract-rules 6)."""

PERSONNUMMER = "1.2.752.129.2.1.3.1"
SAMORDNINGSNUMMER = "1.2.752.129.2.1.3.3"
HSA_ID = "1.2.752.129.2.1.4.1"
COUNTY = "1.2.752.129.2.2.1.18"
LISTING_TYPE = "1.2.752.129.5.1.27"
PRIMARY_CARE = "PV"

PERSON_REGISTER_ADDRESS = "SE165565594230-1000"
