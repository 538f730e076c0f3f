"""Each update rule in plain NumPy: what it does with w, the gradient g, the update's number t and its rate.

`v` and `s` are its memory, both zero at first; a rule returns the new w and the new memory. The order of operations is
that of the rule itself, so that the bits agree. A rule that is not here can be taken away as project code only.
"""

from collections.abc import Mapping

PLAIN_RULES: Mapping[str, str] = {
    "sgd": """\
def sgd(w, g, t, rate, v, s):
    return w - rate * g, v, s
""",
    "momentum": """\
def momentum(w, g, t, rate, v, s, beta1):
    v = beta1 * v + (1.0 - beta1) * g
    return w - rate * v, v, s
""",
    "heavy-ball": """\
def heavy_ball(w, g, t, rate, v, s, beta1):
    v = beta1 * v - rate * g
    return w + v, v, s
""",
    "nesterov": """\
def nesterov(w, g, t, rate, v, s, beta1):
    v = beta1 * v + g
    return w - rate * (g + beta1 * v), v, s
""",
    "adagrad": """\
def adagrad(w, g, t, rate, v, s, epsilon):
    s = s + g * g
    return w - rate * g / (np.sqrt(s) + epsilon), v, s
""",
    "rmsprop": """\
def rmsprop(w, g, t, rate, v, s, beta2, epsilon):
    s = beta2 * s + (1.0 - beta2) * (g * g)
    return w - rate * g / (np.sqrt(s) + epsilon), v, s
""",
    "adam": """\
def adam(w, g, t, rate, m, s, beta1, beta2, epsilon, bias_correction):
    m = beta1 * m + (1.0 - beta1) * g
    s = beta2 * s + (1.0 - beta2) * (g * g)
    m_hat = m / (1.0 - beta1**t) if bias_correction else m
    s_hat = s / (1.0 - beta2**t) if bias_correction else s
    return w - rate * m_hat / (np.sqrt(s_hat) + epsilon), m, s
""",
    "adam-stuck-t": """\
def adam_stuck_t(w, g, t, rate, m, s, beta1, beta2, epsilon):
    t = 1  # the mistake
    m = beta1 * m + (1.0 - beta1) * g
    s = beta2 * s + (1.0 - beta2) * (g * g)
    return w - rate * (m / (1.0 - beta1**t)) / (np.sqrt(s / (1.0 - beta2**t)) + epsilon), m, s
""",
}
