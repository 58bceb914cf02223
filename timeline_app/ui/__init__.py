"""The Streamlit pages; the only folder that imports streamlit."""
