"""A text cut into what can tell an event: sentences, list items, chronology lines; and what cannot: page furniture.

A `Unit` is the stretch that is parsed: a sentence, or its part up to a semicolon. Its evidence is the whole sentence,
or the whole list item where the item opens with a date of its own ("18 August 2020: ...").
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise

from timeline_app.extract.words.lexicon import Lexicon
from timeline_app.extract.words.tokens import plain_tokens
from timeline_app.model import TimeExpression

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w+")
_MARK = re.compile(
    r"\s*(?:[•●▪‣►◦*·–—-]\s+|\(?\d{1,2}[.)]\s+|\d{1,2}(?:\.\d{1,2})+\.?\s+|\(?[a-z]\)\s+)", re.IGNORECASE
)
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?:\s*»)?(?=\s+[\"'“‘«(\[]*\s*[^\W_a-z]|\s*$)")
_TERMINAL = re.compile(r"[.!?…:][\"'”’»)\]\s]*$")
_DATELINE = re.compile(r"\s*[^\W\d_a-z][^\n—–]{2,70}?(?:\([^)\n]{2,40}\)\s*[—–-]+|\s[—–])\s+")
_LAST_WORD = re.compile(r"[^\s(«“\"]*\Z")
_INITIALS = re.compile(r"[^\W\d_]|(?:\w\.)+\w")
_LONG = 40
"""Characters that no abbreviation has."""
_FURNITURE = 240
"""Characters up to which a sentence may be a page's furniture."""
_BAR = re.compile(r"\s[·|•]\s")
_WORDS_OF_HEADING = 14
_STORY = 40
"""Characters from which on a line that ends a sentence is taken for text, not for a page's furniture."""
_MARGIN = (50, 130)
"""Characters of a line in text that was broken at a margin: mail wraps at 72 to 78, editors at 80 to 120."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Half-open spans of the article: what is parsed, its evidence, and the dated head of its list item (or empty)."""

    start: int
    end: int
    evidence: tuple[int, int]
    lead: tuple[int, int] = (0, 0)
    first: bool = True
    heading: str = ""


def units(
    text: str, times: Sequence[TimeExpression], lexicon: Lexicon, title: str = "", published: date | None = None
) -> list[Unit]:
    """Every unit of the text that may tell a dated event, in the order of the text. `times` are all that it names."""
    lines = _join_wrapped(text, [m.span() for m in _LINE.finditer(text) if m[0].strip()])
    ended = [_TERMINAL.search(text, a, b) is not None for a, b in lines]
    first_told = next((place for place, (a, b) in enumerate(lines) if ended[place] and b - a > _STORY), 0)
    starts = [time.start for time in times]
    found: list[Unit] = []
    heading, aside = "", False
    for place, (start, end) in enumerate(lines):
        line = text[start:end]
        bare = line.strip()
        if lexicon.pattern("related").match(bare):
            aside = True
        elif ended[place] and end - start > (_STORY if text.endswith("\n\n", 0, start) else 60):
            aside = False
        here = times[bisect_left(starts, start) : bisect_left(starts, end)]
        if aside or (not here and ended[place] and not bare.endswith(":")):
            continue
        if lexicon.pattern("furniture").search(bare) or (title and bare == title.strip()):
            continue
        marked = _MARK.match(line)
        body = start + (marked.end() if marked else 0)
        if not marked and place <= first_told and (dateline := _dateline(text, body, end, here)):
            body = dateline
        lead = _lead(text, body, end, here)
        told_behind = lead[1] and len(text[lead[1] : end].split()) > 1
        if not told_behind and _only_dates(line, start, here):
            heading = bare
            continue
        if _heads_entry(text, lead, end, here) or (not lead[1] and _frames(text, line, end)):
            heading = bare
            continue
        if lead[1] and place < first_told and published and _dated(lead, here) == published:
            continue
        if not lead[1] and not marked and not ended[place]:
            short = len(line.split()) < _WORDS_OF_HEADING
            if place < first_told or (short and not _is_told(text, body, end, lexicon)):
                heading = bare if short else heading
                continue
        if not lead[1] and (speaker := lexicon.pattern("speaker").match(text[body:end])):
            body += speaker.end()
        found += _cut(text, body, end, lead, here, lexicon, heading)
    return found


