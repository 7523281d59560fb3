"""The profile from region IT: whom the desk may ask, as whom, on what agreement. One file for each section of it.

A key is a field with a default where one is sensible and a `Field(description=...)` in English, from which the schema,
the Windows policies and the handbook are made. A new section is a `Table` in a file of its own and a field in
`whole.Profile`; only keys that something reads. Then: `python packaging/policies.py`.
"""

from desktop.settings.layers import ProfileError, machine_file, profile_file
from desktop.settings.profile.confirming import Confirming
from desktop.settings.profile.connection_check import ConnectionCheck
from desktop.settings.profile.desk import Centre, Desk
from desktop.settings.profile.gateway import TokenTerms
from desktop.settings.profile.journal import DatabaseTerms, JournalTerms
from desktop.settings.profile.log_service import LogServiceTerms
from desktop.settings.profile.platform import Platform
from desktop.settings.profile.privacy import Privacy
from desktop.settings.profile.proxy import Proxy
from desktop.settings.profile.reading import (
    MachineProfile,
    check_profile,
    read_machine_profile,
    read_profile,
)
from desktop.settings.profile.register_search import RegisterSearch
from desktop.settings.profile.staff import StaffTerms
from desktop.settings.profile.support import Support
from desktop.settings.profile.terms import ApprovedTexts, OrganisationActor, RegionTerms, RegisterTerms
from desktop.settings.profile.trust import Trust
from desktop.settings.profile.whole import Environment, Profile

__all__ = [
    "ApprovedTexts",
    "Centre",
    "Confirming",
    "ConnectionCheck",
    "DatabaseTerms",
    "Desk",
    "Environment",
    "JournalTerms",
    "LogServiceTerms",
    "MachineProfile",
    "OrganisationActor",
    "Platform",
    "Privacy",
    "Profile",
    "ProfileError",
    "Proxy",
    "RegionTerms",
    "RegisterSearch",
    "RegisterTerms",
    "StaffTerms",
    "Support",
    "TokenTerms",
    "Trust",
    "check_profile",
    "machine_file",
    "profile_file",
    "read_machine_profile",
    "read_profile",
]
