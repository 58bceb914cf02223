"""What a rule means: from the slots of a match to a `Meaning`. The names in `MEANS` are what `means` in a rule may say.

Slots that every language may fill (a rule's own `with` counts as filled):

    calendar   year short_year month month_number day weekday season quarter half decade century holiday part which
               morning hour minute half_day about before_christ
    shift      unit n unit2 n2 which direction (-1 ago, 1 from now) anchor (speech, told, either) part morning
    duration   n unit n2 unit2 side (-1 past, 1 coming) vague
    set        unit n weekday month
    reference  ref (past, present, future)
    after      n unit vague direction
"""

from collections.abc import Callable, Mapping
from typing import Any

from timeline_app.tag.calendar.meaning import After, Calendar, Duration, Meaning, Reference, Repeat, Shift
from timeline_app.tag.calendar.namedays import NATIONAL

Slots = Mapping[str, Any]

LETTER = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE", "weekend": "WE",
}  # fmt: skip
"""How TIMEX3 writes the units."""
_HALF_DAY = {"am": 0, "pm": 12}
_TIMES = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "daytime": "DT"}
_CLOCKS = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def clock(slots: Slots) -> str:
    """The time of day as TIMEX3 writes it after the date: T10:35, TMO; nothing where none is said."""
    if "clock" in slots:
        hour, minute = divmod(int(slots["clock"]), 100)
        return f"T{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else ""
    if "hour" in slots:
        hour, minute = int(slots["hour"]), int(slots.get("minute", 0))
        if hour > 24:
            return ""
        half = slots.get("half_day")
        if half in _HALF_DAY and hour <= 12:
            hour = hour % 12 + _HALF_DAY[half]
        elif half in ("afternoon", "evening", "night") and 1 <= hour < 12:
            hour += 12
        return f"T{hour:02d}:{minute:02d}"
    named = slots.get("morning")
    if named in _CLOCKS:
        return "T" + _CLOCKS[named]
    return f"T{_TIMES[named]}" if named in _TIMES else ""


def calendar(slots: Slots) -> Meaning:
    """Fields of the calendar, as far as they are said."""
    year, short = slots.get("year", slots.get("said_year", slots.get("old_year"))), False
    if year is None and "short_year" in slots:
        year, short = slots["short_year"], True
    if year is not None and slots.get("before_christ"):
        year = -year
    century, decade = slots.get("century"), slots.get("decade")
    if slots.get("before_christ"):
        century, decade = (None if v is None else -v for v in (century, decade))
    return Calendar(
        year=year,
        short=short,
        month=slots.get("month", slots.get("month_number")),
        day=slots.get("day"),
        weekday=slots.get("weekday"),
        season=slots.get("season"),
        quarter=slots.get("quarter"),
        half=slots.get("half"),
        decade=decade,
        century=century,
        holiday=f"{NATIONAL}{slots['country']}" if "country" in slots else slots.get("holiday"),
        part=slots.get("part"),
        which=slots.get("which"),
        same=bool(slots.get("same")),
        time=clock(slots),
        about=bool(slots.get("about")),
        of=_of(slots),
        fiscal=bool(slots.get("fiscal")),
        period=bool(slots.get("period")),
        whole=slots.get("whole", ""),
        rank=slots.get("rank", 0),
        weeks=1 - int(slots["gone"]) if "gone" in slots else slots.get("weeks", 0),
    )


def _of(slots: Slots) -> Shift | None:
    """The coarser unit that the fields are said to be in: June *last year*, the 5th *of that month*."""
    unit = slots.get("of_unit")
    if not unit:
        return None
    which = slots.get("of_which", 0)
    return Shift(unit=unit, amount=which, anchor=slots.get("of_anchor", "told" if slots.get("of_same") else "speech"))


def shift(slots: Slots) -> Meaning:
    """Some units from the day of speech or from the date told last."""
    unit, n = slots["unit"], slots.get("n", 1)
    if n is not None:
        n += slots.get("plus", 0)
    amount: float | None
    if "which" in slots:
        amount = slots["which"] * (n or 1)
    elif slots.get("vague") or n is None:
        amount = None
    else:
        amount = n
    direction = slots.get("direction", 1)
    if amount is None:
        return Shift(
            unit=unit, amount=None, anchor=slots.get("anchor", "speech"), part="past" if direction < 0 else "future"
        )
    if unit == "fortnight":
        unit, amount = "week", amount * 2
    return Shift(
        unit=unit,
        amount=amount * direction,
        anchor=slots.get("anchor", "speech"),
        part=slots.get("part"),
        time=clock(slots),
        about=bool(slots.get("about")),
        bare="which" in slots,
        by_tense=bool(slots.get("by_tense")),
        exact=bool(slots.get("exact")),
        inside=slots.get("inside", ""),
        more=(slots["unit2"], slots.get("n2", 1) * direction) if "unit2" in slots else None,
        aside=bool(slots.get("aside")),
        ahead=bool(slots.get("ahead")),
    )


