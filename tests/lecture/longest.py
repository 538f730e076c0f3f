"""A lecture that has most to say, for what must hold any link."""

from lecture import Camera, Contender, Lecture, View
from lecture.pages.race import Race
from optimizers.adam import Adam
from optimizers.schedules.cosine import WarmupCosine
from surfaces.bowl import Bowl


def longest(number: float) -> Lecture:
    """Return six contenders with everything turned to numbers that need all their digits."""
    return Lecture(
        Bowl(condition=1234.5678901234567, rotation=-12.345678901234567),
        start=(-number, -number),
        contenders=tuple(
            Contender(
                Adam(0.12345678901234567, 0.12345678901234567, 0.98765432109876543, 1.2345678901234567e-8),
                schedule=WarmupCosine(warmup=1234, horizon=4321, floor=0.12345678901234567),
                start=(-number, -number),
                slot=slot,
            )
            for slot in range(6)
        ),
        steps=5000,
        noise=123.45678901234567,
        seed=2**31 - 1,
        view=View(
            step=1234,
            camera=Camera((-number, -number, -number), (-number, -number, -number), (0.0, 0.0, 1.0)),
            zoom=((-number, number), (-number, number)),
            hidden=frozenset(Race.controls),
            lesson="three-momentums-at-matched-rates",
        ),
    )
