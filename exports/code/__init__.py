"""Code that runs the race again: with this project, or with NumPy alone."""