def duration(slots: Slots) -> Meaning:
    """A length of time, or a stretch of that length before or after the day of speech."""
    n: float | None = None if slots.get("vague") else slots.get("n", 1)
    if n is not None and "plus" in slots:
        n += slots["plus"]
    unit = slots["unit"]
    if unit == "fortnight":
        unit, n = "week", None if n is None else n * 2
    amounts: tuple[tuple[str, float | None], ...] = ((unit, n),)
    if "unit2" in slots:
        amounts += ((slots["unit2"], slots.get("n2", 1)),)
    return Duration(
        amounts=amounts,
        side=slots.get("side", 0),
        anchor=slots.get("anchor", "speech"),
        about=bool(slots.get("about")),
        vague=n is None,
        deadline=bool(slots.get("deadline")),
        dated=bool(slots.get("dated")),
        then=bool(slots.get("then")),
        opening=slots.get("opening", ""),
    )


def repeat(slots: Slots) -> Meaning:
    """Something that comes again: every so many units, or on a weekday or in a month of each week or year."""
    if slots.get("weekday"):
        return Repeat(value=f"XXXX-WXX-{slots['weekday']}{clock(slots)}")
    if slots.get("month"):
        return Repeat(value=f"XXXX-{slots['month']:02d}")
    if slots.get("season"):
        return Repeat(value=f"XXXX-{('SP', 'SU', 'FA', 'WI')[slots['season'] - 1]}")
    if "unit" not in slots:
        return Repeat(value=f"XXXX-XX-XX{clock(slots)}", type="TIME")
    return Repeat(value=period(((slots["unit"], slots.get("n", 1)),)))


def reference(slots: Slots) -> Meaning:
    """Now, once, some day; or a stretch that the text does not date ("this period": "none")."""
    return Reference(
        value={"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF", "none": ""}[slots["ref"]]
    )


def after(slots: Slots) -> Meaning:
    """Some units before or after an event, which the text behind the expression names."""
    n, unit = None if slots.get("vague") else slots.get("n", 1), slots["unit"]
    if unit == "fortnight":
        unit, n = "week", None if n is None else n * 2
    return After(exact=bool(slots.get("exact")), unit=unit, amount=n, direction=slots.get("direction", 1))


def period(amounts: tuple[tuple[str, float | None], ...]) -> str:
    """A length as TIMEX3 writes it: P3D, PT1M30S, PXY, P2.5Y; decades and centuries in years."""
    days, hours = "", ""
    for unit, n in amounts:
        if unit in ("decade", "century", "millennium") and n is not None:
            n, unit = n * {"decade": 10, "century": 100, "millennium": 1000}[unit], "year"
        if unit == "half" and n is not None:
            n, unit = n * 6, "month"
        if unit in ("weekend", "season") and n is not None:
            n, unit = (n * 2, "day") if unit == "weekend" else (n * 3, "month")
        if unit == "weekday" and n is not None:
            unit = "day"
        whole, letter = n, LETTER.get(unit, "X")
        finer = {"year": ("month", 12), "hour": ("minute", 60), "minute": ("second", 60)}.get(unit)
        tail = ""
        if n is not None and n != int(n) and finer and abs(n * finer[1] - round(n * finer[1])) < 1e-6 and n < 1000:
            whole, rest = int(n), round((n - int(n)) * finer[1])
            tail = f"{rest}{LETTER[finer[0]]}" if n * 2 == int(n * 2) else ""
            whole = n if not tail else whole
        number = "X" if whole is None else f"{whole:g}" if whole < 1e6 else str(int(whole))
        said = (f"{number}{letter}" if whole or not tail else "") + tail
        if unit in ("second", "minute", "hour"):
            hours += said
        else:
            days += said
    return f"P{days}" + (f"T{hours}" if hours else "")


def nothing(slots: Slots) -> None:
    """No time at all: the rule only keeps others off these words."""


MEANS: dict[str, Callable[[Slots], Meaning | None]] = {
    "nothing": nothing,
    "calendar": calendar,
    "shift": shift,
    "duration": duration,
    "set": repeat,
    "reference": reference,
    "after": after,
}

COUNTING = frozenset({"shift", "duration", "after"})
"""Those that count units, so that a pattern must name one."""
