"""The routes of the server beside those of Streamlit."""
