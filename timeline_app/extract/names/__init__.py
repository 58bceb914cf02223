"""Who and where a text names."""
