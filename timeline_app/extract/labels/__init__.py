"""The line of an event, as a briefer would write it."""
