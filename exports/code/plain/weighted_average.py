"""The exponentially weighted average in plain NumPy."""

import numpy as np


def weighted_average(values, beta, bias_correction=False):
    averages, average = [], 0.0
    for t, value in enumerate(values, start=1):
        average = beta * average + (1.0 - beta) * value
        averages.append(average / (1.0 - beta**t) if bias_correction else average)
    return np.array(averages)
