"""Plain NumPy programs: the pieces from which a script for students is put together.

Each piece is a module of its own that imports nothing but NumPy and math. A script contains the text below its imports.
"""
