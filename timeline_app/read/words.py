"""The words that readers look for, of all languages at once: `languages/xx/read.toml`.

A header may be in another language than the text below it, so its words are looked for in every language there is.
"""

import re
from dataclasses import dataclass
from functools import cache

from timeline_app.language import available, load


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    months: dict[str, int]
    weekdays: dict[str, int]
    """Monday is 0."""
    published: re.Pattern[str]
    updated: re.Pattern[str]
    byline: re.Pattern[str]
    from_place: re.Pattern[str]
    """The place after an author's name."""
    furniture: re.Pattern[str]
    fillers: re.Pattern[str]
    kickers: frozenset[str]
    ordinals: str
    day_first: bool


@cache
def words() -> Words:
    files = [load(lang, "read") for lang in available()]
    months = {name: number for file in files for name, number in file["months"].items()}
    weekdays = {
        name: number
        for file in files
        for names in (file["weekdays"], file["weekdays_short"])
        for number, name in enumerate(names)
    }

    def any_of(key: str, pattern: str) -> re.Pattern[str]:
        return re.compile(pattern.format(alternatives([w for file in files for w in file[key]])), re.IGNORECASE)

    return Words(
        months=months,
        weekdays=weekdays,
        published=any_of("published", r"\b(?:{})\b"),
        updated=any_of("updated", r"\b(?:{})\b"),
        byline=any_of("byline", r"^\W*(?:{})\s*:?\s+(?=[^\W\d_])"),
        from_place=any_of("from_place", r"\s+(?:{})\s+[^\W\d_].*$"),
        furniture=any_of("furniture", r"(?<![\w-])(?:{})\b"),
        fillers=any_of("date_fillers", r"\b(?:{})\b"),
        kickers=frozenset(w for file in files for w in file["kickers"]),
        ordinals=alternatives([w for file in files for w in file["ordinals"]]),
        day_first=all(file["numeric_order"] == "dmy" for file in files),
    )


def alternatives(names: list[str]) -> str:
    """A regular expression for one of the names, the longest first; white space as wide as it comes."""
    ordered = sorted(set(names), key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered)
