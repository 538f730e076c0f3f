"""The floor for the page: an app with only a slider and a number."""

import streamlit as st

value = st.slider("Floor", 0, 1000, 500)
st.markdown(f"number {value}")
