"""What faults, the practice region's deeds and its problems are called in the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.runtime.language import Language
from desktop.viewmodels.practice_world import ControlProblem, Drill, Exercise, Fault
from desktop.viewmodels.training import Deed

translate = QCoreApplication.translate


def drill_name(drill: Drill) -> str:
    """A fault to train for, in a few words."""
    match drill:
        case Drill.SLOW:
            return translate("training", "Regionen är långsam")
        case Drill.NO_ANSWER_STORED:
            return translate("training", "Inget svar, men sparat")
        case Drill.NO_ANSWER_NOT_STORED:
            return translate("training", "Inget svar, och inte sparat")
        case Drill.DROPPED:
            return translate("training", "Förbindelsen bryts")
        case Drill.DOWN:
            return translate("training", "Regionen ligger nere")
        case Drill.NOT_AUTHORISED:
            return translate("training", "Behörighet saknas (VP007)")
        case Drill.REGISTER_DOWN:
            return translate("training", "Personregistret ligger nere")


def drill_story(drill: Drill) -> str:
    """What happens while it is on, and what there is to learn."""
    match drill:
        case Drill.SLOW:
            return translate("training", "Varje svar från er region dröjer sex sekunder.")
        case Drill.NO_ANSWER_STORED:
            return translate(
                "training",
                "Regionen tar emot registreringen, men efter tio sekunder kommer ett fel. Skicka inte samma sak igen.",
            )
        case Drill.NO_ANSWER_NOT_STORED:
            return translate("training", "Samma fel efter tio sekunder, men registreringen nådde aldrig regionen.")
        case Drill.DROPPED:
            return translate("training", "Regionen tar emot registreringen, men förbindelsen bryts före svaret.")
        case Drill.DOWN:
            return translate("training", "Inget går att läsa eller registrera i er region. Förbered en blankett.")
        case Drill.NOT_AUTHORISED:
            return translate("training", "Det går att läsa, men registreringen stoppas innan den når er region.")
        case Drill.REGISTER_DOWN:
            return translate("training", "Ingen person går att slå upp.")


def fault_name(active: Drill | Exercise | Fault, words: Language) -> str:
    """Which fault is on, for the strip that marks practice."""
    match active:
        case Drill():
            return drill_name(active)
        case Exercise():
            return active.titles[words.code]
        case Fault():
            return active.name


def deed_done(deed: Deed) -> str:
    """What was just done; empty where nobody asked for it."""
    match deed:
        case Deed.LOOK:
            return ""
        case Deed.SET_FAULT:
            return translate("training", "Avbrottet är på.")
        case Deed.CLEAR_FAULT:
            return translate("training", "Avbrottet är avslutat.")
        case Deed.MOVE_CLOCK:
            return translate("training", "Klockan är flyttad.")
        case Deed.RESET:
            return translate("training", "Övningen är återställd till första dagen.")


def control_problem(problem: ControlProblem) -> tuple[str, str]:
    """What went wrong in the practice region, and what to do."""
    match problem:
        case ControlProblem.NO_ANSWER:
            return (
                translate("training", "Övningsregionen svarar inte."),
                translate("training", "Stäng programmet och starta övningen igen."),
            )
        case ControlProblem.REFUSED:
            return (
                translate("training", "Övningsregionen gör inte det som begärdes."),
                translate("training", "Försök igen, eller återställ övningen."),
            )
        case ControlProblem.NOT_UNDERSTOOD:
            return (
                translate("training", "Övningsregionens svar går inte att läsa."),
                translate("training", "Stäng programmet och starta övningen igen."),
            )
