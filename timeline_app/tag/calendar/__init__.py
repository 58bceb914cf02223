"""Units of the calendar, and what an expression means on it before the text around it is known."""
