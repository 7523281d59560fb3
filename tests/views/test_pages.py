"""Every view model that can be open has its page, although none is imported before it is needed."""

import subprocess
import sys
from typing import get_args, get_type_hints

import pytest

from desktop.viewmodels import trail
from desktop.views.pages import PAGES, _imported
from desktop.views.parts import Page


@pytest.mark.parametrize("view_model", [one.__name__ for one in get_args(trail.Page)])
def test_every_view_model_has_a_page(view_model: str) -> None:
    if view_model in ("SearchViewModel", "OverviewViewModel"):
        pytest.skip("the window itself holds these two")
    made = _imported(*PAGES[view_model])
    page = made if isinstance(made, type) else get_type_hints(made)["return"]
    assert issubclass(page, Page)


def test_no_page_is_imported_before_the_window_needs_it() -> None:
    asked = "import sys, desktop.views.rooms; print([name for name in sys.modules if name.endswith('.paper')])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, encoding="utf-8", check=True)
    assert "desktop.views.paper" not in done.stdout
