"""The day a text was published, from its own header or footer, never from its sentences.

Each form that can tell it has a rank; the best one found decides, and `published_from` names it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from urllib.parse import urlsplit

from timeline_app.read.words import alternatives, words

_CLOCK = re.compile(
    r"\b\d{1,2}\s*(?:[:.]\s*\d{2}(?::\d{2})?|h\s*\d{2}|h(?:eures?)?)\s*(?:min)?\b\s*(?:[ap]\.?m\.?)?|\bT\d\d:\d\d\S*"
    r"|\b\d{1,2}\s*[ap]\.?m\b\.?|\b(?:GMT|UTC|TU|CET|CEST|EST|EDT|WAT|BST|Z)\b(?:\s*[+-]\s*\d{1,2})?|[+-]\d\d:?\d\d\b",
    re.IGNORECASE,
)
_SEGMENT = re.compile(r"\s*(?:[|·•—–]|\s-\s|\s/\s)\s*")
_SHORT = re.compile(r"\s*(\d{1,2})[./](\d{1,2})[./](\d{2})\s*$")
_SIGNED = 10
"""Words of the longest line that only names authors."""
_NOT_WORD = re.compile(r"[\W_]+")
_PLACE = re.compile(r"(?:[^\W\d_]+\s+à\s+)?(?:[^\W\d_][\w'’.-]*\s?){1,4}")
_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?!\d)")
BY_CUSTOM = ", day and month by custom"
"""The doubt about 03/04/2021 in a language that writes it both ways."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A full date in a line: its half-open span there, and a doubt in words where there is one."""

    start: int
    end: int
    date: date
    doubt: str = ""


def find_dates(line: str) -> Iterator[FoundDate]:
    """Full dates (day, month and year) in the order of the line; what names no such day is passed over."""
    for match in _pattern().finditer(line):
        found = _read(match)
        if found:
            yield FoundDate(start=match.start(), end=match.end(), date=found[0], doubt=found[1])


def publication_date(header: Sequence[str], body: str, footer: Sequence[str]) -> tuple[date | None, str]:
    """The date and what told it, from header lines, the beginning of the first paragraph and footer lines.

    `(None, "")` where they do not tell. A change ("Updated ...") counts only where nothing tells the publication.
    """
    found: list[tuple[int, int, FoundDate, str]] = []
    for place, line in enumerate((*header, *footer)):
        for rank, date_, how in _in_line(line, is_header=place < len(header)):
            found.append((rank, place, date_, how))
    for line in (body[:200], *header):
        if dateline := _dateline(line):
            found.append((2, 0, dateline, "dateline"))
    if not found:
        return None, ""
    _, _, best, how = min(found, key=lambda item: item[:2])
    return best.date, how + best.doubt


def date_in_address(url: str) -> date | None:
    """The day in the path of a link ("/2021/09/26/", "20210926")."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    for match in _ADDRESS.finditer(path):
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            continue
    return None


def is_date_line(line: str) -> bool:
    """Whether the line says nothing but a date, a time, or that it was published then."""
    dates = list(find_dates(line))
    return bool(dates) and not _rest(line, dates)


def _in_line(line: str, *, is_header: bool) -> Iterator[tuple[int, FoundDate, str]]:
    if line.lstrip().startswith(("©", "[")):
        return
    dates = list(find_dates(line))
    if is_header and not dates and (short := _SHORT.match(line)) and (found := _in_short(short)):
        yield (1, found, "date line")
    if not dates:
        return
    if words().published.search(line) or words().updated.search(line):
        yield from _labelled(line, dates)
        return
    if not _rest(line, dates[:1]):
        yield (1, dates[0], "date line")
    elif _is_place_and_date(line, dates[0]):
        yield (3, dates[0], "place and date line")
    elif is_header and _beside_author(line, dates[0]):
        yield (4, dates[0], "header line")
    elif is_header:
        for segment in _SEGMENT.split(line):
            inside = list(find_dates(segment))
            if inside and (not _rest(segment, inside) or _is_place_and_date(segment, inside[0])):
                yield (4, inside[0], "header line")
        if (bracket := re.search(r"\(([^()]*)\)\s*$", line)) and (inside := list(find_dates(bracket[1]))):
            yield (6, inside[0], "title")


def _in_short(match: re.Match[str]) -> FoundDate | None:
    """A line that is only 26/09/21: of this century, for older reports write their year out."""
    read = _read_figures(int(match[1]), int(match[2]), 2000 + int(match[3]), "")
    return FoundDate(start=match.start(1), end=match.end(3), date=read[0], doubt=read[1]) if read else None


def _beside_author(line: str, found: FoundDate) -> bool:
    """Whether a line is a date and who wrote it: "26 September 2021, by A. Writer" or the other way round."""
    before, after = line[: found.start].strip(" ,;|"), line[found.end :].strip(" ,;|")
    if not before:
        return len(after.split()) <= _SIGNED and bool(words().byline.match(after))
    return not after and len(before.split()) <= _SIGNED and bool(words().byline.match(before))


def _labelled(line: str, dates: list[FoundDate]) -> Iterator[tuple[int, FoundDate, str]]:
    """Dates after "Published" and "Updated": each goes with the nearest such word before it."""
    labels = sorted(
        [(m.end(), 0, "published line") for m in words().published.finditer(line)]
        + [(m.end(), 5, "updated line") for m in words().updated.finditer(line)]
    )
    for found in dates:
        before = [label for label in labels if label[0] <= found.start and found.start - label[0] <= 40]
        if before:
            yield (before[-1][1], found, before[-1][2])


def _dateline(line: str) -> FoundDate | None:
    """The date of a wire's opening: PLACE, 26 May 2021 (AGENCY) - ..."""
    found = next(find_dates(line[:140]), None)
    if not found or found.start > 90:
        return None
    before = re.sub(r"\([^)]*\)", "", line[: found.start]).strip(" \t,;:-–—/")
    after = line[found.end :]
    place = bool(re.fullmatch(r"[^\W\d_][\w'’. ,-]*", before)) and len(before.split()) <= 6
    place = place and all(word[:1].isupper() or len(word) < 4 for word in before.split())
    return found if place and re.match(r"\s*(?:\([^)]{1,60}\))?\s*(?:[-–—:]|\([^)]*\)\s*$|$)", after) else None


