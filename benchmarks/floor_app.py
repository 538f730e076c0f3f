"""The floor of the page's measurements: a slider and a number, and nothing else."""

import streamlit as st

value = st.slider("Floor", 0, 1000, 500)
st.markdown(f"number {value}")
