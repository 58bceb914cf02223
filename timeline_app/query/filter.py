"""`Filter`: which events are meant, as a value, as words and as the parameters of a link.

    actor=JNIM,AQIM;country=ML;from=2021;to=2022-03          the words, on the command line and in a data package
    ?actor=JNIM&actor=AQIM&country=ML&from=2021&to=2022-03   the same in a link

Several values of one name widen the choice, further names narrow it. The names are an interface: links that people
have sent each other depend on them.
"""

import calendar
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any
from urllib.parse import quote, unquote

from timeline_app.dates import FuzzyDate, Precision
from timeline_app.errors import DateError, QueryError
from timeline_app.model import Kind, Status

LISTS: dict[str, tuple[str, type[StrEnum] | None]] = {
    "actor": ("actors", None),
    "country": ("countries", None),
    "kind": ("kinds", Kind),
    "status": ("statuses", Status),
    "precision": ("precisions", Precision),
    "source": ("sources", None),
}
"""Name of each choice -> field of `Filter`, and the values there are where they are fixed."""

ENDS = {"from": "start", "to": "end"}
NAMES = (*LISTS, *ENDS, "q", "several")
"""Every name that a filter or a link may use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which events are meant. The empty filter means all of them.

    An event passes a list when it has one of its values, `start` and `end` (days, both included) when some possible day
    of it lies between them, `text` when every word of it occurs, and `several_sources` when two outlets tell it.
    """

    actors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    precisions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    text: str = ""
    several_sources: bool = False

    @classmethod
    def parse(cls, words: str) -> "Filter":
        """Read `actor=JNIM,AQIM;from=2021`. `%2C` and `%3B` are a comma and a semicolon within a value.

        Raises `QueryError` at the first thing that cannot be understood.
        """
        parameters: dict[str, list[str]] = {}
        for part in filter(None, (part.strip() for part in words.split(";"))):
            name, equals, values = part.partition("=")
            if not equals:
                raise QueryError(f"{part!r} is no part of a filter: write it as name=value, such as actor=JNIM")
            parameters.setdefault(name.strip(), []).extend(unquote(value) for value in values.split(","))
        read, notes = cls.read(parameters)
        if notes:
            raise QueryError(notes[0])
        return read

    @classmethod
    def read(cls, parameters: Mapping[str, Sequence[str]]) -> tuple["Filter", list[str]]:
        """The filter that the parameters of a link mean, and a note on each that was left out and why. Never raises."""
        fields: dict[str, Any] = {}
        notes: list[str] = []
        for name, values in parameters.items():
            given = [value.strip() for value in values if value.strip()]
            if name not in NAMES:
                notes.append(f"there is no filter {name!r}: use {', '.join(NAMES)}")
            elif given:
                try:
                    fields |= _read_field(name, given)
                except QueryError as error:
                    notes.append(str(error))
        made = cls(**fields)
        if made.start and made.end and made.start > made.end:
            notes.append(f"the time range ends before it begins: turn from={_say(made.start)} and to= around")
            made = replace(made, start=None, end=None)
        return made, notes

    def parameters(self) -> dict[str, list[str]]:
        """The parameters of a link to it, in a fixed order; names that do not narrow anything are left out."""
        said = {name: list(self.values(name)) for name in LISTS}
        said["from"] = [_say(self.start)] if self.start else []
        said["to"] = [_say(self.end, last=True)] if self.end else []
        said["q"] = [self.text] if self.text else []
        said["several"] = ["yes"] if self.several_sources else []
        return {name: values for name, values in said.items() if values}

    def ends(self) -> tuple[str, str]:
        """First and last of the time range as EDTF, both as precise as the more precise one; empty: open.

        From 2021 to 15 March 2021 is from 1 January 2021 for a reader, whatever is the shortest link.
        """
        said = [part for name in ENDS for part in self.parameters().get(name, [])]
        size = max(map(len, said), default=0)
        start, end = (day.isoformat()[:size] if day else "" for day in (self.start, self.end))
        return start, end

    def __str__(self) -> str:
        """The words that `parse` reads back."""
        return ";".join(
            f"{name}={','.join(quote(value, safe=_PLAIN) for value in values)}"
            for name, values in self.parameters().items()
        )

    def __bool__(self) -> bool:
        """Whether it narrows anything."""
        return bool(self.parameters())

    def without(self, name: str, value: str | None = None) -> "Filter":
        """The filter with one value of a name taken away; without a value, all of the name."""
        if name in LISTS:
            return self.with_only(name, () if value is None else (v for v in self.values(name) if v != value))
        emptied: dict[str, Any] = {_SINGLE[name][0]: _SINGLE[name][1]}
        return replace(self, **emptied)

    def only(self, name: str) -> "Filter":
        """The filter with nothing but one of its names; the time range is one: "when"."""
        kept = ("from", "to") if name == "when" else (name,)
        return Filter.read({n: values for n, values in self.parameters().items() if n in kept})[0]

    def with_only(self, name: str, values: Iterable[str]) -> "Filter":
        """The filter with these values of one name of a list in place of those it had."""
        changed: dict[str, Any] = {LISTS[name][0]: tuple(dict.fromkeys(values))}
        return replace(self, **changed)

    def values(self, name: str) -> tuple[str, ...]:
        """What is chosen under one name of a list."""
        chosen: tuple[str, ...] = getattr(self, LISTS[name][0])
        return chosen


_SINGLE: dict[str, tuple[str, object]] = {
    "from": ("start", None),
    "to": ("end", None),
    "q": ("text", ""),
    "several": ("several_sources", False),
}
_PLAIN = " !\"#$&'()*+-./:<>?@[\\]^_`{|}~=" + "".join(chr(c) for c in range(0xA0, 0x250))
_YES = {"yes": True, "1": True, "true": True, "no": False, "0": False, "false": False}


def _read_field(name: str, values: list[str]) -> dict[str, object]:
    if name in LISTS:
        field, fixed = LISTS[name]
        if fixed:
            values = [_one_of(name, value, fixed) for value in values]
        if name == "country":
            values = [value.upper() if len(value) == 2 else value for value in values]
        return {field: tuple(dict.fromkeys(values))}
    if name in ENDS:
        return {ENDS[name]: _read_day(name, values[-1])}
    if name == "several":
        if values[-1].casefold() not in _YES:
            raise QueryError(f"several={values[-1]} is neither yes nor no")
        return {"several_sources": _YES[values[-1].casefold()]}
    return {"text": " ".join(" ".join(values).split())}


def _one_of(name: str, value: str, fixed: type[StrEnum]) -> str:
    try:
        return str(fixed(value.casefold()))
    except ValueError:
        raise QueryError(f"there is no {name} {value!r}: use one of {', '.join(fixed)}") from None


def _read_day(name: str, value: str) -> date:
    """First day of `from=2021-03`, last day of `to=2021-03`."""
    try:
        when = FuzzyDate.parse(value)
    except DateError:
        when = None
    day = (when.earliest if name == "from" else when.latest) if when else None
    if not day:
        raise QueryError(
            f"{name}={value} is no date: write a year, a month or a day, such as 2021, 2021-03, 2021-09-25"
        )
    return day


def _say(day: date, *, last: bool = False) -> str:
    """The shortest date that `_read_day` reads back as this day."""
    if (day.month, day.day) == ((12, 31) if last else (1, 1)):
        return f"{day.year:04d}"
    if day.day == (calendar.monthrange(day.year, day.month)[1] if last else 1):
        return f"{day.year:04d}-{day.month:02d}"
    return day.isoformat()
