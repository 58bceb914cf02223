"""Events and layouts out, in every format; one table of them."""
