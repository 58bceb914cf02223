"""Command line: parse, call pipeline or store, print."""
