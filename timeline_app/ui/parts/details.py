"""What is known of one event: what, when and how the date came about, who says so, and who says otherwise."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from timeline_app.dates import FuzzyDate
from timeline_app.errors import DateError
from timeline_app.model import Claim, Event, Fatalities, Mention, Source
from timeline_app.query import Filter, Names
from timeline_app.ui import state
from timeline_app.ui.parts.copy import copy_button
from timeline_app.ui.parts.markup import link, marked, text
from timeline_app.ui.parts.plain import plain
from timeline_app.ui.parts.words import FIELDS, plural, say_day, say_value
from timeline_app.wording import say_date


def details(event: Event, around: Sequence[Event], names: Names, *, colour: str, today: str) -> None:
    """Draw the panel. `around` are the events in view, for previous and next; `today` dates the citation."""
    ids = [other.id for other in around]
    at = ids.index(event.id) if event.id in ids else -1
    with st.container(key="details", border=True, gap="small"):
        _steps(ids, at)
        st.html(_head(event, names, colour))
        _links("Actors", "actor", event.actors, names)
        _links("Countries", "country", event.countries, names)
        _links("Place", "q", [event.place] if event.place else [], names)
        st.html(_evidence(event))
        _copying(event, today)


def _steps(ids: Sequence[str], at: int) -> None:
    before, after = (ids[at - 1] if at > 0 else ""), (ids[at + 1] if 0 <= at < len(ids) - 1 else "")
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="steps"):
        for key, target, shortcut in (("previous", before, "Left"), ("next", after, "Right")):
            st.button(
                key.capitalize(), key=key, shortcut=shortcut, disabled=not target, on_click=_choose, args=(target,)
            )
        st.html(f'<span class="place-in-list">{at + 1} of {len(ids):,}</span>' if at >= 0 else "<span></span>")
        st.button("Close", key="close", shortcut="Esc", type="tertiary", on_click=_choose, args=("",))


def _choose(event: str) -> None:
    state.show(event=event)


def _head(event: Event, names: Names, colour: str) -> str:
    status = say_value("status", event.status, names)
    told = f"{status} by {event.claimant}" if event.claimant else status
    kind = text(say_value("kind", event.kind, names))
    badges = [
        f'<span class="badge"><i style="background:{text(colour)}"></i>{kind}</span>',
        f'<span class="badge">{text(told)}</span>',
        '<span class="badge">Checked</span>' if event.verified else "",
        '<span class="badge">From a report</span>' if event.origin == "report" else "",
    ]
    where = f" · {text(event.place)}" if event.place else ""
    quoted = {mention.evidence for mention in event.mentions}
    summary = f"<p>{text(event.summary)}</p>" if event.summary and event.summary not in quoted else ""
    dead = f'<p class="fact"><b>Deaths</b> {text(_say_deaths(event.fatalities))}</p>' if event.fatalities else ""
    edtf = f'<code title="EDTF, ISO 8601-2">{text(event.date)}</code>'
    return (
        f'<div class="event">{"".join(badges)}<h3>{text(event.label)}</h3>'
        f'<p class="when">{text(say_date(event.date))}{where}</p>{edtf}'
        f"{summary}{dead}{_rivals(event)}</div>"
    )


def _say_deaths(deaths: Fatalities) -> str:
    return f"{deaths.low:,}" if deaths.low == deaths.high else f"{deaths.low:,} to {deaths.high:,}"


def _rivals(event: Event) -> str:
    """The value that is shown and those that other sources give, side by side, field by field."""
    claims = event.claims
    if not claims:
        return ""
    rows = []
    for field, group in groupby(sorted(claims, key=lambda claim: claim.field), key=lambda claim: claim.field):
        name = text(FIELDS.get(field, field.replace("_", " ").capitalize()))
        if adopted := _adopted(event, field):
            outlets = ", ".join(dict.fromkeys(source.credit for source in event.sources if source.credit))
            rows.append(
                f"<tr><th>{name}</th><td>{text(adopted)}<small>shown above</small></td>"
                f"<td class=who>{text(outlets)}</td></tr>"
            )
            name = ""
        for claim in group:
            note = f"<small>{text(claim.note)}</small>" if claim.note else ""
            who = f"<td class=who>{text(claim.source)}</td>"
            rows.append(f"<tr><th>{name}</th><td>{text(_say_claim(claim))}{note}</td>{who}</tr>")
            name = ""
    return f'<h4>Told otherwise</h4><table class="rivals">{"".join(rows)}</table>'


def _adopted(event: Event, field: str) -> str:
    """The event's own value of a field in words; empty where it has none."""
    if field == "date":
        return say_date(event.date)
    if field == "fatalities":
        return _say_deaths(event.fatalities) if event.fatalities else ""
    value = getattr(event, field, "")
    return value if isinstance(value, str) else ""


