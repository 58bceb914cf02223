"""What stands above and below a report: its title, outlet, author and date.

The header is the short lines before the first sentence; the footer the short lines after the last.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from timeline_app.read.dateline import find_dates, is_date_line, publication_date
from timeline_app.read.words import words

_HEADER_LINES = 20
_FOOTER_LINES = 8
_BULLET = re.compile(r"\s*(?:[•*▪◦‣–-]\s|\d{1,2}[.)]\s)")
_MARKUP = re.compile(r"^\s*#{1,6}\s+|\s+#+\s*$|^\s*\*\*|\*\*\s*$")
_BREADCRUMB = re.compile(r"\S\s*[>›»/]\s*\S.*[>›»/]|^\w+\s*[>›]\s*\w+")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:[\d\s,–-]*\d\s*[,–-]?\s*)?(?P<who>[^\W\d_][^,.|·\n\d]{1,50})", re.IGNORECASE
)
_AGENCY = re.compile(r"^[^()]{2,90}\((?P<who>[^()\d]{2,40})\)\s*[-–—:]")
_NUMBERED = re.compile(r"\bn(?:o\.?|°|º|o)\s*\d", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\s]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What a header tells; empty where it does not."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    published: date | None = None
    published_from: str = ""


def read_heading(text: str) -> Heading:
    """Read the lines around the report. Never looks for a date inside its sentences."""
    lines = [line.strip() for line in text.splitlines()]
    full = [line for line in lines if line]
    size = _header_size(full)
    header, body = full[:size], full[size] if size < len(full) else ""
    footer = [line for line in full[max(size + 1, len(full) - _FOOTER_LINES) :] if _is_short(line)]
    signed = [line for line in full[size + 1 :] if len(line) <= 60 and line not in footer]
    outlet = _outlet(header, body, footer)
    published, how = publication_date(header, body, [*footer, *signed])
    return Heading(
        title=_title(header if body else [line for line in header if not line.endswith(".")], outlet),
        outlet=outlet,
        author=_author(header),
        published=published,
        published_from=how,
    )


def _header_size(lines: Sequence[str]) -> int:
    """Number of lines before the first one that is a sentence of the report."""
    for number, line in enumerate(lines[:_HEADER_LINES]):
        if _is_body(line):
            return number
    return min(len(lines), _HEADER_LINES)


def _is_body(line: str) -> bool:
    if _BULLET.match(line) and len(line) > 20:
        return True
    if words().furniture.search(line) and len(line) < 250:
        return False
    count = len(line.split())
    return count >= 30 or len(line) > 200 or (count >= 14 and bool(_SENTENCE_END.search(line)))


def _is_short(line: str) -> bool:
    return len(line) <= 110


def _title(header: Sequence[str], outlet: str) -> str:
    """The line that looks most like a headline; the first of equals."""
    best, best_score = "", 0.0
    for place, line in enumerate(header):
        score = _headline_score(line, outlet)
        if score and any(is_date_line(after) or words().byline.match(after) for after in header[place + 1 : place + 4]):
            score += 1
        if score > best_score + 0.01:
            best, best_score = line, score
    return _MARKUP.sub("", best).strip()


def _headline_score(line: str, outlet: str) -> float:
    """0: cannot be a headline. Counts words, wants mixed case, and no look of a menu or a byline."""
    bare = _MARKUP.sub("", line).strip()
    count = len(bare.split())
    hidden = words().furniture.search(bare) or words().byline.match(bare) or is_date_line(bare)
    label = words().published.match(bare) or words().updated.match(bare) or bare.startswith(("©", "[", "http"))
    if not bare or hidden or label or bare == outlet or bare.lower() in words().kickers or _BREADCRUMB.search(bare):
        return 0.0
    if count < 2 or count > 35 or not re.search(r"[^\W\d_]{3}", bare):
        return 0.0
    score = 1.0 + min(count, 7) / 2
    score -= 1.5 * bare.isupper() + 1.0 * bool(re.search(r"\s[·|]\s|\s-\s.*\s-\s", bare))
    score -= 1.0 * (bare.endswith(".") or bool(re.search(r",\s*$", bare))) + 0.5 * bool(list(find_dates(bare)))
    score -= 0.75 * bool(re.search(r"\([^()\d]*\)$", bare))
    score += 1.0 * line.lstrip().startswith("# ") + 1.0 * bool(_NUMBERED.search(bare))
    return max(score, 0.1)


def _outlet(header: Sequence[str], body: str, footer: Sequence[str]) -> str:
    """A short line that the header repeats, a name beside the author's, the agency of a dateline, or the holder of the
    copyright."""
    repeated = [line for line, count in Counter(header).items() if count > 1 and len(line.split()) <= 5]
    for line in repeated:
        if not words().furniture.search(line) and not is_date_line(line):
            return line
    for line in header:
        if words().byline.match(line) and (name := _beside_byline(line)):
            return name
    for line in (body[:160], *header):
        if (agency := _AGENCY.match(line)) and (line is not body or len(agency[0].split()) <= 14):
            return agency["who"].strip()
    for line in reversed(footer):
        if holder := _COPYRIGHT.search(line):
            who = words().furniture.split(holder["who"])[0].strip(" -–—:;")
            if who:
                return who
    return ""


def _beside_byline(line: str) -> str:
    """By A. Writer | The Lake Post | 26 September 2021: the part that is neither the author nor a date."""
    for part in re.split(r"\s+[|·•]\s+", line)[1:]:
        if (
            part[:1].isupper()
            and len(part.split()) <= 5
            and not words().furniture.search(part)
            and not list(find_dates(part))
        ):
            return part.strip()
    return ""


def _author(header: Sequence[str]) -> str:
    for line in header:
        if by := words().byline.match(line):
            name = re.split(r"\s*[|·,—–(]|\s-\s|\s\d", line[by.end() :])[0].strip()
            name = words().from_place.sub("", name)
            if name[:1].isupper() and len(name.split()) <= 8:
                return name
    return ""
