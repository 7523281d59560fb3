"""The desk: the trail of its pages, the parts that open them, and what joins these; and the practice region."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from desktop.runtime.background import Background
from desktop.settings.profile import Profile
from desktop.viewmodels.aside import Aside
from desktop.viewmodels.casework import Casework
from desktop.viewmodels.choosing import Choosing
from desktop.viewmodels.drafting import Drafting
from desktop.viewmodels.following import Following
from desktop.viewmodels.locking import Locking
from desktop.viewmodels.papers import Papers
from desktop.viewmodels.piles import Piles
from desktop.viewmodels.practice_world import Controls
from desktop.viewmodels.registering import Registering
from desktop.viewmodels.trail import Trail
from desktop.viewmodels.training import Deed, TrainingViewModel
from desktop.viewmodels.use_cases import UseCases


class DeskViewModel(Trail):
    """The whole desk, as the views know it. A part knows the trail and the parts that it is given, never the desk."""

    def __init__(self, profile: Profile, use: UseCases, background: Background, parent: QObject | None = None) -> None:
        super().__init__(profile, use, background, parent)
        self.technical_report: Callable[[], str] = str
        self.drafting = Drafting(self, use, background)
        self.aside = Aside(self, use, background)
        self.piles = Piles(self, use, background)
        self.registering = Registering(self, self.drafting, use, background)
        self.choosing = Choosing(self, self.drafting, self.registering, use, background)
        self.papers = Papers(self, self.drafting, self.registering, use, background)
        self.locking = Locking(self, self.drafting, self.piles, use, background)
        self.lock = self.locking.lock
        self.following = Following(self, self.drafting, use, background)
        self.casework = Casework(self, self.drafting, self.registering, self.papers, use, background)
        self.search.found.connect(self.choosing.open_citizen)
        self.search.case_found.connect(self.casework.open_case)
        self.locking.given_back.connect(self.casework.open_case)
        self.search.centre_asked.connect(self.choosing.choose_facility)
        self.search.help_asked.connect(self.aside.show_help)
        self.search.centre_found.connect(self.choosing.show_centre)

    def use_practice_region(self, controls: Controls) -> None:
        """Practice mode: the region can be told to fail, to move its clock and to begin anew."""
        training = TrainingViewModel(controls, self.profile.desk.county, self._background, self)
        training.done.connect(self._practice_region_did)
        self.page_changed.connect(training.look_whether_used_up)
        self.training = training

    def practise(self) -> None:
        """F7: exercises, faults and whom to practise with, on top of the open page."""
        if self.training is not None and self.page is not self.training and not self.is_held():
            self.open(self.training)
            self.training.look()

    def _practice_region_did(self, deed: Deed) -> None:
        """A region that has begun anew knows nothing of what is open, and may have given its people other numbers."""
        training = self.training
        if deed is not Deed.RESET or training is None or training.state.world is None:
            return
        self.stand(replace(self.standing, people=training.state.world.people))
        practising = self.page is training
        self.new_citizen()
        if practising:
            self.open(training)
