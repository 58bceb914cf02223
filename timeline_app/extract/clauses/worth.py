"""Which dated clauses are events: not what a date only identifies, what recurs, or what never was; each date once."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from timeline_app.dates import FuzzyDate, Precision, Shape
from timeline_app.extract.clauses.clause import Clause
from timeline_app.extract.words.lexicon import Lexicon
from timeline_app.extract.words.units import Unit
from timeline_app.model import Article, TimeExpression

Dated = tuple[TimeExpression, Clause]
"""A time expression and the clause that it dates."""

_ASKED = 6
"""Words that a question has at least to tell something."""
_ADJOINING = 12
"""Characters between two expressions that may name one date together."""


def is_event(article: Article, unit: Unit, time: TimeExpression, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a time expression that hangs on this clause puts an event on the calendar."""
    if time.type == "SET" or time.date is None or time.date.precision is Precision.CENTURY:
        return False
    if article.text[max(0, time.start - 1) : time.start] in {"-", "–"} and article.text[time.start - 2].isalnum():
        return False  # the tail of a name: "boulevard du 22-Octobre-1946"
    before = article.text[max(0, time.start - 24) : time.start].casefold()
    after = article.text[time.end : time.end + 24].casefold()
    if lexicon.pattern("worth", "number_before").search(before) or lexicon.pattern("worth", "thing_after").match(after):
        return False
    others = clause.tokens(frozenset(range(len(clause.sentence.tokens))) - clause.dates - clause.time)
    told = sum(t.text[0].isalnum() for t in others)
    if told < (1 if unit.lead[1] else 2) or (told < _ASKED and article.text[unit.end - 1 : unit.end] == "?"):
        return False
    within = not unit.lead[1] or time.start >= unit.lead[1]
    if clause.identifies and within and time.date.precision in {Precision.YEAR, Precision.DECADE}:
        return False
    if _is_subject(clause) or _ranks(clause, time.date, lexicon) or (not unit.lead[1] and _is_order(clause)):
        return False
    if lexicon.pattern("worth", "of_the_text").search(article.text[unit.start : unit.end]):
        return False
    return not _unreal(clause, lexicon) and not _habitual(article, unit, time, clause, lexicon)


def _is_subject(clause: Clause) -> bool:
    """Whether the date is what the clause speaks of: "Saturday will mark two years since ..."."""
    tokens = clause.sentence.tokens
    small = {"determiner", "case", "punctuation"}
    if clause.nominal or not clause.sentence.parsed:
        return False
    if (
        not clause.time
        or tokens[min(clause.time)].pos == "ADP"
        or any(tokens[i].pos in {"ADV", "SCONJ"} for i in clause.time)
    ):
        return False
    before = clause.subject | frozenset(i for i in range(clause.predicate) if "auxiliary" not in tokens[i].role)
    return bool(before & clause.time) and all(i in clause.time or tokens[i].role in small for i in before)


def _ranks(clause: Clause, when: FuzzyDate, lexicon: Lexicon) -> bool:
    """Whether a clause only says the how-many-eth it was since then: "it was the third raid since March"."""
    tokens = clause.sentence.tokens
    if clause.nominal or not clause.sentence.parsed or when.shape is not Shape.SPAN or when.edtf[-2:] != "..":
        return False
    copula = tokens[clause.predicate].pos == "AUX" or any(
        tokens[c].role == "copula" for c in clause.sentence.children[clause.predicate]
    )
    ordinal = lexicon.pattern("worth", "ordinal")
    return copula and any(ordinal.fullmatch(t.norm) for t in clause.tokens(clause.core - clause.subject - clause.time))


def _is_order(clause: Clause) -> bool:
    """Whether a sentence opens with a verb that tells what should be done: "Reopen the base by June."."""
    first = clause.sentence.tokens[0]
    if first.role != "root" or first.pos != "VERB" or first.text.isupper():
        return False
    subject = any("subject" in clause.sentence.tokens[c].role for c in clause.sentence.children[0])
    return not subject and (first.tag == "VB" or "VerbForm=Inf" in first.morph)


