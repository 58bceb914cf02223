"""Bytes or a link in, an `Article` out. Knows no events."""
