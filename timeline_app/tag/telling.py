"""What has been told so far: the state that the passes over a text carry from one expression to the next."""

from dataclasses import dataclass

from timeline_app.tag.point import Point


@dataclass(slots=True)
class Telling:
    """`now` is the day of publication, `told` the last date that the text placed itself at, `day` the last one that is
    a day, `year` the last year that was spelled out; each with its place in the text."""

    now: Point | None
    told: Point | None = None
    told_at: int = -1
    year: int | None = None
    year_at: int = -1
    day: Point | None = None
    quarter: Point | None = None
    quarter_at: int = -1
    fiscal_at: int = -1

    def tell(self, point: Point, at: int, *, spelled: bool) -> None:
        """Remember a date. `spelled`: its year stands in the text."""
        self.told, self.told_at = point, at
        if point.unit == "day":
            self.day = point
        if spelled:
            self.year, self.year_at = point.year, at
        elif point.unit not in ("decade", "century") and self.year is not None and point.year != self.year:
            self.year = point.year

    @property
    def year_now(self) -> int | None:
        return self.now.year if self.now else None
