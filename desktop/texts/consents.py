"""What the citizen consents to and is told: to read aloud, to tick, and to print on the form.

All of it is a draft until a region's lawyer has approved it; a profile's approved texts go before these.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.agreement import Wording
from desktop.domain.regions import County, region_name
from desktop.domain.registration import Consent
from desktop.runtime.language import LANGUAGES, Language
from desktop.texts import listings
from desktop.texts.marking import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class ConsentText:
    """One consent in words: `read_aloud` is empty where a paper says it; `printed` is what people sign on the form."""

    consent: Consent
    heading: str
    read_aloud: str
    tick: str
    printed: str
    is_draft: bool = True


def draft_note(language: Language) -> str:
    """Said wherever a draft is shown or printed."""
    return language.translate("consents", "Utkast. Ska godkännas av regionens jurist.")


@dataclass(frozen=True, slots=True)
class Manner:
    """In what words: the region's approved texts by language, the language to say them in, and whether plainer.

    `code` is one of the profile's languages or of ours; empty means the window's or the paper's own.
    """

    approved: Mapping[str, Wording] = field(default_factory=dict)
    code: str = ""
    easy: bool = False

    def wording(self, language: Language, key: str) -> str:
        """The approved text, in the plainer words where they are asked for and approved; empty where there is none."""
        wording = self.approved.get(self.code or language.code)
        if wording is None:
            return ""
        plain: str = getattr(wording, key)
        return (getattr(wording, f"{key}_easy") if self.easy else "") or plain

    def is_approved(self, language: Language) -> bool:
        """Whether the region has approved texts in this language."""
        return (self.code or language.code) in self.approved

    def drafts(self, language: Language) -> Language:
        """The language that our drafts are said in: the one asked for where we have it."""
        return Language(self.code) if self.code in LANGUAGES and self.code != language.code else language


PLAIN = Manner()


def languages(approved: Mapping[str, Wording]) -> tuple[str, ...]:
    """Codes of the languages that texts can be said in: ours, and those of the approved translations."""
    return tuple(dict.fromkeys((*LANGUAGES, *approved)))


def exchange(
    language: Language, home: County | None, new: County, present: frozenset[County], manner: Manner = PLAIN
) -> ConsentText:
    """Consent to exchange, naming every region that differs among home, new and present (flows 7, 8, 10)."""
    drafts = manner.drafts(language)
    approved = manner.wording(language, "exchange")
    said = approved or drafts.translate("consents", _EXCHANGE_EASY if manner.easy else _EXCHANGE)
    printed = approved or language.translate("consents", _EXCHANGE_SIGNED_EASY if manner.easy else _EXCHANGE_SIGNED)
    tick = language.translate("consents", "Invånaren samtycker till att {regions} delar uppgifter om listningen.")
    counties = tuple(dict.fromkeys([*([home] if home else []), new, *sorted(present)]))
    return ConsentText(
        Consent.REGIONS_EXCHANGE,
        language.translate("consents", "Samtycke till att regionerna delar uppgifter"),
        said.format(regions=_regions(drafts, home, counties)),
        tick.format(regions=_regions(language, home, counties)),
        printed.format(regions=_regions(language, home, counties)),
        is_draft=not approved,
    )


_EXCHANGE_SIGNED = QT_TRANSLATE_NOOP(
    "consents",
    "Jag samtycker till att {regions} delar personnummer, länskoder och eventuellt listningstyp med varandra – "
    "inte vilken mottagning valet gäller.",
)
_EXCHANGE_SIGNED_EASY = QT_TRANSLATE_NOOP(
    "consents",
    "Jag säger ja till att {regions} berättar några saker för varandra: personnumret, vilka län det gäller och kanske "
    "vilken sorts listning. De berättar inte vilken mottagning jag väljer.",
)
_EXCHANGE = QT_TRANSLATE_NOOP(
    "consents",
    "{regions} behöver dela ditt personnummer, länskoderna och eventuellt listningstyp med varandra – "
    "inte vilken mottagning du väljer. Samtycker du till det?",
)
_EXCHANGE_EASY = QT_TRANSLATE_NOOP(
    "consents",
    "Du väljer en mottagning. Då behöver {regions} berätta några saker för varandra: ditt personnummer, vilka län det "
    "gäller och kanske vilken sorts listning. De berättar inte vilken mottagning du väljer. Säger du ja till det?",
)


def _regions(language: Language, home: County | None, counties: tuple[County, ...]) -> str:
    names = [region_name(county) for county in counties]
    return listings.join(language, names if home else [language.translate("consents", "din hemregion"), *names])


_GUARANTEE_SIGNED = QT_TRANSLATE_NOOP(
    "consents",
    "Jag har fått veta att vårdgarantins tider för kontakt och bedömning i primärvården inte gäller vid listning i "
    "{new}. Frågor om specialistvård: {home}.",
)
_GUARANTEE_SIGNED_EASY = QT_TRANSLATE_NOOP(
    "consents",
    "Vårdgarantin säger hur länge man som längst ska vänta på vård. Jag vet att den inte gäller på mottagningen om jag "
    "listar mig i {new}. Behöver jag en specialist frågar jag {home}.",
)
_GUARANTEE = QT_TRANSLATE_NOOP(
    "consents",
    "Listar du dig i {new} gäller inte vårdgarantins tider för kontakt och bedömning i primärvården. "
    "Fråga {home} om specialistvård.",
)
_GUARANTEE_EASY = QT_TRANSLATE_NOOP(
    "consents",
    "Vårdgarantin säger hur länge du som längst ska vänta på vård. Den gäller inte på mottagningen om du listar dig i "
    "{new}. Behöver du en specialist? Fråga {home}.",
)


def care_guarantee(language: Language, home: County | None, new: County, manner: Manner = PLAIN) -> ConsentText:
    """The information about the care guarantee, when the new region is not home (TKB-L 6.1.5)."""
    drafts = manner.drafts(language)
    approved = manner.wording(language, "care_guarantee")
    told = approved or drafts.translate("consents", _GUARANTEE_EASY if manner.easy else _GUARANTEE)
    printed = approved or language.translate("consents", _GUARANTEE_SIGNED_EASY if manner.easy else _GUARANTEE_SIGNED)
    new_name, homes = region_name(new), [_home(drafts, home), _home(language, home)]
    return ConsentText(
        Consent.CARE_GUARANTEE_TOLD,
        language.translate("consents", "Information om vårdgarantin"),
        told.format(new=new_name, home=homes[0]),
        language.translate("consents", "Invånaren har fått informationen om vårdgarantin."),
        printed.format(new=new_name, home=homes[1]),
        is_draft=not approved,
    )


def _home(language: Language, home: County | None) -> str:
    return region_name(home) if home else language.translate("consents", "din hemregion")


def terms(language: Language, new: County, manner: Manner) -> ConsentText:
    """The region's own terms; they exist only where the profile has them, in Swedish if not in the language asked for.

    Raises LookupError for a profile without terms.
    """
    own = (manner.wording(language, "terms"), *(wording.terms for wording in manner.approved.values()))
    text = next((one for one in own if one), None)
    if text is None:
        raise LookupError("the profile has no terms of the region")
    accepted = language.translate("consents", "Invånaren godkänner villkoren från {region}.")
    return ConsentText(
        Consent.TERMS_ACCEPTED,
        language.translate("consents", "Villkor från {region}").format(region=region_name(new)),
        text,
        accepted.format(region=region_name(new)),
        text,
        is_draft=False,
    )
