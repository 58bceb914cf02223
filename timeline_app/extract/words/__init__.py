"""What a language knows, and a text cut into units, words and parsed sentences."""
