"""Hyper-parameters shared by several rules, each declared once; only the default differs from rule to rule."""

from typing import Any

from parameters import number


def learning_rate(default: float) -> Any:
    """Declare α, the factor between the gradient (or the direction computed from it) and the step."""
    return _alpha(default, "Learning rate", "Scales every step. Too small is slow; too large zigzags, then diverges.")


def first_step(effect: str) -> Any:
    """Declare α of a method that finds its own steps, and no schedule reaches: `effect` says what has that length."""
    return _alpha(1.0, "First step", effect)


def _alpha(default: float, label: str, effect: str) -> Any:
    return number(
        default,
        1e-8,
        1000.0,
        label=label,
        help=effect,
        symbol=r"\alpha",
        plain_symbol="α",
        link="lr",
        scale="log",
        slider=(1e-5, 10.0),
    )


def beta1(default: float) -> Any:
    """Declare β₁, the share of the old velocity, or of the old average of gradients, kept at each update."""
    return number(
        default,
        0.0,
        0.9999,
        label="Momentum",
        help="How much of the past direction is kept: 0 keeps nothing, 0.9 averages about the last 10 gradients.",
        symbol=r"\beta_1",
        plain_symbol="β₁",
        scale="complement",
        slider=(0.0, 0.999),
    )


def beta2(default: float) -> Any:
    """Declare β₂, the share of the old average of squared gradients kept at each update."""
    return number(
        default,
        0.0,
        0.99999,
        label="Squared-gradient decay",
        help="How long the average of squared gradients remembers: about 100 steps with 0.99, about 1000 with 0.999.",
        symbol=r"\beta_2",
        plain_symbol="β₂",
        scale="complement",
        slider=(0.0, 0.9999),
    )


NEXT_TO_THE_ROOT = "Keeps the division by √s finite. Large values turn the optimizer back into SGD or momentum."


def epsilon(default: float, effect: str = NEXT_TO_THE_ROOT) -> Any:
    """Declare ε, which keeps the division finite; `effect` says how, where it is not added to the root."""
    return number(
        default,
        1e-30,
        1000.0,
        label="Stability constant",
        help=effect,
        symbol=r"\epsilon",
        plain_symbol="ε",
        link="eps",
        scale="log",
        slider=(1e-12, 1.0),
    )


def weight_decay(default: float) -> Any:
    """Declare λ, the pull of the weights towards zero: the gradient of ½ λ ‖w‖² is λ w."""
    return number(
        default,
        0.0,
        10.0,
        label="Weight decay",
        help="Pulls the weights towards zero, in proportion to their size. At 0 the optimizer is Adam.",
        symbol=r"\lambda",
        plain_symbol="λ",
        link="wd",
        slider=(0.0, 1.0),
    )
