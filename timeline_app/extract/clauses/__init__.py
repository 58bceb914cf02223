"""The clause that a date belongs to, and whether it tells an event."""
