"""Things with a left and a right end, put into as few rows as they need so that none covers another."""

from bisect import bisect_left
from collections.abc import Sequence


class Rows:
    """Rows of disjoint stretches. First come, highest row: give what matters most first."""

    def __init__(self) -> None:
        self._starts: list[list[float]] = []
        self._ends: list[list[float]] = []

    def __len__(self) -> int:
        return len(self._starts)

    def put(self, left: float, right: float) -> int:
        """The first row with room from `left` to `right`, which is taken from then on."""
        for row, (starts, ends) in enumerate(zip(self._starts, self._ends, strict=True)):
            at = bisect_left(starts, left)
            if (at == 0 or ends[at - 1] <= left) and (at == len(starts) or right <= starts[at]):
                starts.insert(at, left)
                ends.insert(at, right)
                return row
        self._starts.append([left])
        self._ends.append([right])
        return len(self._starts) - 1


def pack(stretches: Sequence[tuple[float, float]]) -> tuple[list[int], int]:
    """Row of each stretch in the order given, and the number of rows."""
    rows = Rows()
    return [rows.put(left, right) for left, right in stretches], len(rows)