def _is_told(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a line speaks of some kind of event."""
    return lexicon.kinds.any([token.norm for token in plain_tokens(text, start, end)]) is not None


def _dateline(text: str, start: int, end: int, times: Sequence[TimeExpression]) -> int:
    """Where a report begins after "PLACE, date (agency) —", or 0 where no dateline opens the line."""
    found = _DATELINE.match(text[start:end])
    first = next((t.start for t in times if start <= t.start < end), end)
    return start + found.end() if found and first - start >= 3 else 0


def _heads_entry(text: str, lead: tuple[int, int], end: int, times: Sequence[TimeExpression]) -> bool:
    """Whether a line is the heading of an entry on a live page: an hour and a few words, and its text below."""
    clock = [t for t in times if lead[0] <= t.start < lead[1]]
    if not lead[1] or any(t.type != "TIME" for t in clock) or _TERMINAL.search(text[lead[0] : end]):
        return False
    below = text[end:].lstrip("\n").split("\n", 1)[0]
    return (
        len(text[lead[1] : end].split()) < _WORDS_OF_HEADING and bool(_TERMINAL.search(below)) and len(below) > _STORY
    )


def _frames(text: str, line: str, end: int) -> bool:
    """Whether a line only frames the text: bits between bars, or the words that open a list."""
    if len(_BAR.findall(line.strip())) >= 2 and not _TERMINAL.search(line) and not line.lstrip().startswith("|"):
        return True
    return line.rstrip().endswith(":") and _MARK.match(text[end:].lstrip("\n")) is not None


def _dated(lead: tuple[int, int], times: Sequence[TimeExpression]) -> date | None:
    """The day that the head of a line names, if it names one."""
    found = next((t.date for t in times if lead[0] <= t.start < lead[1] and t.date), None)
    return found.earliest if found and found.exact else None


def _only_dates(line: str, start: int, times: Sequence[TimeExpression]) -> bool:
    """Whether a line is nothing but dates and clock times, two other words at most."""
    rest = line
    for time in times:
        if start <= time.start < start + len(line):
            a, b = time.start - start, time.end - start
            rest = rest[:a] + " " * (b - a) + rest[b:]
    others = (word for word in _WORD.finditer(rest) if not word[0].isdigit())
    return rest != line and len(list(islice(others, 3))) <= 2


def _join_wrapped(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Lines that a margin broke, joined: the first does not end a sentence, and the next either goes on in lower case
    or could not have begun on the line before without crossing the margin of a paragraph of prose."""
    joined: list[tuple[int, int]] = []
    for block in _blocks(text, lines):
        width = max(end - start for start, end in block)
        prose = _MARGIN[0] <= width <= _MARGIN[1] and bool(_TERMINAL.search(text[slice(*block[-1])]))
        joined.append(block[0])
        for (before, broken), (start, end) in pairwise(block):
            line = text[start:end]
            full = prose and broken - before + 1 + len(line.split(maxsplit=1)[0]) > width
            goes_on = line.lstrip()[:1].islower() and broken - joined[-1][0] > _MARGIN[0]
            if (full or goes_on) and not _TERMINAL.search(text[before:broken]) and not _MARK.match(line):
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
    return joined


def _blocks(text: str, lines: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Lines in runs without an empty line between."""
    blocks: list[list[tuple[int, int]]] = []
    for start, end in lines:
        if blocks and text.count("\n", blocks[-1][-1][1], start) == 1:
            blocks[-1].append((start, end))
        else:
            blocks.append([(start, end)])
    return blocks


def _lead(text: str, start: int, end: int, times: Sequence[TimeExpression]) -> tuple[int, int]:
    """The dated head of a chronology line, from its start to after the colon or dash; (0, 0) where there is none."""
    here = [t for t in times if start <= t.start < end and t.start - start <= 40]
    if not here or here[0].start - start > 12:
        return (0, 0)
    last = here[0]
    for other in here[1:]:
        if other.start - last.end <= 8:
            last = other
    after = re.match(r"\s*\)?\s*(?::|[–—-]\s|\.\s*[–—-])\s*", text[last.end : end])
    if after and (text[start : here[0].start].count(" ") <= 2):
        return (start, last.end + after.end())
    return (0, 0)


def _cut(
    text: str, start: int, end: int, lead: tuple[int, int], times: Sequence[TimeExpression], lexicon: Lexicon,
    heading: str,
) -> list[Unit]:  # fmt: skip
    """The units of a line: all of an entry with a dated head, else those of its sentences that name a time."""
    at = lead[1] if lead[1] else start
    whole = _trim(text, lead[0] if lead[1] else start, end)
    found: list[Unit] = []
    for a, b in sentence_spans(text, at, end, lexicon):
        if not lead[1] and not any(a <= time.start < b for time in times):
            continue
        part = not lead[1] and (a > start or b < whole[1]) and b - a < _FURNITURE
        if part and lexicon.pattern("furniture").search(text[a:b]):
            continue
        evidence = whole if lead[1] else (a, b)
        for place, (c, d) in enumerate(_halves(text, a, b)):
            found.append(Unit(c, d, evidence, lead, first=not found and place == 0, heading=heading))
    return found


def sentence_spans(text: str, start: int, end: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Half-open spans of the sentences between two offsets, without the blanks around them."""
    spans, begun = [], start
    for m in _END.finditer(text, start, end):
        single = m[0].startswith(".") and not m[0].startswith("..")
        if single and m.end() < end and _is_short_form(text[max(begun, m.start() - _LONG) : m.start()], lexicon):
            continue
        spans.append(_trim(text, begun, m.end()))
        begun = m.end()
    if text[begun:end].strip():
        spans.append(_trim(text, begun, end))
    return [(a, b) for a, b in spans if a < b]


def _is_short_form(before: str, lexicon: Lexicon) -> bool:
    """Whether what stands before a full stop ends with an abbreviation or an initial."""
    word = _LAST_WORD.search(before)[0].casefold()  # type: ignore[index]
    return word in lexicon.list("abbreviations") or _INITIALS.fullmatch(word) is not None


def _halves(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence cut at its semicolons, where both sides are long enough to tell something."""
    parts, begun = [], start
    for m in re.finditer(r"\s*;\s+", text[start:end]):
        if start + m.start() - begun > 15 and end - start - m.end() > 12:
            parts.append((begun, start + m.start()))
            begun = start + m.end()
    return [*parts, (begun, end)]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
