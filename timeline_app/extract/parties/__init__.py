"""Who takes part in an event, and which countries it is about."""
