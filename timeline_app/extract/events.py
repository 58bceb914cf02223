"""The order of the stage: units of the text, their clauses, and for each dated clause one mention."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from timeline_app.extract.clauses.attach import attach
from timeline_app.extract.clauses.clause import Clause
from timeline_app.extract.clauses.worth import dates_of, is_event, once_each
from timeline_app.extract.confidence import confidence
from timeline_app.extract.deaths import deaths
from timeline_app.extract.kinds.kind import kind_of
from timeline_app.extract.labels.calling import called, spoken
from timeline_app.extract.labels.label import Around, label
from timeline_app.extract.names.context import Context, opening, remember
from timeline_app.extract.names.gazetteer import Gazetteer
from timeline_app.extract.names.name import Name, Names
from timeline_app.extract.parties.party import Parties, parties
from timeline_app.extract.parties.zones import located, names_an_accord
from timeline_app.extract.status import standing
from timeline_app.extract.words import parser as parsing
from timeline_app.extract.words.lexicon import Lexicon, lexicon
from timeline_app.extract.words.tokens import Sentence, plain_tokens
from timeline_app.extract.words.units import Unit, units
from timeline_app.model import Article, Kind, Mention, TimeExpression


def extract(
    article: Article, times: Sequence[TimeExpression], gazetteer: Gazetteer, *, parser: bool = True
) -> list[Mention]:
    """Every telling of a dated event in the article, in the order of the text.

    `times` are the article's time expressions. With `parser=False`, or where the language's model is not installed,
    the rules work alone, and each mention's `tier` says so.
    """
    words = lexicon(article.lang)
    dated = [t for t in times if t.date is not None]
    pieces = units(article.text, times, words, article.title, article.published)
    starts = [time.start for time in dated]
    holding = [(unit, here) for unit in pieces if (here := _times_in(unit, dated, starts))]
    if not holding:
        return []
    sentences = _sentences(article, [unit for unit, _ in holding], words, parser)
    names = Names(article.text, article.lang, gazetteer, words)
    context = opening(names, article)
    found: list[Mention] = []
    for (unit, here), sentence in zip(holding, sentences, strict=True):
        remember(context, unit, names, article)
        dated_clauses = []
        for time in here:
            others = [(t.start, t.end) for t in here if t is not time]
            counted = time.type == "DURATION" and time.date is not None
            clause = attach(sentence, (time.start, time.end), others, words, counted=counted)
            if clause is not None and is_event(article, unit, time, clause, words):
                dated_clauses.append((time, clause))
        for time, clause in once_each(article, dated_clauses, words):
            before = found[-1].kind if found else None
            found += _mentions(article, unit, time, clause, names, context, gazetteer, words, before)
    return found


def _times_in(unit: Unit, dated: Sequence[TimeExpression], starts: Sequence[int]) -> list[TimeExpression]:
    """The time expressions that a unit holds; those of its list item's head belong to its first unit."""
    spans = [unit.lead, (unit.start, unit.end)] if unit.first else [(unit.start, unit.end)]
    return [time for low, high in spans for time in dated[bisect_left(starts, low) : bisect_left(starts, high)]]


def _sentences(article: Article, pieces: list[Unit], words: Lexicon, parser: bool) -> list[Sentence]:
    spans = [(unit.start, unit.end) for unit in pieces]
    parsed = parsing.parse(article.text, spans, words.lang) if parser else None
    return parsed or [Sentence(a, b, plain_tokens(article.text, a, b)) for a, b in spans]


