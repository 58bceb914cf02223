"""Streamlit entry: the table of pages, nothing else."""
