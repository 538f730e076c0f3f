"""The view: which step is shown, in which panels, from where, and which parts of the page are hidden from students."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from lecture.pages import PAGES
from parameters import choice, choices, number, numbers, switch, text, validate

Triple = tuple[float, float, float]
Interval = tuple[float, float]

MAX_STEPS = 5000
LAST_STEP = 10_000
"""The last step that any page has: a series has more days than a race has updates."""

MAX_CONTENDERS = 8
"""The number of colours that can be told apart; a slot is a whole number below it."""

LAYOUTS = ("map-loss", "relief-loss", "map-relief", "map", "relief")
CURVES = (
    *("auto", "none", "data", "sweep", "gradient", "rate", "rate-linear", "rate-alone", "rate-alone-linear"),
    *("step-x", "step-y", "average-x", "average-y"),
)
SWEEPS = ("outcome", "steps", "loss")
AXES = ("updates", "epochs", "examples", "evaluations")
LAYERS = ("heights", "basins", "difference", "curvature", "condition", "gradient", "newton")
SLOTS = tuple(map(str, range(MAX_CONTENDERS)))
RESULTS = "results"
CONTROLS = "controls"
HIDEABLE = (*dict.fromkeys(group for page in PAGES.values() for group in page.controls), CONTROLS, RESULTS)
"""The parts of a page that a link can hide from students: groups of controls, all controls, or the results."""


class Camera(NamedTuple):
    """A viewpoint on the relief in Plotly's terms: the eye, what it looks at, and which way is up."""

    eye: Triple
    center: Triple = (0.0, 0.0, 0.0)
    up: Triple = (0.0, 0.0, 1.0)


def _part(**words: str) -> Any:
    """Declare the part of a plane that is shown: the ends of both axes, None for all of it."""
    return numbers(None, low=-1e9, high=1e9, shape=(2, 2), increasing=True, none="auto", **words)


def _name_of_a_number(**words: str) -> Any:
    """Declare the name of a number of an optimizer or of a surface, as its field has it."""
    return text(None, pattern="[a-z][a-z0-9_]*", longest=40, meaning="the name of a number", **words)


@dataclass(frozen=True)
class View:
    """How a lecture is looked at.

    None follows the lecture by itself: `step` the end of the race, `speed` the whole race in about ten seconds,
    `camera` the default one, `zoom` the whole window, `focus` no contender; so does the curve "auto", the gradient norm
    where there is room for it. `unseen` holds the slots of paths that are not drawn. `lesson` is the key of the lesson
    that was opened, so that there is a next one.
    """

    step: int | None = number(
        None, 0, LAST_STEP, label="Step", help="The step shown.", none="end", default_words="the last one"
    )
    speed: float | None = number(
        None,
        0.05,
        64.0,
        label="Speed",
        help="1 is 60 steps a second.",
        scale="log",
        slider=(0.25, 8.0),
        none="auto",
        default_words="the race in about ten seconds",
    )
    layout: str = choice(LAYOUTS, label="Layout", help="The panels shown together.")
    camera: Camera | None = numbers(
        None,
        low=-1e6,
        high=1e6,
        shape=(3, 3),
        make=Camera,
        label="Camera",
        help="Where the relief is seen from: eye, centre, and the direction that is up.",
        meaning="nine numbers",
        none="auto",
        default_words="the usual one",
    )
    zoom: tuple[Interval, Interval] | None = _part(
        label="Zoom",
        help="The part of the window that the map shows: the ends of x and of y.",
        meaning="the two ends of x and of y",
        default_words="the whole window",
    )
    focus: int | None = number(
        None, 0, MAX_CONTENDERS - 1, label="Focus", help="The slot of the optimizer in focus.", none="none"
    )
    hidden: frozenset[str] = choices(
        HIDEABLE, label="Hidden", help="The parts of the page hidden from students.", empty="nothing", link="hide"
    )
    presentation: bool = switch(False, label="Presentation", help="Only the picture, as large as the screen.")
    lesson: str | None = text(
        None,
        pattern="[a-z0-9]+(-[a-z0-9]+)*",
        longest=40,
        label="Lesson",
        help="The key of the lesson that is open.",
        meaning="the key of a lesson",
        none="none",
        default_words="no lesson",
    )
    curve: str = choice(
        CURVES, label="Curve", help="The second curve, shown with the loss or, where it is alone, in its place."
    )
    arrows: bool = switch(False, label="Arrows", help="Whether the map shows −g and the next step.")
    unseen: frozenset[str] = choices(
        SLOTS, label="Unseen", help="The slots of the optimizers whose paths are not drawn.", empty="none"
    )
    fan: str | None = _name_of_a_number(
        label="Fan",
        help="The number of the optimizer in focus whose every path the map shows.",
        none="none",
        default_words="no fan",
    )
    ask: bool = switch(
        False, label="Ask", help="Whether a lesson asks its question before it shows the race that answers it."
    )
    layer: str = choice(
        LAYERS,
        label="Layer",
        help="What the map shows below its contour lines: heights, where every start leads, curvature, or gradients.",
    )
    cloud: bool = switch(
        False, label="Cloud", help="Whether the map of a quadratic loss shows where SGD must wander around the minimum."
    )
    gauges: bool = switch(
        False, label="Gauge", help="Whether every optimizer shows how near it is to its limit of stability."
    )
    eigenvectors: bool = switch(
        False,
        label="Eigenvectors",
        help="Whether the map shows the eigenvectors of the Hessian at the critical points.",
    )
    sweep_up: str | None = _name_of_a_number(
        label="Vertical axis of the sweep",
        help="The number of the optimizer in focus, or of its surface, that a sweep goes through beside α.",
        none="auto",
        default_words="the first that there is",
    )
    sweep_shows: str = choice(SWEEPS, label="Sweep", help="What a sweep shows of every pair of values.")
    sweep_zoom: tuple[Interval, Interval] | None = _part(
        label="Zoom of the sweep",
        help="The part of the sweep that is shown: the ends of α and of the other number.",
        meaning="the two ends of α and of the other number",
        default_words="the whole sweep",
    )
    axis: str = choice(
        AXES,
        label="Axis",
        help="What the curves run over: updates, on the loss of a data set also examples seen, epochs there and where "
        "schedules count them, and beside classical baselines evaluations: gradients, a third for a loss, and two for "
        "a Hessian.",
    )

    def __post_init__(self) -> None:
        validate(self)

    def hides(self, part: str) -> bool:
        """Whether a part of the page is hidden from the reader, by itself or with all controls."""
        return part in self.hidden or (part != RESULTS and CONTROLS in self.hidden)
