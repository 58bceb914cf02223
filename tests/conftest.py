"""Settings for all tests: properties are tried on the same examples everywhere, and no example has to be fast."""

from hypothesis import settings

settings.register_profile("everywhere", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("everywhere")
