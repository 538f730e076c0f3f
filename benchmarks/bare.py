"""The floor for one path: each rule as a bare loop that records nothing, on a function or on mini-batches."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Gradient = Callable[[Array], Array]


def rosenbrock(w: Array) -> Array:
    x, y = w
    a = 1.0 - x
    b = y - x * x
    return np.array((-2.0 * a - 400.0 * x * b, 200.0 * b))


def sgd(w: Array, steps: int, rate: float, gradient: Gradient = rosenbrock) -> Array:
    for _ in range(steps):
        w = w - rate * gradient(w)
    return w


def momentum(w: Array, steps: int, rate: float, gradient: Gradient = rosenbrock, beta1: float = 0.9) -> Array:
    v = np.zeros(2)
    for _ in range(steps):
        v = beta1 * v + (1.0 - beta1) * gradient(w)
        w = w - rate * v
    return w


def heavy_ball(w: Array, steps: int, rate: float, gradient: Gradient = rosenbrock, beta1: float = 0.9) -> Array:
    v = np.zeros(2)
    for _ in range(steps):
        v = beta1 * v - rate * gradient(w)
        w = w + v
    return w


def nesterov(w: Array, steps: int, rate: float, gradient: Gradient = rosenbrock, beta1: float = 0.9) -> Array:
    b = np.zeros(2)
    for _ in range(steps):
        g = gradient(w)
        b = beta1 * b + g
        w = w - rate * (g + beta1 * b)
    return w


def adagrad(w: Array, steps: int, rate: float, gradient: Gradient = rosenbrock, epsilon: float = 1e-10) -> Array:
    s = np.zeros(2)
    for _ in range(steps):
        g = gradient(w)
        s = s + g * g
        w = w - rate * g / (np.sqrt(s) + epsilon)
    return w


def rmsprop(
    w: Array, steps: int, rate: float, gradient: Gradient = rosenbrock, beta2: float = 0.99, epsilon: float = 1e-8
) -> Array:
    s = np.zeros(2)
    for _ in range(steps):
        g = gradient(w)
        s = beta2 * s + (1.0 - beta2) * (g * g)
        w = w - rate * g / (np.sqrt(s) + epsilon)
    return w


def adam(
    w: Array,
    steps: int,
    rate: float,
    gradient: Gradient = rosenbrock,
    beta1: float = 0.9,
    beta2: float = 0.999,
    epsilon: float = 1e-8,
) -> Array:
    m, s = np.zeros(2), np.zeros(2)
    for t in range(1, steps + 1):
        g = gradient(w)
        m = beta1 * m + (1.0 - beta1) * g
        s = beta2 * s + (1.0 - beta2) * (g * g)
        w = w - rate * (m / (1.0 - beta1**t)) / (np.sqrt(s / (1.0 - beta2**t)) + epsilon)
    return w


def adadelta(
    w: Array, steps: int, rate: float, gradient: Gradient = rosenbrock, beta2: float = 0.9, epsilon: float = 1e-6
) -> Array:
    s, d = np.zeros(2), np.zeros(2)
    for _ in range(steps):
        g = gradient(w)
        s = beta2 * s + (1.0 - beta2) * (g * g)
        delta = g * np.sqrt(d + epsilon) / np.sqrt(s + epsilon)
        d = beta2 * d + (1.0 - beta2) * (delta * delta)
        w = w - rate * delta
    return w


def adam_l2(
    w: Array,
    steps: int,
    rate: float,
    gradient: Gradient = rosenbrock,
    beta1: float = 0.9,
    beta2: float = 0.999,
    epsilon: float = 1e-8,
    weight_decay: float = 0.01,
) -> Array:
    m, s = np.zeros(2), np.zeros(2)
    for t in range(1, steps + 1):
        g = gradient(w) + weight_decay * w
        m = beta1 * m + (1.0 - beta1) * g
        s = beta2 * s + (1.0 - beta2) * (g * g)
        w = w - rate * (m / (1.0 - beta1**t)) / (np.sqrt(s / (1.0 - beta2**t)) + epsilon)
    return w


def adamw(
    w: Array,
    steps: int,
    rate: float,
    gradient: Gradient = rosenbrock,
    beta1: float = 0.9,
    beta2: float = 0.999,
    epsilon: float = 1e-8,
    weight_decay: float = 0.01,
) -> Array:
    m, s = np.zeros(2), np.zeros(2)
    for t in range(1, steps + 1):
        g = gradient(w)
        m = beta1 * m + (1.0 - beta1) * g
        s = beta2 * s + (1.0 - beta2) * (g * g)
        w = (1.0 - rate * weight_decay) * w
        w = w - rate * (m / (1.0 - beta1**t)) / (np.sqrt(s / (1.0 - beta2**t)) + epsilon)
    return w


def nadam(
    w: Array,
    steps: int,
    rate: float,
    gradient: Gradient = rosenbrock,
    beta1: float = 0.9,
    beta2: float = 0.999,
    epsilon: float = 1e-8,
    momentum_decay: float = 0.004,
) -> Array:
    m, s, c = np.zeros(2), np.zeros(2), 0.0
    for t in range(1, steps + 1):
        g = gradient(w)
        mu = beta1 * (1.0 - 0.5 * 0.96 ** (momentum_decay * t))
        following = beta1 * (1.0 - 0.5 * 0.96 ** (momentum_decay * (t + 1)))
        c = 1.0 - (1.0 - c) * mu
        m = beta1 * m + (1.0 - beta1) * g
        s = beta2 * s + (1.0 - beta2) * (g * g)
        ahead = following * (m / (1.0 - (1.0 - c) * following)) + (1.0 - mu) * g / c
        w = w - rate * ahead / (np.sqrt(s / (1.0 - beta2**t)) + epsilon)
    return w


def adamax(
    w: Array,
    steps: int,
    rate: float,
    gradient: Gradient = rosenbrock,
    beta1: float = 0.9,
    beta2: float = 0.999,
    epsilon: float = 1e-8,
) -> Array:
    m, u = np.zeros(2), np.zeros(2)
    for t in range(1, steps + 1):
        g = gradient(w)
        m = beta1 * m + (1.0 - beta1) * g
        u = np.maximum(beta2 * u, np.abs(g) + epsilon)
        w = w - rate * (m / (1.0 - beta1**t)) / u
    return w


def lion(
    w: Array, steps: int, rate: float, gradient: Gradient = rosenbrock, beta1: float = 0.9, beta2: float = 0.99
) -> Array:
    m = np.zeros(2)
    for _ in range(steps):
        g = gradient(w)
        w = w - rate * np.sign(beta1 * m + (1.0 - beta1) * g)
        m = beta2 * m + (1.0 - beta2) * g
    return w


LOOPS: Mapping[str, Callable[..., Array]] = {
    "sgd": sgd,
    "momentum": momentum,
    "heavy-ball": heavy_ball,
    "nesterov": nesterov,
    "adagrad": adagrad,
    "rmsprop": rmsprop,
    "adadelta": adadelta,
    "adam": adam,
    "adam-l2": adam_l2,
    "adamw": adamw,
    "nadam": nadam,
    "adamax": adamax,
    "lion": lion,
}


def mini_batches(features: Array, targets: Array, size: int, seed: int) -> Gradient:
    """The gradient of a line's squared error over the next batch, every epoch in an order of its own."""
    random, count = np.random.default_rng(seed), targets.size
    order, begin = random.permutation(count), 0

    def gradient(w: Array) -> Array:
        nonlocal order, begin
        if begin >= count:
            order, begin = random.permutation(count), 0
        batch = order[begin : begin + size]
        begin += size
        x = features[batch]
        r = 2.0 * (w[0] * x + w[1] - targets[batch])
        return np.array(((r * x).mean(), r.mean()))

    return gradient
