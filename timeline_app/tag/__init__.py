"""Time expressions of a text: found by the rules of its language, dated by what the text and its publication date say.

`languages/xx/tag.toml` holds every word; how to write one is told in README.md beside this file.
"""

from timeline_app.tag.tagger import tag

__all__ = ["tag"]
