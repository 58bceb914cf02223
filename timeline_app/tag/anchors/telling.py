"""What has been told so far: the state that the passes over a text carry from one expression to the next."""

from dataclasses import dataclass

from timeline_app.tag.calendar.point import Point


@dataclass(slots=True)
class Telling:
    """`now` is the day of publication, `told` the last date that the text placed itself at, `day` and `month` the last
    such that are a day, or a month or finer. `year` is the year that the telling is in: it is set by headings,
    by what opens a sentence and by dates with a month, not by a year in passing. `quarter` is the one that
    figures are told for. `spelled`: the text spells the year of `told` out. Each `_at` is a place in the text.
    `heading` is the last heading that names a year: its span and that year, or no year where it names several.
    """

    now: Point | None
    told: Point | None = None
    told_at: int = -1
    told_end: int = -1
    year: int | None = None
    year_at: int = -1
    day: Point | None = None
    month: Point | None = None
    quarter: Point | None = None
    quarter_at: int = -1
    spelled: bool = False
    heading: tuple[int, int, int | None] | None = None

    def heading_year(self, span: tuple[int, int] | None) -> int | None:
        """The year that the heading with this span names, where it names one."""
        return self.heading[2] if span and self.heading and self.heading[:2] == span else None

    def head(self, span: tuple[int, int], year: int) -> None:
        """Remember that a heading names a year; one that names two different ones tells none."""
        known = self.heading[2] if self.heading and self.heading[:2] == span else year
        self.heading = (*span, year if known == year else None)

    def report(self, quarter: Point, at: int, *, past: bool = False) -> None:
        """Remember the quarter that figures are told for: the latest one named that is over at publication.

        One told in the `past` tense is over although the calendar's is not: a company counts from its own new year.
        """
        last, today = quarter.last(), self.now.first() if self.now else None
        if last is None or (today and last >= today and not (past and self.quarter is None)):
            return
        known = self.quarter.first() if self.quarter else None
        if known is None or last > known:
            self.quarter = quarter
        self.quarter_at = at

    def recent(self, point: Point) -> bool:
        """Whether a date lies in the month of publication or the one before."""
        month, now = point.to("month"), self.now.to("month") if self.now else None
        return (
            month is not None and now is not None and point.unit in ("day", "month") and month in (now, now.shift(-1))
        )

    def tell(self, point: Point, at: int, end: int, *, spelled: bool, leads: bool, ahead: bool = False) -> None:
        """Remember a date. `spelled`: its year stands in the text; `leads`: it opens a sentence or heading; `ahead`:
        it is only a limit that the telling looks ahead to."""
        self.told, self.told_at, self.told_end, self.spelled = point, at, end, spelled
        if point.unit == "day":
            self.day = point
        if point.unit in ("day", "month"):
            self.month = point
        if point.unit in ("decade", "century", "millennium"):
            return
        if self.year is None or leads or (point.unit != "year" and not ahead):
            self.year, self.year_at = point.year, at
        elif spelled and point.year == self.year:
            self.year_at = at

    @property
    def year_now(self) -> int | None:
        return self.now.year if self.now else None
