"""Update rules in plain NumPy, a function each, with the operations in the same order as in the rule itself.

`w` is the point, `g` the gradient, `t` the number of the update and `rate` its learning rate. The two arrays after them
are the state, zero at first; a function returns the new point and the new state.
"""
