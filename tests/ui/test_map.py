"""What a click on the map asks for."""

import pytest

from timeline_app.query import Filter
from timeline_app.ui.parts.map import within_place


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("country:NO", "kind=coup;country=NO"),
        ("place:Ford: the upper", "kind=coup;q=Ford: the upper"),
        ("place:", "kind=coup"),
        ("something else", "kind=coup"),
    ],
)
def test_a_click_narrows_to_the_place(mark: str, words: str) -> None:
    assert within_place(Filter(kinds=("coup",)), mark) == Filter.parse(words)
