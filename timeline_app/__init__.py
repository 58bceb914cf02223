"""Dated events from news reports, on an interactive timeline."""
