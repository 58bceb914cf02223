"""Work side by side: the order is kept, few things wait, and one that ends its process costs no other its result."""

import os
from collections.abc import Iterator

import pytest

from timeline_app.jobs import Lost, in_order


def squared(number: int) -> int:
    return number * number


def deadly(number: int) -> int:
    if number == 5:
        os._exit(3)
    return number


def process(_: int) -> int:
    return os.getpid()


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_things(jobs: int) -> None:
    assert list(in_order(squared, range(20), jobs=jobs)) == [(n, n * n) for n in range(20)]


def test_with_one_job_nothing_leaves_the_process() -> None:
    assert dict(in_order(process, [1], jobs=1)) == {1: os.getpid()}
    assert os.getpid() not in dict(in_order(process, [1, 2], jobs=2)).values()


@pytest.mark.parametrize("jobs", [1, 2])
def test_things_are_taken_as_results_are(jobs: int) -> None:
    taken = []

    def things() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = in_order(squared, things(), jobs=jobs)
    assert next(results) == (0, 0)
    assert len(taken) <= 10
    results.close()  # type: ignore[attr-defined]


def test_a_thing_that_ends_its_process_is_lost_alone() -> None:
    found = dict(in_order(deadly, range(12), jobs=2))
    assert found == {n: Lost() if n == 5 else n for n in range(12)}