def _unreal(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether the clause tells what would have been: "had they merged", "if it had"."""
    sentence = clause.sentence
    if not sentence.parsed or clause.nominal:
        return lexicon.phrases("status", "counterfactual").any(sentence.norms()[:4]) is not None
    norms = sentence.norms()
    comma = norms.index(",") if "," in norms else 0
    if norms[0] in lexicon.list("status", "inverted") and set(norms[comma:]) & lexicon.list("status", "would"):
        return clause.predicate < comma
    small = [sentence.tokens[c] for c in sentence.children[clause.predicate]]
    inverted = lexicon.list("status", "inverted")
    first = min(clause.subject, default=0)
    if (
        any(t.norm in inverted and "auxiliary" in t.role and t.index < first for t in small)
        and sentence.norms()[-1] != "?"
    ):
        return clause.head.role != "root"
    past = any(t.norm in lexicon.list("status", "unreal_past") for t in small)
    return past and any(t.norm in lexicon.list("status", "conditions") and t.role == "marker" for t in small)


def _habitual(article: Article, unit: Unit, time: TimeExpression, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a bare month or weekday stands with a timeless present: "the herds come home in November"."""
    if unit.lead[1] or clause.nominal or not clause.sentence.parsed or not lexicon.words["worth"]["habitual_present"]:
        return False
    if clause.head.tag not in {"VBZ", "VBP", "VBN"} or re.search(r"\d", time.text) or time.date is None:
        return False
    helpers = [
        clause.sentence.tokens[c]
        for c in clause.sentence.children[clause.predicate]
        if "auxiliary" in clause.sentence.tokens[c].role
    ]
    if any(h.tag not in {"VBZ", "VBP"} or h.norm in lexicon.list("verbs", "perfect") for h in helpers):
        return False
    if clause.head.tag == "VBN" and not helpers:
        return False
    bare = lexicon.pattern("worth", "bare_month").fullmatch(time.text.casefold()) is not None
    past = bool(article.published and time.date.latest and time.date.latest < article.published)
    return bare and past and not lexicon.phrases("speech", "say").has(clause.head.norm)


def once_each(article: Article, found: Sequence[Dated], lexicon: Lexicon) -> list[Dated]:
    """Without expressions that only help another to say its date: the ends of a range, a weekday beside its day, a
    year beside its month, a clock time beside a day."""
    found = _runs(article, found, lexicon)
    kept = list(found)
    for one, clause in found:
        for other, theirs in found:
            if one is other or (other, theirs) not in kept or (one, clause) not in kept:
                continue
            if _helps(article, one, clause, other, theirs, lexicon) or _only_says(clause, theirs, lexicon):
                kept.remove((one, clause))
    return [pair for pair in kept if not _clock_range(article, pair[0], found, lexicon)]


def _only_says(clause: Clause, theirs: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause only says when somebody without a name told of an event that has its own date: "the army said on
    Sunday that it had bombed a camp on Saturday"; what a person by name says is news."""
    if clause.nominal or not clause.sentence.parsed:
        return False
    says = any(lexicon.phrases("speech", how).has(clause.head.norm) for how in ("say", "deny"))
    if not says or lexicon.phrases("speech", "announce").has(clause.head.norm):
        return False
    tokens = clause.sentence.tokens
    top = theirs.predicate
    while tokens[top].role == "open" and tokens[top].head != top:
        top = tokens[top].head
    beside = tokens[top].role == "parataxis" and tokens[top].head == clause.predicate
    around = clause.head.role == "parataxis" and clause.head.head == top
    by_name = any(tokens[i].pos == "PROPN" and tokens[i].head not in clause.subject for i in clause.subject)
    return around or (not by_name and (clause.predicate in theirs.governors[:1] or beside))


def _runs(article: Article, found: Sequence[Dated], lexicon: Lexicon) -> list[Dated]:
    """Days or months in a row of one verb made one span: "met on 15 and 16 January", "in July and August"."""
    joined: list[Dated] = []
    for time, clause in found:
        before, theirs = joined[-1] if joined else (None, None)
        if before and theirs and theirs.predicate == clause.predicate and _goes_on(article, before, time, lexicon):
            assert before.date is not None
            assert time.date is not None
            start, end = before.date.edtf.split("/")[0], time.date.edtf
            joined[-1] = (
                replace(
                    before,
                    end=time.end,
                    text=article.text[before.start : time.end],
                    date=FuzzyDate.parse(f"{start}/{end}"),
                ),
                replace(theirs, time=theirs.time | clause.time),
            )
        else:
            joined.append((time, clause))
    return joined


def _goes_on(article: Article, one: TimeExpression, other: TimeExpression, lexicon: Lexicon) -> bool:
    """Whether `other` is the day or month after the last of `one`, and only "and" or a comma stands between."""
    if one.date is None or other.date is None or other.date.shape is not Shape.POINT:
        return False
    if one.date.precision is not other.date.precision or other.date.precision not in {Precision.DAY, Precision.MONTH}:
        return False
    words = set(re.findall(r"\w+", article.text[one.end : other.start].casefold()))
    if other.start - one.end > _ADJOINING or not words <= lexicon.list("worth", "ands") | lexicon.list("definite"):
        return False
    last, next_day = one.date.latest, other.date.earliest
    return last is not None and next_day == last + timedelta(1) and one.date.shape is not Shape.WITHIN


def _helps(
    article: Article, one: TimeExpression, clause: Clause, other: TimeExpression, theirs: Clause, lexicon: Lexicon
) -> bool:
    """Whether `one` says nothing of its own beside `other`."""
    assert one.date is not None
    assert other.date is not None
    first, second = sorted((one, other), key=lambda t: t.start)
    between = article.text[first.end : second.start]
    words = set(re.findall(r"\w+", between.casefold()))
    adjoining = len(between) <= _ADJOINING and "\n" not in between
    if adjoining and one.date == other.date:
        return one is first if one.date.shape is Shape.SPAN else len(one.text) < len(other.text) or one is second
    if adjoining and other.date.shape is Shape.SPAN and one.date.shape is not Shape.SPAN:
        ends = {other.date.earliest, other.date.latest}
        if one.date.earliest in ends or one.date.latest in ends:
            return True
    if clause.predicate != theirs.predicate:
        return False
    if words & lexicon.list("worth", "ands"):
        return False
    if one.type == "TIME" and other.type == "DATE" and re.search(r"\d", one.text):
        return True
    if not one.date.overlaps(other.date):
        return adjoining and len(words) <= 1 and _figures(other) and not _figures(one)
    if len(between) > 2 * _ADJOINING and one.date.shape is not Shape.SPAN and one.type != "TIME":
        return False
    mine, its = _days(one.date), _days(other.date)
    return mine > its or (mine == its and (_weight(one), -one.start) < (_weight(other), -other.start))


def _figures(time: TimeExpression) -> bool:
    return re.search(r"\d", time.text) is not None


def _weight(time: TimeExpression) -> tuple[bool, int]:
    """An expression with figures says more than one without, a longer one more than a short one."""
    return _figures(time), len(time.text)


def _days(date: FuzzyDate) -> int:
    return (date.latest - date.earliest).days if date.latest and date.earliest else 99_999


def _clock_range(article: Article, time: TimeExpression, found: Sequence[Dated], lexicon: Lexicon) -> bool:
    """Whether a clock time is one end of opening hours: "from 9 p.m. to 5 a.m."."""
    if time.type != "TIME" or not re.search(r"\d", time.text):
        return False
    others = [t for t, _ in found if t is not time and t.type == "TIME" and re.search(r"\d", t.text)]
    for other in others:
        first, second = sorted((time, other), key=lambda t: t.start)
        if set(re.findall(r"\w+", article.text[first.end : second.start].casefold())) & lexicon.list("worth", "to"):
            return True
    return False


def dates_of(time: TimeExpression) -> list[FuzzyDate]:
    """The dates that an expression names: "17 and 21 May" are two."""
    when = time.date
    if when is None:
        return []
    if when.edtf.startswith("[") and "," in when.edtf:
        return [FuzzyDate.parse(part.strip()) for part in when.edtf[1:-1].split(",")]
    return [when]
