"""The floor for one path: each rule on Rosenbrock's function as a bare loop that records nothing."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def gradient(w: Array) -> Array:
    x, y = w
    a = 1.0 - x
    b = y - x * x
    return np.array((-2.0 * a - 400.0 * x * b, 200.0 * b))


def sgd(w: Array, steps: int, rate: float) -> Array:
    for _ in range(steps):
        w = w - rate * gradient(w)
    return w


def momentum(w: Array, steps: int, rate: float, beta1: float = 0.9) -> Array:
    v = np.zeros(2)
    for _ in range(steps):
        v = beta1 * v + (1.0 - beta1) * gradient(w)
        w = w - rate * v
    return w


def heavy_ball(w: Array, steps: int, rate: float, beta1: float = 0.9) -> Array:
    v = np.zeros(2)
    for _ in range(steps):
        v = beta1 * v - rate * gradient(w)
        w = w + v
    return w


def nesterov(w: Array, steps: int, rate: float, beta1: float = 0.9) -> Array:
    b = np.zeros(2)
    for _ in range(steps):
        g = gradient(w)
        b = beta1 * b + g
        w = w - rate * (g + beta1 * b)
    return w


def adagrad(w: Array, steps: int, rate: float, epsilon: float = 1e-10) -> Array:
    s = np.zeros(2)
    for _ in range(steps):
        g = gradient(w)
        s = s + g * g
        w = w - rate * g / (np.sqrt(s) + epsilon)
    return w


def rmsprop(w: Array, steps: int, rate: float, beta2: float = 0.99, epsilon: float = 1e-8) -> Array:
    s = np.zeros(2)
    for _ in range(steps):
        g = gradient(w)
        s = beta2 * s + (1.0 - beta2) * (g * g)
        w = w - rate * g / (np.sqrt(s) + epsilon)
    return w


def adam(w: Array, steps: int, rate: float, beta1: float = 0.9, beta2: float = 0.999, epsilon: float = 1e-8) -> Array:
    m, s = np.zeros(2), np.zeros(2)
    for t in range(1, steps + 1):
        g = gradient(w)
        m = beta1 * m + (1.0 - beta1) * g
        s = beta2 * s + (1.0 - beta2) * (g * g)
        w = w - rate * (m / (1.0 - beta1**t)) / (np.sqrt(s / (1.0 - beta2**t)) + epsilon)
    return w


LOOPS = {
    "sgd": sgd,
    "momentum": momentum,
    "heavy-ball": heavy_ball,
    "nesterov": nesterov,
    "adagrad": adagrad,
    "rmsprop": rmsprop,
    "adam": adam,
}