def _is_place_and_date(line: str, found: FoundDate) -> bool:
    """Whether the line is a name with capitals, then the date: Algiers, 26 January 2024."""
    before = line[: found.start].strip()
    place = " ".join(words().fillers.sub("", before).split()).strip(" ,:")
    capital = all(word[:1].isupper() for word in place.split()[-2:])
    end = not _NOT_WORD.sub("", _CLOCK.sub("", line[found.end :]))
    return bool(end and place and capital and _PLACE.fullmatch(place) and ("," in before or len(place.split()) <= 3))


def _rest(line: str, dates: list[FoundDate]) -> str:
    """What a line says besides its dates, times of day, and the small words around them."""
    for found in reversed(dates):
        line = line[: found.start] + " " + line[found.end :]
    line = words().published.sub(" ", _CLOCK.sub(" ", line))
    return _NOT_WORD.sub("", words().fillers.sub(" ", line))


@cache
def _pattern() -> re.Pattern[str]:
    known = words()
    month = alternatives(list(known.months))
    weekday = alternatives(list(known.weekdays))
    day = rf"\d{{1,2}}(?:{known.ordinals})?"
    return re.compile(
        rf"(?<![\w/.-])(?:(?P<weekday>{weekday})\b\.?,?\s+(?:(?:le|the)\s+)?)?(?:"
        r"(?P<y1>\d{4})(?P<sep>[-/.])(?P<m1>\d{1,2})(?P=sep)(?P<d1>\d{1,2})(?!\d|(?P=sep)\d)"
        rf"|(?P<d2>{day})[\s-]+(?:(?:of|de)\s+)?(?P<m2>{month})\b\.?,?[\s-]+(?P<y2>\d{{4}})(?!\d)"
        rf"|(?P<m3>{month})\b\.?\s+(?P<d3>{day})\b,?\s+(?P<y3>\d{{4}})(?!\d)"
        r"|(?P<a>\d{1,2})(?P<sep4>[-/.])(?P<b>\d{1,2})(?P=sep4)(?P<y4>\d{4})(?!\d)"
        r")",
        re.IGNORECASE,
    )


def _read(match: re.Match[str]) -> tuple[date, str] | None:
    number = {key: value for key, value in match.groupdict().items() if value}
    known = words()
    try:
        if "y1" in number:
            return date(int(number["y1"]), int(number["m1"]), int(number["d1"])), ""
        for form in "23":
            if f"y{form}" in number:
                day = int(re.sub(r"\D", "", number[f"d{form}"]))
                return date(int(number[f"y{form}"]), known.months[number[f"m{form}"].lower()], day), ""
    except ValueError:
        return None
    return _read_figures(int(number["a"]), int(number["b"]), int(number["y4"]), number.get("weekday", ""))


def _read_figures(a: int, b: int, year: int, weekday: str) -> tuple[date, str] | None:
    """Day and month in figures. Where both orders name a day, the weekday decides, else the custom of the languages."""
    readings = []
    for day, month in ((a, b), (b, a)) if words().day_first else ((b, a), (a, b)):
        try:
            readings.append(date(year, month, day))
        except ValueError:
            continue
    if weekday and len(readings) > 1:
        readings = [day for day in readings if day.weekday() == words().weekdays[weekday.lower()]] or readings
    if not readings:
        return None
    return readings[0], BY_CUSTOM if len(set(readings)) > 1 else ""
