"""One function called on many things in several processes: results in the order of the things, memory bounded.

Processes are begun afresh, so that each loads what it needs once, on every system alike. A thing whose work ends its
process (no memory left, a crash in a library) is told as `Lost`; those that were under way beside it are done again.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TypeVar

_AHEAD = 4
"""Things handed to each process before their turn; more would only fill the memory."""

Thing = TypeVar("Thing")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Lost:
    """Stands for the result of a thing whose work ended its process."""


def in_order(
    work: Callable[[Thing], Result], things: Iterable[Thing], *, jobs: int
) -> Iterator[tuple[Thing, Result | Lost]]:
    """Each thing with what `work` returns for it, as they come. With one job nothing leaves this process.

    `work`, things and results must be such as can be pickled. What `work` raises ends the iteration.
    """
    if jobs == 1:
        yield from ((thing, work(thing)) for thing in things)
        return
    under_way: deque[tuple[Thing, Future[Result]]] = deque()

    def first() -> tuple[Thing, Result | Lost]:
        thing, future = under_way.popleft()
        try:
            return thing, future.result()
        except BrokenProcessPool:  # alone in a process of its own it shows whether the fault is its
            return thing, _alone(work, thing)

    pool = _pool(jobs)
    try:
        for thing in things:
            try:
                future = pool.submit(work, thing)
            except BrokenProcessPool:
                pool.shutdown()
                pool = _pool(jobs)
                future = pool.submit(work, thing)
            under_way.append((thing, future))
            if len(under_way) >= _AHEAD * jobs:
                yield first()
        while under_way:
            yield first()
    finally:
        pool.shutdown(cancel_futures=True)


def _alone(work: Callable[[Thing], Result], thing: Thing) -> Result | Lost:
    with _pool(1) as pool:
        try:
            return pool.submit(work, thing).result()
        except BrokenProcessPool:
            return Lost()


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
