"""The most expensive lecture that a link can ask for."""

from dataclasses import replace

from lecture import MAX_CONTENDERS, Contender, Lecture, opening
from lecture.view import MAX_STEPS
from optimizers import OPTIMIZERS
from parameters import MOST_EXAMPLES
from surfaces import SURFACES


def most_expensive(steps: int = MAX_STEPS) -> Lecture:
    """As many optimizers, steps and examples as there can be, in batches that leave one example out."""
    surface = SURFACES["logistic"](examples=MOST_EXAMPLES)  # type: ignore[call-arg]
    rules = [OPTIMIZERS["nadam"](learning_rate=1e-3 * (slot + 1)) for slot in range(MAX_CONTENDERS)]
    contenders = (Contender(rule, slot=slot, batch_size=MOST_EXAMPLES - 1) for slot, rule in enumerate(rules))
    return replace(opening(surface), steps=steps, same_noise=False, contenders=tuple(contenders))
