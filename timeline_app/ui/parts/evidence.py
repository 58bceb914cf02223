"""The text of a report with its evidence marked: the sentence of each event, and within it the date as it was read."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from timeline_app.model import Mention
from timeline_app.ui.parts.markup import text


def marked_report(whole: str, mentions: Sequence[Mention], kept: Collection[str]) -> str:
    """HTML of the whole text. Each sentence carries the number that its event has in the list beside it.

    Sentences of events that are not kept are numbered but pale. Spans that do not lie in the text are left out.
    """
    inside = [m for m in mentions if 0 <= m.start < m.end <= len(whole)]
    dates = [(m.timex_start, m.timex_end) for m in inside if m.start <= m.timex_start < m.timex_end <= m.end]
    cuts = sorted(
        {0, len(whole), *(at for m in inside for at in (m.start, m.end)), *(at for pair in dates for at in pair)}
    )
    numbers = {mention.id: number for number, mention in enumerate(mentions, 1)}
    parts: list[str] = []
    for start, end in pairwise(cuts):
        here = [m for m in inside if m.start <= start and end <= m.end]
        first = [numbers[m.id] for m in inside if m.start == start]
        if first:
            parts.append("".join(f'<sup class="number">{number}</sup>' for number in first))
        if not here:
            parts.append(text(whole[start:end]))
            continue
        is_date = any(a <= start and end <= b for a, b in dates)
        pale = "" if any(m.id in kept for m in here) else " pale"
        parts.append(f'<mark class="{"date" if is_date else "sentence"}{pale}">{text(whole[start:end])}</mark>')
    return f'<div class="report" tabindex="0" aria-label="Text of the report">{"".join(parts)}</div>'
