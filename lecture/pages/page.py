"""The abstract page."""

from abc import ABC
from dataclasses import dataclass
from typing import ClassVar

from parameters import validate


@dataclass(frozen=True)
class Page(ABC):
    """A page of the app. A concrete page is a frozen dataclass whose fields are its settings, if it has any.

    The key names its module in every layer: lecture/pages/race.py, views/pages/race.py and, for a page with a picture
    to animate, scenes/race.py and frontend/pages/race.js. `summary` is one sentence for the navigation; `controls` are
    the groups of its controls that a link can hide. A page without a picture sets `picture` to False and has no module
    in scenes/ and frontend/; one whose picture does without Plotly.js sets `plotly` to False. `live` names the fields,
    numbers and switches, that a picture follows without a server. A page whose files are not those of the race sets
    `own_exports`, and has its module in exports/pages/; `what` and `each` are what they hold, and a part of it.
    """

    key: ClassVar[str]
    title: ClassVar[str]
    summary: ClassVar[str]
    controls: ClassVar[tuple[str, ...]] = ()
    picture: ClassVar[bool] = True
    plotly: ClassVar[bool] = True
    live: ClassVar[tuple[str, ...]] = ()
    own_exports: ClassVar[bool] = False
    what: ClassVar[str] = "race"
    each: ClassVar[str] = "steps"

    def __post_init__(self) -> None:
        validate(self)

    @property
    def in_words(self) -> tuple[str, ...]:
        """The settings of the page's picture in words, or none where it is the race's."""
        return ()

    @property
    def module(self) -> str:
        """The name of the page's module in views/pages/, scenes/ and frontend/pages/."""
        return self.key.replace("-", "_")