def _mentions(
    article: Article, unit: Unit, time: TimeExpression, clause: Clause, names: Names, context: Context,
    gazetteer: Gazetteer, words: Lexicon, before: Kind | None,
) -> list[Mention]:  # fmt: skip
    named = _named(clause, names, words)
    classes = [named[t.index].kind if t.index in named else "" for t in clause.sentence.tokens]
    kind, kind_why, _ = kind_of(clause, classes, words, before)
    toll = deaths(clause, words)
    made = []
    for when in dates_of(time):
        stand = standing(clause, when, article.published, words)
        whose = parties(clause, named, kind, context, gazetteer, words, stand.claimant)
        nouns = called(clause, named, context, "" if whose.subject else _home(whose, context), words)
        around = Around(spoken(whose.subject, context, words), _where(whose, clause, named, words), nouns)
        line, line_why = label(clause, named, around, words)
        claimant = _claimant(stand.claimant, clause, named)
        start, end = unit.evidence
        made.append(
            Mention(
                article=article.id,
                source=article.source,
                evidence=article.text[start:end],
                start=start,
                end=end,
                date=when,
                timex=time.text,
                timex_start=time.start,
                timex_end=time.end,
                resolution=time.resolution,
                label=line or article.text[start:end][:80],
                kind=kind,
                status=stand.status,
                actors=whose.actors,
                agents=whose.agents,
                patients=whose.patients,
                countries=whose.countries,
                place=whose.place,
                claimant=claimant,
                fatalities=toll,
                lang=article.lang,
                tier="parser" if clause.sentence.parsed else "rules",
                confidence=confidence(
                    clause,
                    when,
                    paired=" + " in kind_why,
                    status=stand.status,
                    label=line,
                    pronoun=line.lower().split(" ")[0] in words.list("pronouns"),
                    supplied=whose.supposed,
                ),
                decided=(
                    ("date", f"{time.rule}: {time.resolution}" if time.resolution else time.rule),
                    ("event", clause.how),
                    ("kind", kind_why),
                    ("status", stand.why),
                    ("label", line_why),
                    *whose.why,
                ),
            )
        )
    return made


def _named(clause: Clause, names: Names, words: Lexicon) -> dict[int, Name]:
    """The name that each token is part of."""
    sentence = clause.sentence
    found: dict[int, Name] = {}
    for name in names.within(sentence.start, sentence.end):
        inside = sentence.within(name.start, name.end)
        if name.metonym and name.actor and inside and _governs(clause, inside[0].index, inside[-1].index, words):
            # An acting capital is its government: the headline says the state.
            country = words.country_name(next(iter(name.actor.countries), ""))
            name = replace(name, short=words.words["with_article"].get(country, country))
        for token in inside:
            found.setdefault(token.index, name)
    return found


def _governs(clause: Clause, first: int, last: int, words: Lexicon) -> bool:
    """Whether a capital stands for its government: it acts, and neither tells where nor names an accord."""
    tokens = clause.sentence.tokens
    told = located(tokens, first, words) or names_an_accord(tokens, first, last, words)
    listed = tokens[first].role == "conjunct" and first not in clause.subject | clause.agents
    return not told and not listed and first not in clause.objects and tokens[first].role != "compound"


def _home(whose: Parties, context: Context) -> str:
    """Whose the army and the government of an event are: the one country that it is about, or the text's among them."""
    if len(whose.countries) == 1:
        return whose.countries[0]
    return next((c for c in (context.country, context.main) if c in whose.countries), "")


def _where(whose: Parties, clause: Clause, named: dict[int, Name], words: Lexicon) -> str:
    """Where it happened, in words, for a label too short to say so; empty where the clause names a place or state."""
    if any(named[i].kind in {"place", "state"} for i in clause.core if i in named) or not whose.countries:
        return ""
    country = words.country_name(whose.here) if whose.here in whose.countries[:1] else ""
    return words.words["locative_forms"].get(country, words.words["label"]["where"].format(country)) if country else ""


def _claimant(indexes: frozenset[int], clause: Clause, named: dict[int, Name]) -> str:
    if name := next((named[i] for i in sorted(indexes) if i in named), None):
        return name.canonical
    said, last = "", 0
    for token in (clause.sentence.tokens[i] for i in sorted(indexes)):
        gap = said and token.start > last
        said += (" " if gap else "") + token.text
        last = token.end
    return said[:60]
