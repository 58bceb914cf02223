"""A language's rules, compiled, and what they find in a text."""
