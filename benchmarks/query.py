"""How long a filter and the counts beside its choices take, beside the same written with pandas in the same run.

python benchmarks/query.py [--events 100000]
"""

import argparse
import random
import time
from collections.abc import Callable
from datetime import date, timedelta

import pandas as pd

from timeline_app.dates import FuzzyDate
from timeline_app.model import Event, Kind, Source
from timeline_app.query import Filter, facets, select
from timeline_app.query.index import index
from timeline_app.query.select import masks

WORDS = ("actor=Group 7", "country=C3", "country=C3;kind=attack;from=2020;to=2022", "q=event 123")
LISTS = {"actor": "actors", "country": "countries", "kind": "kind", "status": "status", "source": "outlets"}


def made_up(count: int) -> tuple[Event, ...]:
    """Events without any meaning: two actors of 200, a country of 10, a kind, a source of 4, a day in fifteen years."""
    pick = random.Random(1)
    actors, countries = [f"Group {n}" for n in range(200)], [f"C{n}" for n in range(10)]
    return tuple(
        Event(
            id=str(n),
            date=FuzzyDate.on(date(2012, 1, 1) + timedelta(days=pick.randrange(5400))),
            label=f"Event {n} in the region",
            summary="A sentence of some length that tells what happened there and to whom.",
            kind=pick.choice(list(Kind)),
            actors=tuple(pick.sample(actors, 2)),
            countries=(pick.choice(countries),),
            sources=(Source(outlet=pick.choice(("One", "Two", "Three", "Four"))),),
        )
        for n in range(count)
    )


def frame(events: tuple[Event, ...]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "actors": [list(event.actors) for event in events],
            "countries": [list(event.countries) for event in events],
            "kind": [event.kind.value for event in events],
            "status": [event.status.value for event in events],
            "outlets": [[source.outlet for source in event.sources] for event in events],
            "first": pd.to_datetime([event.date.earliest for event in events]),
            "last": pd.to_datetime([event.date.latest for event in events]),
            "text": [f"{event.label} {event.summary} {' '.join(event.actors)}".casefold() for event in events],
        }
    )


def with_pandas(table: pd.DataFrame, wanted: Filter) -> int:
    """Selection and counts as they would be written in an afternoon."""
    masks: dict[str, pd.Series] = {}
    for name, column in LISTS.items():
        if values := set(wanted.values(name)):
            many = isinstance(table[column].iat[0], list)
            masks[name] = table[column].map(
                values.__contains__ if not many else lambda has, v=values: bool(v & set(has))
            )
    if wanted.start:
        masks["start"] = table["last"] >= pd.Timestamp(wanted.start)
    if wanted.end:
        masks["end"] = table["first"] <= pd.Timestamp(wanted.end)
    for word in wanted.text.casefold().split():
        masks[f"q{word}"] = table["text"].str.contains(word, regex=False)
    everything = pd.Series(True, index=table.index)
    for name, column in LISTS.items():
        others = everything.copy()
        for other, mask in masks.items():
            if other != name:
                others &= mask
        table.loc[others, column].explode().value_counts()
    for mask in masks.values():
        everything &= mask
    return int(everything.sum())


def timed(work: Callable[[], object], *, times: int = 5) -> float:
    """Milliseconds of the best of several runs."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best * 1000


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--events", type=int, default=100_000)
    events = made_up(arguments.parse_args().events)
    print(f"{len(events):,} events")
    print(f"index, once: {timed(lambda: index(list(events)), times=1):,.0f} ms")
    print(f"texts, once, when somebody first searches: {timed(lambda: index(events).texts, times=1):,.0f} ms")
    table = frame(events)
    print(f"{'filter':42} {'events':>8} {'ours':>9} {'pandas':>9} {'ratio':>6}")
    for words in WORDS:
        wanted = Filter.parse(words)
        found, same = len(select(events, wanted)), with_pandas(table, wanted)
        assert found == same, (words, found, same)
        ours = timed(lambda: (masks.cache_clear(), select(events, wanted), facets(events, wanted)))  # noqa: B023 - at once
        peer = timed(lambda: with_pandas(table, wanted), times=2)  # noqa: B023
        print(f"{words:42} {found:8,} {ours:6.1f} ms {peer:6.0f} ms {peer / ours:5.0f}x")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
