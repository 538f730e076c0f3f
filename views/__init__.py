"""The pages and their controls: the only package that imports streamlit."""
