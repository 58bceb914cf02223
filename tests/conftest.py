"""What all tests share: properties are tried on the same examples everywhere, and there is one browser."""

from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from tests.chromium import started

settings.register_profile("everywhere", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("everywhere")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    try:
        with started() as browser:
            yield browser
    except LookupError as none:
        pytest.skip(str(none))
