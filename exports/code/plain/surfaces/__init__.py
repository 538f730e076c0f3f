"""Surfaces in plain NumPy: `loss` and `gradient`, with the operations in the same order as in the surface itself.

The fields of a surface are constants at the top of its module, which a script sets to its own values.
"""
