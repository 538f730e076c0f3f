"""Learning-rate schedules in plain NumPy: the rates of all updates `t` = 1.0, 2.0, … from `initial`."""
