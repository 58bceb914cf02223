"""One file a page: read the state, call tested functions, hand the results to parts."""
