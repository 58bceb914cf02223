"""What a time expression means before anything is known of the text around it.

Every class is one way of meaning a time. `resolve` gives each its place on the calendar; `value` and `fuzzy` of
`Point` write that as TIMEX3 and as EDTF.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Fields of the calendar, as far as they are said: "14 August", "the third quarter of 2021", "early next March".

    `part` is early, mid, late, start, end, first_half, second_half; `which` is a direction in words (last -1, this 0,
    next 1); `of` is a coarser expression that the fields are in ("June last year"); `period`: the part of that year
    that the text is about ("the 1988 period"); `rank`: which weekday of the month or year
    ("the last Friday of 2022": -1); `whole` is a unit that is meant in full ("the week of 13 June"); `weeks` lie
    between the weekday and what is meant ("a week from Monday": 1).
    """

    year: int | None = None
    short: bool = False
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    century: int | None = None
    holiday: str | None = None
    part: str | None = None
    which: int | None = None
    same: bool = False
    time: str = ""
    about: bool = False
    of: "Shift | None" = None
    fiscal: bool = False
    period: bool = False
    lent: str = ""
    rank: int = 0
    weeks: int = 0
    whole: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Some units before or after a moment: "yesterday", "last week", "three days later", "two years ago".

    `anchor` is "speech" (when the text was published), "told" (the date that the text was telling of), or "either":
    whichever the text around shows. `bare`: it is said by a direction ("last year"), not by a count ("a year ago").
    `by_tense`: the tense shows which ("the weekend"). `exact`: to the day ("a year to the day later"). `inside`: the
    finer unit in it that is meant ("four years ago this month"). `more`: a second, finer unit and how many of it
    ("five months and ten days later"). `aside`: the telling does not move there. `ahead`: only by a verb of the future
    tense, else it is a length ("will meet in two weeks", "fell in two weeks").
    """

    unit: str
    amount: float | None
    anchor: str = "speech"
    part: str | None = None
    time: str = ""
    about: bool = False
    bare: bool = False
    by_tense: bool = False
    exact: bool = False
    inside: str = ""
    more: tuple[str, float] | None = None
    aside: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """Some units before (-1) or after (1) an event that the text behind names: "a year after [the coup]"."""

    unit: str
    amount: float | None
    direction: int = 1
    exact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A length of time: "three days". `side` -1 and 1: the stretch before and after the publication; with
    `deadline` one moment in it ("within a month"); `dated`: TIMEX3 has it as a date ("the past year");
    `then`: what happens at its end, counted from the date told ("au bout de deux mois"). `opening`: the
    first such units of the year that the expression "behind" it names, or of the year "here"."""

    amounts: tuple[tuple[str, float | None], ...]
    side: int = 0
    anchor: str = "speech"
    about: bool = False
    vague: bool = False
    deadline: bool = False
    dated: bool = False
    then: bool = False
    opening: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """Again and again: "every day", "on Mondays", "annually"."""

    value: str
    type: str = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Now, once or some day, without a place on the calendar: the value is PRESENT_REF, PAST_REF or FUTURE_REF."""

    value: str


Meaning = Calendar | Shift | After | Duration | Repeat | Reference
