"""Each surface in plain NumPy, in the same order of operations as the surface itself, so that the bits agree.

`{name}` stands for the value of a field. A surface that is not here can be taken away as project code only.
"""

from collections.abc import Mapping

PLAIN_SURFACES: Mapping[str, str] = {
    "bowl": """\
c, s, kappa = cos(radians({rotation})), sin(radians({rotation})), {condition}

def loss(w):
    x, y = w
    u, v = c * x + s * y, c * y - s * x
    return 0.5 * (u * u + kappa * (v * v))

def gradient(w):
    x, y = w
    u, kv = c * x + s * y, kappa * (c * y - s * x)
    return np.array((c * u - s * kv, s * u + c * kv))
""",
    "saddle": """\
def loss(w):
    x, y = w
    return x * x - y * y

def gradient(w):
    x, y = w
    return np.array((2.0 * x, -2.0 * y))
""",
    "himmelblau": """\
def loss(w):
    x, y = w
    return (x * x + y - 11.0) * (x * x + y - 11.0) + (x + y * y - 7.0) * (x + y * y - 7.0)

def gradient(w):
    a_b = w * w + w[::-1] - (11.0, 7.0)  # a = x² + y − 11 and b = y² + x − 7
    return 4.0 * w * a_b + 2.0 * a_b[::-1]
""",
    "rastrigin": """\
def loss(w):
    x, y = w
    return 20.0 + x * x + y * y - 10.0 * np.cos(2.0 * pi * x) - 10.0 * np.cos(2.0 * pi * y)

def gradient(w):
    x, y = w
    return np.array((2.0 * x + 20.0 * pi * np.sin(2.0 * pi * x), 2.0 * y + 20.0 * pi * np.sin(2.0 * pi * y)))
""",
    "rosenbrock": """\
def loss(w):
    x, y = w
    a, b = 1.0 - x, y - x * x
    return a * a + 100.0 * b * b

def gradient(w):
    x, y = w
    a, b = 1.0 - x, y - x * x
    return np.array((-2.0 * a - 400.0 * x * b, 200.0 * b))
""",
    "beale": """\
def residuals(x, y):
    return 1.5 - x + x * y, 2.25 - x + x * y * y, 2.625 - x + x * y * y * y

def loss(w):
    a, b, c = residuals(*w)
    return a * a + b * b + c * c

def gradient(w):
    x, y = w
    a, b, c = residuals(x, y)
    dx = 2.0 * (a * (y - 1.0) + b * (y * y - 1.0) + c * (y * y * y - 1.0))
    dy = 2.0 * x * (a + 2.0 * y * b + 3.0 * (y * y) * c)
    return np.array((dx, dy))
""",
    "six-hump-camel": """\
def loss(w):
    x, y = w
    x2, y2 = x * x, y * y
    return (4.0 - 2.1 * x2 + x2 * x2 / 3.0) * x2 + x * y + (4.0 * y2 - 4.0) * y2

def gradient(w):
    x, y = w
    x2, y2 = x * x, y * y
    return np.array(((8.0 - 8.4 * x2 + 2.0 * x2 * x2) * x + y, x + (16.0 * y2 - 8.0) * y))
""",
    "plateau": """\
def wells(x, y):
    deep = np.exp(-0.5 * (x * x + y * y))
    u, v = x - 4.0, y - 2.0
    return u, v, deep, 0.5 * np.exp(-0.5 * (u * u + v * v))

def loss(w):
    u, v, deep, shallow = wells(*w)
    return 1.0 - deep - shallow

def gradient(w):
    x, y = w
    u, v, deep, shallow = wells(x, y)
    return np.array((x * deep + u * shallow, y * deep + v * shallow))
""",
}
