"""Scripts that run the race again: with this project, or with NumPy alone."""
