"""Values of every shape, for the laws that storing must keep."""

import string
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from timeline_app.dates import FuzzyDate
from timeline_app.model import (
    Actor,
    ActorKind,
    Article,
    Claim,
    DataPackage,
    Event,
    Fatalities,
    Kind,
    Mention,
    Period,
    Place,
    Preset,
    Source,
    Status,
)

slugs = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6})?", fullmatch=True)
characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
texts = st.text(characters, max_size=30).map(str.strip)
words = st.text(characters, min_size=1, max_size=20).map(str.strip).filter(bool)
items = st.lists(words.map(lambda word: word.replace(";", ",").strip()).filter(bool), max_size=3).map(tuple)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
countries = st.lists(st.text(string.ascii_uppercase, min_size=2, max_size=2), max_size=3).map(tuple)
dates = st.one_of(
    days.map(FuzzyDate.on),
    st.builds(FuzzyDate.of, st.integers(1, 9999), st.integers(1, 12)),
    st.integers(1, 9999).map(FuzzyDate.of).map(FuzzyDate.about),
    st.tuples(days, days).map(lambda two: FuzzyDate.within(min(two), max(two))),
    days.map(lambda day: FuzzyDate.span(FuzzyDate.on(day), None)),
    st.sampled_from([FuzzyDate.parse(text) for text in ("199X", "../2014", "[2021-05-17,2021-05-21]", "2021-22")]),
)
fatalities = st.none() | st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(
    lambda two: Fatalities(low=min(two), high=max(two))
)
degrees = st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def sources(ids: st.SearchStrategy[str]) -> st.SearchStrategy[Source]:
    return st.builds(
        Source, id=ids, outlet=texts, via=texts, title=texts, url=st.just("https://example.org/a?b=1,2"), author=texts,
        published=st.none() | days,
    )  # fmt: skip


@st.composite
def packages(draw: st.DrawFn) -> DataPackage:
    """Packages as `load` may give them: unique ids, sources of events in the list of sources."""
    told = draw(st.lists(sources(slugs), max_size=3, unique_by=lambda source: source.id))
    chosen = st.lists(st.sampled_from(told), unique=True, max_size=2).map(tuple) if told else st.just(())

    def claimed(event: Event) -> st.SearchStrategy[Event]:
        rival = st.builds(
            Claim, event=st.just(event.id), field=st.just("outcome"), value=words, source=words, note=texts
        )
        claims = st.lists(rival, max_size=2).map(tuple)
        return st.builds(lambda claims: _with(event, claims), claims)

    event = st.builds(
        _event, id=slugs, date=dates, label=words, summary=texts, kind=st.sampled_from(Kind),
        status=st.sampled_from(Status), claimant=texts, actors=items, countries=countries, place=texts, where=degrees,
        fatalities=fatalities, salience=st.integers(1, 3), verified=st.booleans(), sources=chosen,
    ).flatmap(claimed)  # fmt: skip
    actor = st.builds(
        Actor, id=slugs, name=words, kind=st.sampled_from(ActorKind), countries=countries, parent=st.just("") | slugs,
        aliases=st.dictionaries(st.sampled_from(["en", "fr", "es", "ar"]), items.filter(bool), max_size=3),
        active_from=st.just("") | dates.map(str), active_to=st.just("") | dates.map(str), note=texts,
    )  # fmt: skip
    country = st.text(string.ascii_uppercase, min_size=2, max_size=2)
    place = st.builds(_place, name=words, country=country, aliases=items, admin1=texts, where=degrees)
    return DataPackage(
        name=draw(slugs),
        title=draw(words),
        version=draw(st.sampled_from(["", "1.0.0"])),
        description=draw(texts),
        licences=draw(st.sampled_from([(), ("CC-BY-4.0",), ("ODbL-1.0", "https://example.org/licence")])),
        events=tuple(draw(st.lists(event, max_size=3, unique_by=lambda event: event.id))),
        actors=tuple(draw(st.lists(actor, max_size=3, unique_by=lambda actor: actor.id))),
        places=tuple(draw(st.lists(place, max_size=2))),
        sources=tuple(told),
        periods=tuple(draw(st.lists(st.builds(Period, label=words, date=dates, lane=texts), max_size=2))),
        presets=tuple(draw(st.lists(st.builds(Preset, label=words, where=words), max_size=2))),
    )


def _event(where: tuple[float, float] | None, **given: object) -> Event:
    return Event(**given, lat=where and where[0], lon=where and where[1])  # type: ignore[arg-type]


def _place(where: tuple[float, float] | None, **given: object) -> Place:
    return Place(**given, lat=where and where[0], lon=where and where[1])  # type: ignore[arg-type]


def _with(event: Event, claims: tuple[Claim, ...]) -> Event:
    return replace(event, claims=claims)


@st.composite
def told_articles(draw: st.DrawFn) -> tuple[Article, tuple[Mention, ...]]:
    """An article and mentions that quote it."""
    text = draw(st.text(characters, min_size=1, max_size=60).filter(lambda text: bool(text.strip())))
    article = draw(st.builds(
        Article, text=st.just(text), lang=st.sampled_from(["en", "fr"]), title=texts, outlet=texts, author=texts,
        published=st.none() | days, published_from=texts,
    ))  # fmt: skip

    def quote(ends: tuple[int, int]) -> tuple[int, int]:
        return min(ends), max(ends) + 1

    ends = st.tuples(st.integers(0, len(text) - 1), st.integers(0, len(text) - 1)).map(quote)
    spans = ends.filter(lambda span: bool(text[span[0] : span[1]].strip()))

    def build(span: tuple[int, int], timex: tuple[int, int], **given: object) -> Mention:
        return Mention(
            article=article.id, evidence=text[slice(*span)], start=span[0], end=span[1], timex=text[slice(*timex)],
            timex_start=timex[0], timex_end=timex[1], **given,  # type: ignore[arg-type]
        )  # fmt: skip

    mention = st.builds(
        build, span=spans, timex=spans, source=st.just(article.source) | sources(slugs), date=dates, resolution=texts,
        label=words, kind=st.sampled_from(Kind), status=st.sampled_from(Status), actors=items, agents=items,
        patients=items, countries=countries, place=texts, claimant=texts, fatalities=fatalities,
        lang=st.sampled_from(["en", "fr"]), tier=st.sampled_from(["rules", "parser"]), confidence=st.floats(0, 1),
        decided=st.lists(st.tuples(words, words), max_size=2).map(tuple),
    )  # fmt: skip
    return article, tuple(draw(st.lists(mention, max_size=3, unique_by=lambda mention: mention.id)))
