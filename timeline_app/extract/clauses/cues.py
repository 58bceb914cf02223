"""The clause that a date belongs to without a parse: by commas, joining words and what speaks of an event."""

from itertools import pairwise

from timeline_app.extract.clauses.clause import Clause
from timeline_app.extract.words.lexicon import Lexicon
from timeline_app.extract.words.tokens import Sentence


def by_cues(sentence: Sentence, span: tuple[int, int], lexicon: Lexicon) -> Clause | None:
    """Without a parse: the stretch between commas, dashes and joining words that holds the date and something told."""
    tokens = sentence.tokens
    inside = frozenset(t.index for t in sentence.within(*span))
    norms = [t.norm for t in tokens]
    joins = lexicon.list("joins")
    cuts = (
        [0]
        + [
            i
            for i, n in enumerate(norms)
            if i and i not in inside and (n in {",", ";", ":", "(", ")", "—", "–"} or n in joins)
        ]
        + [len(tokens)]
    )
    chunks = [range(a, b) for a, b in pairwise(cuts) if b > a]

    def told(chunk: range) -> list[int]:
        return [i for i in chunk if i not in inside and (lexicon.nouns.at(norms, i) or lexicon.kinds.at(norms, i))]

    at = next((k for k, chunk in enumerate(chunks) if inside & set(chunk)), 0)
    order = [
        at,
        *[
            k
            for step in range(1, len(chunks))
            for k in ((at + step, at - step) if at == 0 else (at - step, at + step))
            if 0 <= k < len(chunks)
        ],
    ]
    chosen, events = next(((k, here) for k in order if (here := told(chunks[k]))), (None, []))
    if chosen is None:
        every = frozenset(range(len(tokens))) - inside
        return Clause(sentence, min(every), True, every, every, time=inside, how="the only sentence") if every else None
    low, high = min(at, chosen), max(at, chosen)
    core = frozenset(i for k in range(low, high + 1) for i in chunks[k])
    anchor = min(inside, default=0)
    predicate = min(events, key=lambda i: (abs(i - anchor), i))
    wide = frozenset(range(len(tokens)))
    nominal = lexicon.nouns.has(norms[predicate])
    subject = frozenset(i for i in core if i < predicate and i not in inside and norms[i] not in {",", ":"})
    objects = frozenset(i for i in core if i > predicate and i not in inside)
    how = f"in one stretch with {tokens[predicate].text!r}"
    return Clause(sentence, predicate, nominal, core, wide, subject, objects, time=inside, how=how)
