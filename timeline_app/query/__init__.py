"""Which events are asked for, and what could be asked next."""
