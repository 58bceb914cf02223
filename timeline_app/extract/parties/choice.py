"""Who among the candidates has a part in an event: the sum of what their marks weigh.

The weights are those of a logistic regression on annotated reports (`benchmarks/fit_parties.py` fits them and writes
`weights.tsv`). A mark weighs by itself, and something more or less for the kind of candidate and the kind of event.
"""

import math
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from timeline_app.extract.parties.candidates import STATE, Candidate, Evidence
from timeline_app.model import Kind

FILE = "weights.tsv"


def parties_of(evidence: Evidence, kind: Kind) -> list[Candidate]:
    """The candidates that have a part, those whom the event names first, then the others by their weight."""
    weighed = [(probability("actors", it.marks, it.form, kind), it) for it in evidence.candidates.values()]
    chosen = [(p, it) for p, it in weighed if p > threshold("actors")]
    chosen.sort(key=lambda pair: (not pair[1].inside, min(pair[1].indexes, default=0) if pair[1].inside else -pair[0]))
    return [it for _, it in chosen]


def countries_of(evidence: Evidence, kind: Kind, chosen: Iterable[Candidate]) -> list[str]:
    """The countries (ISO 3166-1 alpha-2) that the event is about, the likeliest first."""
    weighed = [
        (probability("countries", marks, "country", kind), c) for c, marks in country_marks(evidence, chosen).items()
    ]
    return [c for p, c in sorted(weighed, key=lambda pair: (-pair[0], pair[1])) if p > threshold("countries")]


def country_marks(evidence: Evidence, chosen: Iterable[Candidate]) -> dict[str, set[str]]:
    """What speaks for each country, now that the parties are known."""
    marks = {country: set(why) for country, why in evidence.countries.items()}
    parties = [it for it in chosen if it.actor]
    for it in parties:
        assert it.actor
        for country in it.actor.countries:
            if it.kind == STATE:
                marks.setdefault(country, set()).add("its state is a party")
            elif len(it.actor.countries) > 1:
                acts = bool(it.marks & {"subject", "agent"})
                marks.setdefault(country, set()).add(f"member of a {it.kind} that {'acts' if acts else 'has a part'}")
    states = sum(it.kind == STATE for it in parties)
    for country, why in marks.items():
        if "its state is a party" not in why:
            why.add(("no state is a party", "another state is a party", "other states are parties")[min(states, 2)])
        if country == evidence.here:
            why.add("where it seems to happen")
    return marks


def strongest(it: Candidate, kind: Kind) -> str:
    """The mark that spoke most for a candidate."""
    return max(sorted(it.marks), key=_weighing("actors", it.form, kind).__getitem__, default="")


def probability(section: str, marks: Iterable[str], form: str, kind: Kind) -> float:
    """How likely a candidate with these marks has a part in an event of this kind, from 0 to 1."""
    weighing = _weighing(section, form, kind)
    # Marks come from sets: an exact sum is the same in whatever order they come.
    total = math.fsum(map(weighing.__getitem__, with_common(marks, form)))
    return 1 / (1 + math.exp(-total))


def with_common(marks: Iterable[str], form: str) -> list[str]:
    """The marks and those that every candidate has: that it is one, and which."""
    return [*marks, "any", f"any {form}"]


def keys(mark: str, form: str, kind: Kind) -> tuple[str, str, str]:
    """The weights that a mark calls on: its own, with the kind of candidate, with the kind of event."""
    return mark, f"{mark}\t{form}", f"{mark}\t{kind.value}"


def threshold(section: str) -> float:
    """The probability above which a candidate is a party, or a country one of the event's."""
    return _weights()[section]["threshold"][""]


class _Weighing(dict[str, float]):
    """What marks weigh for one kind of candidate and of event: each alone, and along with either; 0 where unknown."""

    def __init__(self, section: str, form: str, kind: Kind) -> None:
        self._along = _weights()[section], ("", form, kind.value)

    def __missing__(self, mark: str) -> float:
        weights, along = self._along
        self[mark] = weight = sum(weights.get(mark, {}).get(one, 0.0) for one in along)
        return weight


_weighing = cache(_Weighing)


@cache
def _weights() -> dict[str, dict[str, dict[str, float]]]:
    """For each section and mark its weight alone (under "") and along with a kind; and the "threshold"."""
    read: dict[str, dict[str, dict[str, float]]] = {}
    for line in files("timeline_app.extract.parties").joinpath(FILE).read_text("utf-8").splitlines():
        section, mark, along, weight = line.split("\t")
        read.setdefault(section, {}).setdefault(mark, {})[along] = float(weight)
    return read
