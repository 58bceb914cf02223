"""Which event a date belongs to: the clause around it, by the parse or, without one, by punctuation and cue words."""

from dataclasses import replace

from timeline_app.extract.clauses.behind import behind_date, counts
from timeline_app.extract.clauses.clause import Clause, clause_at, is_predicate, opening
from timeline_app.extract.clauses.cues import by_cues
from timeline_app.extract.words.lexicon import Lexicon
from timeline_app.extract.words.tokens import Sentence


def attach(
    sentence: Sentence,
    span: tuple[int, int],
    others: list[tuple[int, int]],
    lexicon: Lexicon,
    *,
    counted: bool = False,
) -> Clause | None:
    """The clause that the time expression at `span` dates; `others` are the other expressions of the sentence.

    A span outside the sentence (the dated head of a list item) dates its first main clause. `counted`: the expression
    counts from the date beside it to what follows ("fell on Monday, two days after *the garrison had left*").
    """
    if not sentence.tokens:
        return None
    clause = None
    if sentence.parsed:
        clause = behind_date(sentence, span, others, lexicon, counted=counted)
        if clause is None and counted and counts(sentence, span, lexicon):
            return None
        clause = clause or _by_parse(sentence, span, others, lexicon)
    else:
        clause = by_cues(sentence, span, lexicon)
    if clause is None:
        return None
    every = frozenset(t.index for a, b in others for t in sentence.within(a, b)) | clause.time
    clause = replace(clause, dates=every - {clause.predicate})
    return replace(clause, identifies=sentence.parsed and _identifies(sentence, clause, lexicon))


