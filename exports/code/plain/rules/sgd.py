"""SGD in plain NumPy."""


def sgd(w, g, t, rate, v, s):
    return w - rate * g, v, s
