"""The work of asking for losses and derivatives, in gradients.

A gradient takes a pass forward through the model and one back, which takes about twice as long; a Hessian takes as many
gradients as there are weights, two here.
"""

VALUE, HESSIAN = 1.0 / 3.0, 2.0
