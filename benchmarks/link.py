"""The time to decode a link, however long or malformed."""

from dataclasses import replace

from benchmarks.timing import best_of_alternating
from lecture import Contender, decode, encode, opening
from optimizers import OPTIMIZERS, SCHEDULES
from surfaces import SURFACES

ALLOWED = 5.0
"""The limit in milliseconds, for any text."""


def rows() -> list[tuple[str, float, float]]:
    """Measure (text, milliseconds to decode it, allowed milliseconds)."""
    return [
        (name, best_of_alternating(lambda text=text: decode(text), rounds=50)[0] * 1e3, ALLOWED)
        for name, text in _texts().items()
    ]


def _texts() -> dict[str, str]:
    schedules = list(SCHEDULES.values())
    six = tuple(
        Contender(rule(), schedules[slot](), slot=slot) for slot, rule in enumerate([*OPTIMIZERS.values()][-6:])
    )
    wrong = "adam" + "~beta1_2~eps_x~nothing_1" * 5 + "~cosine~floor_7"
    return {
        "six contenders": encode(replace(opening(SURFACES["bowl"]()), contenders=six)),
        "ten thousand contenders": "&".join(f"c{slot}={wrong}" for slot in range(10_000)),
        "everything wrong": "&".join(f"c{slot}={wrong}" for slot in range(8)) + "&start=x_y&steps=nan&noise=1e400",
        "100 kB of digits": "steps=" + "9" * 100_000,
        "100 kB of ampersands": "&" * 100_000,
        "100 kB of percent signs": "surface=" + "%ff" * 33_000,
    }
