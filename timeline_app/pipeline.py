"""The order of the stages, on one page; the only module that knows it."""
