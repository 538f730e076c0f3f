"""Heavy ball in plain NumPy."""


def heavy_ball(w, g, t, rate, v, s, beta1):
    v = beta1 * v - rate * g
    return w + v, v, s
