"""The pages and their controls: beside app.py the only place that imports streamlit."""
