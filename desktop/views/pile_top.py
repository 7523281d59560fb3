"""The form on top of a pile: whom the paper should be about, or why there is nobody to compare it with."""

from __future__ import annotations

from desktop.domain.pile import PaperForm
from desktop.runtime.clock import today
from desktop.runtime.language import Language
from desktop.texts import persons
from desktop.views.content import Content
from desktop.views.parts import Text


class TopForm(Content):
    """``show_form(form, masked)``: name, number and age. Nothing is to be approved while there is an `instead`."""

    def __init__(self, words: Language) -> None:
        super().__init__()
        self._words = words
        self.instead = ""
        self.is_hidden = False

    def show_form(self, form: PaperForm | None, masked: bool) -> None:
        """The first form that has not been decided, if there is one."""
        self.instead, self.is_hidden = "", False
        citizen = form.citizen if form is not None else None
        if form is None:
            self.instead = self.tr("Skanna nästa blankett.")
        elif citizen is None:
            self.instead = self.tr("Slår upp …")
        elif masked or citizen.is_protected:
            self.instead, self.is_hidden = self.tr("Uppgifterna visas inte här. Lägg åt sidan med F4."), True
        if form is None or citizen is None or self.is_hidden:
            self.show_parts(Text(self.instead, "strong" if self.is_hidden else "muted"))
            return
        name, age = persons.name(self._words, citizen), persons.age(self._words, citizen, today())
        self.show_parts(Text(f"{form.place}. {name}, {citizen.identity.written}, {age}", "title"))
