"""Losses of seeded data sets: a weight space whose every point is a model of the same examples."""
