"""A rule that goes on with other values in plain NumPy."""


def branched(rule, *parts):
    def step(w, g, t, rate, v, s):
        values = [values for begins, values in parts if t > begins][-1]
        return rule(w, g, t, rate, v, s, **values)

    return step
