"""The widths that a member of staff has chosen for a table's columns: given back next time."""

from __future__ import annotations

from desktop.viewmodels.own_choices import OwnChoices
from desktop.views.column_widths import ColumnMenu
from desktop.views.parts import ChoiceTable


def keep_widths(table: ChoiceTable, name: str, own: OwnChoices) -> None:
    """Wear what was chosen for the table of this name, and keep what is chosen from now on."""
    table.use_widths(own.settings.columns.get(name, ()))
    ColumnMenu(table)
    table.sized.connect(lambda widths: own.choose(columns={**own.settings.columns, name: widths}))
