"""The parts that pages are composed of; every word comes from the caller, every colour and size from the look.

    page = Page("Granska innan du registrerar")
    band = Band("Invånare")
    band.show_person(BandFace("Tolvan Tolvansson", "19121212-1212", ("113 år",)))
    page.pin(band)
    card = Card("Nu gäller", icon="stethoscope")
    card.row("Mottagning", "Vårdcentral Tisken", Badge("Listad", "ok", "check"))
    page.add(card)
    register = KeyButton("Registrera byte", key="Ctrl+Enter", icon="check", look="primary", on_click=register_now)
    register.block("Godkännande saknas.", explain=approval.setFocus)
    page.add_actions(register, KeyButton("Tillbaka", key="Esc", look="quiet", on_click=back))

A window stacks EnvironmentMark, pages and StatusLine. Stack and Columns arrange cards; Notice says
what happened; Skeleton waits; ``announce`` speaks, and ``voice.said`` lets a test listen. Scenes of all parts:
``desktop/views/look/scenes.py``. Parts follow a change of theme or text size while they are open; a view that sets
distances of its own does so through ``look.spaced`` or ``look.scaled``.
"""

from .announcement import announce, voice
from .arrangement import Columns, Flow, Stack
from .badge import Badge
from .band import Band, BandFace
from .card import Card
from .choice_rows import Cell, ChoiceRow
from .choice_table import ChoiceTable
from .environment_mark import Environment, EnvironmentMark
from .field import TAKES_SCANS, ChoiceField, Field, TextField
from .key_button import ButtonLook, KeyButton
from .key_row import KeyRow
from .notice import Notice, NoticeKind
from .page import Page
from .prose import Prose
from .row_view import is_low
from .rows import OptionGroup, OptionRow, TickRow
from .skeleton import Skeleton
from .status_line import StatusLine
from .text import Text

__all__ = [
    "TAKES_SCANS",
    "Badge",
    "Band",
    "BandFace",
    "ButtonLook",
    "Card",
    "Cell",
    "ChoiceField",
    "ChoiceRow",
    "ChoiceTable",
    "Columns",
    "Environment",
    "EnvironmentMark",
    "Field",
    "Flow",
    "KeyButton",
    "KeyRow",
    "Notice",
    "NoticeKind",
    "OptionGroup",
    "OptionRow",
    "Page",
    "Prose",
    "Skeleton",
    "Stack",
    "StatusLine",
    "Text",
    "TextField",
    "TickRow",
    "announce",
    "is_low",
    "voice",
]
