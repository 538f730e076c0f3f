"""The hyper-parameters that several rules share, each declared once; only the default differs from rule to rule."""

from typing import Any

from parameters import number


def learning_rate(default: float) -> Any:
    """α, the factor between the gradient (or what a rule makes of it) and the step."""
    return number(
        default,
        1e-8,
        1000.0,
        label="Learning rate",
        help="The size of the steps. Too small: slow. Too large: the path zigzags, then diverges.",
        symbol=r"\alpha",
        plain_symbol="α",
        link="lr",
        scale="log",
        slider=(1e-5, 10.0),
    )


def beta1(default: float) -> Any:
    """β₁, how much of the old velocity, or of the old average of gradients, is kept at each update."""
    return number(
        default,
        0.0,
        0.9999,
        label="Momentum",
        help="How much of the past direction is kept: 0 none, 0.9 averages about the last 10 gradients.",
        symbol=r"\beta_1",
        plain_symbol="β₁",
        scale="complement",
        slider=(0.0, 0.999),
    )


def beta2(default: float) -> Any:
    """β₂, how much of the old average of squared gradients is kept at each update."""
    return number(
        default,
        0.0,
        0.99999,
        label="Memory of squares",
        help="How long the size of past gradients is remembered: 0.99 for about 100 steps, 0.999 for about 1000.",
        symbol=r"\beta_2",
        plain_symbol="β₂",
        scale="complement",
        slider=(0.0, 0.9999),
    )


def epsilon(default: float) -> Any:
    """ε, which keeps the division finite; added to the root, not under it."""
    return number(
        default,
        1e-30,
        1000.0,
        label="Stabiliser",
        help="Keeps the division by √s finite. Large values turn the rule back into plain (or momentum) descent.",
        symbol=r"\epsilon",
        plain_symbol="ε",
        link="eps",
        scale="log",
        slider=(1e-12, 1.0),
    )
