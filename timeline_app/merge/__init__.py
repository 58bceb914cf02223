"""Tellings in, events out: the same event told in several reports is one, with every telling kept beside it."""

from timeline_app.merge.merging import merge

__all__ = ["merge"]