def _identifies(sentence: Sentence, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a date belongs to a noun that is no event and only tells which: "the 2017 plan", "cards of 2020"."""
    tokens = sentence.tokens
    start = next((i for i in sorted(clause.time, reverse=True) if tokens[i].head not in clause.time), None)
    if start is None or tokens[start].role not in {
        "compound",
        "number",
        "modifier",
        "possessor",
        "noun_modifier",
        "inner",
    }:
        return False
    head = tokens[start].head
    noun = head
    if tokens[head].pos == "ADP" and tokens[head].norm in lexicon.list("genitives"):
        noun = tokens[head].head
    elif tokens[start].role == "noun_modifier":
        marks = {tokens[c].norm for c in sentence.children[start] if tokens[c].role == "case"}
        if not marks & lexicon.list("genitives"):
            return False
    elif start > head:
        return False
    plain = tokens[noun].pos in {"NOUN", "PROPN"} and not lexicon.nouns.has(tokens[noun].norm)
    return plain and noun not in clause.dates | {clause.predicate}


def _by_parse(
    sentence: Sentence, span: tuple[int, int], others: list[tuple[int, int]], lexicon: Lexicon
) -> Clause | None:
    tokens = sentence.tokens
    inside = frozenset(t.index for t in sentence.within(*span))
    if not inside:
        root = next((t.index for t in tokens if t.role == "root" and is_predicate(sentence, t.index)), None)
        if root is None:
            root = next((t.index for t in tokens if is_predicate(sentence, t.index)), None)
        if root is None:
            root = next(
                (t.index for t in tokens if lexicon.nouns.has(t.norm)),
                next(t.index for t in tokens if t.head == t.index),
            )
        if is_predicate(sentence, root) and lexicon.phrases("speech", "say").has(tokens[root].norm):
            # "..., the army said": what is said happened on the day, not the saying.
            told = [c for c in sentence.children[root] if tokens[c].role in {"content", "parataxis"} and c < root]
            root = next((c for c in told if is_predicate(sentence, c)), root)
        found = clause_at(sentence, root, not is_predicate(sentence, root), inside, others, "head of the list item")
        every = frozenset(t.index for t in tokens)
        return replace(found, core=every, wide=every) if found.nominal else found
    start = next((i for i in sorted(inside, reverse=True) if tokens[i].head not in inside), max(inside))
    here, how, nominal = start, "", -1
    opens = opening(sentence, inside, lexicon)
    for _ in range(len(tokens)):
        stands = here in opens or _stands_before(sentence, here, inside)
        if here not in inside and is_predicate(sentence, here) and not stands:
            break
        counted = here == max(inside) + 1 and tokens[max(inside)].norm in lexicon.list("anchored")
        if here not in inside and nominal < 0 and lexicon.nouns.has(tokens[here].norm) and not counted:
            nominal = here
            if _genitive(sentence, start, here, lexicon) and not _told_by_verb(sentence, here, others, lexicon):
                return clause_at(
                    sentence, here, True, inside, others, f"date within the phrase of {tokens[here].text!r}"
                )
        if tokens[here].head == here:
            break
        here = tokens[here].head
    if not is_predicate(sentence, here) or here in inside:
        here = nominal if nominal >= 0 else here
        if here in inside:
            return _nearest(sentence, inside, others, lexicon)
        before = [t.index for t in tokens[: min(inside)] if is_predicate(sentence, t.index)]
        if nominal < 0 and before:
            return clause_at(sentence, before[-1], False, inside, others, f"a list of {tokens[before[-1]].text!r}")
        return clause_at(sentence, here, True, inside, others, f"date hangs on {tokens[here].text!r}")
    here = _saying(sentence, _above_condition(sentence, here, lexicon), start, lexicon)
    here = _before_now(sentence, here, inside, lexicon)
    if nominal >= 0 and _set_against(sentence, nominal, inside, lexicon):
        return clause_at(sentence, nominal, True, inside, others, f"date hangs on {tokens[nominal].text!r}")
    if nominal >= 0 and tokens[nominal].head == here and _of_its_own(sentence, nominal, here, lexicon):
        # "an uprising in 2012 was hijacked": the date is the noun's, and the verb tells another event or none.
        return clause_at(sentence, nominal, True, inside, others, f"date hangs on {tokens[nominal].text!r}")
    if nominal >= 0 and tokens[nominal].role not in {"subject", "passive_subject", "object", "attribute"}:
        between = tokens[nominal].head
        if between != here or tokens[nominal].role in {"inner", "oblique"}:
            how = f"date near {tokens[nominal].text!r}, told by {tokens[here].text!r}"
    return clause_at(sentence, here, False, inside, others, how or f"date hangs on {tokens[here].text!r}")


def _before_now(sentence: Sentence, verb: int, inside: frozenset[int], lexicon: Lexicon) -> int:
    """The participle for a verb in the present that a date "two weeks before" cannot belong to: "he pays tribute to the
    worshippers murdered at Boni two weeks before"."""
    tokens = sentence.tokens
    if tokens[max(inside)].norm not in lexicon.list("back_words") or "Tense=Pres" not in tokens[verb].morph:
        return verb
    below = sentence.subtree(verb)
    between = range(verb + 1, min(inside))
    found = [i for i in between if i in below and tokens[i].role == "participle" and is_predicate(sentence, i)]
    return found[-1] if found else verb


def _stands_before(sentence: Sentence, verb: int, inside: frozenset[int]) -> bool:
    """Whether a date stands before the word that opens a verb's clause, and so belongs to the verb above: "on Sunday,
    after the convoy had left, shots were heard"."""
    tokens = sentence.tokens
    if tokens[verb].role not in {"adverbial", "relative"} or tokens[verb].head == verb:
        return False
    opens = next((c for c in sentence.children[verb] if tokens[c].role == "marker" and c < verb), None)
    if opens is None or tokens[opens].text == "to" or max(inside) >= opens:
        return False
    return tokens[max(inside) + 1].text == "," and is_predicate(sentence, tokens[verb].head)


def _above_condition(sentence: Sentence, verb: int, lexicon: Lexicon) -> int:
    """The verb that a condition belongs to: "threatened force unless he is back by Sunday" is a threat, no return."""
    tokens = sentence.tokens
    conditions = lexicon.list("status", "conditions")
    for _ in range(3):
        marked = any(tokens[c].role == "marker" and tokens[c].norm in conditions for c in sentence.children[verb])
        past = lexicon.list("status", "unreal_past")
        never = any(tokens[c].norm in past for c in sentence.children[verb])
        if never or tokens[verb].role != "adverbial" or not marked or not is_predicate(sentence, tokens[verb].head):
            break
        verb = tokens[verb].head
    return verb


def _speaks(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    norm = sentence.tokens[index].norm
    return any(lexicon.phrases("speech", how).has(norm) for how in ("say", "announce", "deny"))


def _saying(sentence: Sentence, verb: int, date: int, lexicon: Lexicon) -> int:
    """The verb of saying for how it was said ("in a statement issued on Monday, they declared ...", "speaking on
    Monday, he said ..."); what is said for a saying put in between ("on Monday, a resident says, raiders came")."""
    tokens = sentence.tokens
    noun = tokens[verb].head
    if date < verb and _speaks(sentence, verb, lexicon):
        return _put_between(sentence, verb, date)
    if tokens[verb].norm in lexicon.list("speech", "manner"):
        above = verb
        while tokens[above].head != above and (above == verb or not is_predicate(sentence, above)):
            above = tokens[above].head
        return above if is_predicate(sentence, above) and _speaks(sentence, above, lexicon) else verb
    if tokens[verb].role not in {"participle", "relative"} or tokens[noun].norm not in lexicon.list("speech", "means"):
        return verb
    above = noun
    while tokens[above].head != above and not (above != noun and is_predicate(sentence, above)):
        above = tokens[above].head
    return above if _speaks(sentence, above, lexicon) and is_predicate(sentence, above) else verb


def _put_between(sentence: Sentence, verb: int, date: int) -> int:
    """What is said, where commas fence off a saying that stands between the date and it."""
    tokens = sentence.tokens
    own = sentence.subtree(verb)
    first = min((i for i in range(date + 1, verb) if tokens[i].pos != "PUNCT"), default=verb)
    fenced = verb + 1 < len(tokens) and tokens[verb + 1].text == "," and first > 0 and tokens[first - 1].text == ","
    if not fenced:
        return verb
    if tokens[verb].role == "parataxis" and tokens[verb].head > verb and is_predicate(sentence, tokens[verb].head):
        return tokens[verb].head
    told = (c for c in sentence.children[verb] if c > verb and tokens[c].role in {"content", "parataxis"})
    return next((c for c in told if c in own and is_predicate(sentence, c)), verb)


def _set_against(sentence: Sentence, noun: int, inside: frozenset[int], lexicon: Lexicon) -> bool:
    """Whether an event noun with its date only says from when something holds: "has ruled since a coup in May 2020"."""
    tokens = sentence.tokens
    if not inside <= sentence.subtree(noun) or tokens[noun].head == noun:
        return False
    marks = {tokens[noun].head, *(c for c in sentence.children[noun] if tokens[c].role in {"case", "marker"})}
    return any(tokens[i].norm in lexicon.list("set_against") and i < noun for i in marks)


def _of_its_own(sentence: Sentence, noun: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether an event noun that is a verb's subject is an event apart from the verb's."""
    norms, role = sentence.norms(), sentence.tokens[noun].role
    kinds = {m.meaning for m in lexicon.kinds.at(norms, verb)}
    if role == "passive_subject":
        return not kinds & {m.meaning for m in lexicon.kinds.at(norms, noun)}
    return role == "subject" and not kinds


def _told_by_verb(sentence: Sentence, noun: int, others: list[tuple[int, int]], lexicon: Lexicon) -> bool:
    """Whether an event noun is the subject of a verb that tells the event: "the attack of 3 May killed ten"."""
    tokens = sentence.tokens
    verb = tokens[noun].head
    if tokens[noun].role not in {"subject", "passive_subject"} or not is_predicate(sentence, verb):
        return False
    dated = any(t.index in sentence.subtree(verb) for a, b in others for t in sentence.within(a, b))
    return not dated and any(m.meaning != "diplomacy" for m in lexicon.kinds.at(sentence.norms(), verb))


def _genitive(sentence: Sentence, start: int, noun: int, lexicon: Lexicon) -> bool:
    """Whether the date is part of the noun's own phrase: before it, or joined by "of"."""
    if start < noun:
        return True
    markers = {sentence.tokens[c].norm for c in sentence.children[start] if sentence.tokens[c].role == "case"}
    here = start
    while here != noun and sentence.tokens[here].head != here:
        here = sentence.tokens[here].head
        if here != noun and sentence.tokens[here].role == "oblique":
            markers.add(sentence.tokens[here].norm)
    return bool(markers & lexicon.list("genitives"))


def _nearest(
    sentence: Sentence, inside: frozenset[int], others: list[tuple[int, int]], lexicon: Lexicon
) -> Clause | None:
    """For a date that the parse made the root: the nearest predicate, else the nearest event noun, after it first."""
    tokens = sentence.tokens
    order = sorted((t.index for t in tokens if t.index not in inside), key=lambda i: (abs(i - min(inside)), -i))
    for test in (lambda i: is_predicate(sentence, i), lambda i: lexicon.nouns.has(tokens[i].norm)):
        found = next((i for i in order if test(i)), None)
        if found is not None:
            return clause_at(
                sentence, found, not is_predicate(sentence, found), inside, others, f"nearest to {tokens[found].text!r}"
            )
    every = frozenset(t.index for t in tokens) - inside
    return (
        Clause(sentence, order[0], True, every, every, time=inside, how="only words beside the date") if order else None
    )
