"""The abstract update rule."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, ClassVar

import numpy as np

from optimizers.hyperparameters import learning_rate
from optimizers.loss_surface import Array, LossSurface
from parameters import validate

Step = Callable[[Array, Array, Any, Any], tuple[Array, Any]]
"""An update: from the point, its gradient, the state and the rate to the new point and the new state."""


@dataclass(frozen=True)
class Optimizer(ABC):
    """The abstract update rule: w, state ← step(w, g, state, α).

    A concrete rule is a frozen dataclass whose fields are its hyper-parameters; its state is a NamedTuple of arrays and
    counters. `step` is pure: it returns a new point and a new state, and changes none of its inputs. Points and
    gradients have shape (2, ...); a hyper-parameter may be an array of the batch's shape, for a sweep.
    """

    key: ClassVar[str]
    title: ClassVar[str]
    source: ClassVar[str]
    symbols: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """The symbol that the formula uses for a field of the state, where the two differ."""

    averages: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """Of what each field of the state is the exponentially weighted average, if of anything: "g" or "g²"."""

    address: ClassVar[str]
    """Where the source can be read, as a URL."""

    meanings: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """What each field of the state is, as a part of a sentence."""

    elsewhere: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """What the rule is called and how it differs in each framework, with code in backticks."""

    learning_rate: float = learning_rate(0.01)
    """α₀; each rule declares it again with its own default."""

    def __post_init__(self) -> None:
        validate(self)

    @property
    @abstractmethod
    def formula(self) -> tuple[str, ...]:
        """The update in LaTeX, one assignment a line, in the order of computation."""

    @property
    def stability_limit(self) -> Any:
        """The product of a constant α and the sharpness above which the rule diverges on a quadratic; None if unknown.

        The sharpness is that after division by the `preconditioner`. Source: Cohen et al., 2021, and 2022 for rules
        that divide; it is where the update's matrix has the eigenvalue −1.
        """
        return None

    @abstractmethod
    def init(self, point: Array) -> Any:
        """Return the state before the first update: zeros."""

    @abstractmethod
    def step(self, point: Array, gradient: Array, state: Any, learning_rate: Any) -> tuple[Array, Any]:
        """Make one update at the given rate: return the new point, (2, ...) -> (2, ...), and the new state."""

    def preconditioner(self, state: Any) -> Any:
        """What an update divides each coordinate by, (2, ...), by the state after it; 1 where it is by nothing."""
        return 1.0

    def on(self, surface: LossSurface) -> Step:
        """Return the step for a run on a surface; only a `Baseline` asks the surface for more than the gradient."""
        return self.step

    def work(self, states: Any, updates: int) -> Array:
        """Return what a run of T updates has asked for after each of them, (T+1,), in gradients: one an update.

        `states` are the stacked states of the run.
        """
        return np.arange(updates + 1.0)

    def intermediates(self, state: Any) -> Mapping[str, Array]:
        """Compute the quantities between state and step, such as m̂, from the state after an update, by LaTeX symbol.

        The state may be that of one update, or the stacked states of a whole run.
        """
        return {}