def _say_claim(claim: Claim) -> str:
    if claim.field != "date":
        return claim.value
    try:
        return say_date(FuzzyDate.parse(claim.value))
    except DateError:
        return claim.value


def _links(label: str, name: str, values: Sequence[str], names: Names) -> None:
    """Values of the event as buttons; each shows only events that share it."""
    if not values:
        return
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key=f"links-{name}"):
        st.html(f'<span class="label">{text(label)}</span>', width="content")
        for value in values:
            st.button(
                plain(say_value(name, value, names)),
                key=f"only-{name}-{value}",
                on_click=_only,
                args=(name, value),
            )


def _only(name: str, value: str) -> None:
    state.change_filter(lambda now: Filter.read(now.parameters() | {name: [value]})[0])


def _evidence(event: Event) -> str:
    told = [mention.source for mention in event.mentions]
    others = [source for source in event.sources if source not in told]
    count = len(dict.fromkeys(source.outlet for source in (*told, *others)))
    heading = f"<h4>{plural(count, 'source')}</h4>" if count else "<h4>No source is given</h4>"
    tellings = [_telling(event, mention) for mention in event.mentions]
    return f'<div class="event">{heading}{"".join((*tellings, *map(_source, others)))}{_without_quote(event)}</div>'


def _without_quote(event: Event) -> str:
    """What is known of the date of an event that came without a quote, written by hand or imported."""
    if event.mentions or not event.sources:
        return ""
    read = f"The date is read as {say_date(event.date)}, precise to the {event.date.precision.value}."
    kept = f"No quote is kept here: read it in {'this source' if len(event.sources) == 1 else 'these sources'}."
    return f"<p class=how>{text(read)} {kept}</p>"


def _telling(event: Event, mention: Mention) -> str:
    """What one report says, word for word, how its date was read, and where it differs from what is shown above."""
    at = mention.evidence.find(mention.timex)
    quote = marked(mention.evidence, [(at, at + len(mention.timex), "date")] if at >= 0 and mention.timex else [])
    how = f"<p class=how>{text(mention.resolution)}</p>" if mention.resolution else ""
    differs = _differences(event, mention)
    own = f"<p class=how>Here otherwise: {text('; '.join(differs))}</p>" if differs else ""
    return f"<blockquote>{quote}</blockquote>{how}{own}{_source(mention.source)}"


def _differences(event: Event, mention: Mention) -> list[str]:
    said = []
    if mention.date != event.date:
        said.append(say_date(mention.date))
    if mention.status != event.status:
        said.append(mention.status.value)
    if mention.fatalities and mention.fatalities != event.fatalities:
        said.append(f"{_say_deaths(mention.fatalities)} dead")
    return said


def _source(source: Source) -> str:
    parts = [f"<b>{text(source.credit)}</b>" if source.credit else ""]
    parts.append(link(source.url, source.title or source.url) if source.url else text(source.title))
    parts.append(text(say_day(source.published)) if source.published else "")
    return f'<p class="source">{" · ".join(part for part in parts if part)}</p>'


def _copying(event: Event, today: str) -> None:
    with st.container(horizontal=True, gap="xsmall", key="copying"):
        copy_button("copy-link", "Copy link")
        copy_button("copy-citation", "Copy citation", text=citation(event, today))


def citation(event: Event, today: str) -> str:
    """One line for a footnote: what, when, and the sources with their addresses."""
    sources = "; ".join(
        ", ".join(part for part in (source.credit, f"“{source.title}”" if source.title else "", source.url) if part)
        for source in event.sources
    )
    return f"{event.label} ({say_date(event.date)}). {sources or 'No source given'}. Read on {today}."
