"""Who and where a text names: the data package's names, acronyms it introduces, unknown persons and organisations,
and surnames linked to the full name that stands earlier in the text.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_app.extract.names.gazetteer import Gazetteer, Hit
from timeline_app.extract.names.runs import GAP, WORD, Runs, covered
from timeline_app.extract.words.folding import fold
from timeline_app.extract.words.lexicon import Lexicon
from timeline_app.model import Actor, ActorKind, Place

_LONG = 5
"""Letters that a surname of the data package has at least to be taken for one without a first name."""
_ACRONYM = re.compile(r"(?<![\w/-])[^\W\d_a-z]{3,9}(?:-[^\W\d_a-z]{2,6})?(?![\w/])")
_INTRODUCED = re.compile(r"\(\s*([^\W\d_a-z][\w-]{1,11})(?:,[^)]*)?\)")


@dataclass(frozen=True, slots=True)
class Name:
    """A name at article offsets and its canonical form. `kind` is "place" for what is no party; `short` is what a
    headline writes: the acronym that the text puts in brackets behind it, a surname that is enough."""

    start: int
    end: int
    text: str
    canonical: str
    kind: str
    actor: Actor | None = None
    place: Place | None = None
    metonym: bool = False
    demonym: bool = False
    short: str = ""


class Names:
    """All names of one text, in its order."""

    def __init__(self, text: str, lang: str, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        self.text, self.gazetteer, self._lexicon = text, gazetteer, lexicon
        self._particles = lexicon.list("particles")
        self._stop = lexicon.list("not_names")
        self._titles = lexicon.list("titles")
        self._words = [word.span() for word in WORD.finditer(text)]
        self._capitals = [i for i, (start, _) in enumerate(self._words) if text[start].isupper()]
        hits = gazetteer.find(text, lang)
        runs = Runs(text, self._words, lexicon).find(hits, self._capitals)
        unknown = covered(text, ((start, end) for start, end, _ in runs))
        people = {fold(word) for start, end, kind in runs if kind == "person" for word in text[start:end].split()}
        made = [
            self._from_hit(h)
            for h in hits
            if not (all(unknown[h.start : h.end]) or self._is_water(h) or (h.town and fold(h.text) in people))
        ]
        made += [Name(a, b, text[a:b], self._bare(text[a:b]), kind) for a, b, kind in runs]
        made += self._bodies(made)
        made.sort(key=lambda n: n.start)
        self.all = [self._shortened(n) for n in self._link(self._acronyms(made))]
        self._starts = [n.start for n in self.all]
        self._nouns = self._called()
        self._meant: tuple[int, int, dict[str, Name | None]] = (0, 0, {})

    def within(self, start: int, end: int) -> list[Name]:
        """The names that lie in a span of the article."""
        low, high = bisect_left(self._starts, start), bisect_right(self._starts, end)
        return [n for n in self.all[low:high] if n.end <= end]

    def called(self, end: int) -> dict[str, Name]:
        """For each common noun ("court", "mission", "president") the one named before this offset that it can mean.

        A noun that fits two different names means the one told last, a person's title only the one who has it.
        """
        until, place, found = self._meant  # a text is read forward: go on from where it was asked last
        if end < until:
            place, found = 0, {}
        while place < len(self._nouns) and self._nouns[place][1].end <= end:
            noun, name = self._nouns[place]
            known = found.get(noun, name)
            found[noun] = name if name.kind != "person" or (known and known.canonical == name.canonical) else None
            place += 1
        self._meant = end, place, found
        return {noun: name for noun, name in found.items() if name}

    def _called(self) -> list[tuple[str, Name]]:
        """Each name with the common nouns that may stand for it, in the order of the text."""
        heads = self._lexicon.list("organisations")
        nouns: dict[tuple[str, str], set[str]] = {}
        found = []
        for name in self.all:
            if name.kind == "person":
                words = [fold(w) for w in re.findall(r"[\w'’-]+", self.text[max(0, name.start - 24) : name.start])]
                if words and re.search(r"[\w'’-][ \u00a0,]*$", self.text[: name.start][-3:]):
                    found += [(t, name) for t in (words[-1], " ".join(words[-2:])) if t in self._titles]
            elif name.kind not in {"place", "state"}:
                key = name.text, name.canonical
                if key not in nouns:
                    aliases = name.actor.aliases.get(self._lexicon.lang, ()) if name.actor else ()
                    said = [*key, name.actor.name if name.actor else "", *aliases]
                    nouns[key] = {fold(w) for one in said for w in one.split()} & heads
                found += [(noun, name) for noun in nouns[key]]
        return found

    def _from_hit(self, hit: Hit) -> Name:
        if hit.actor is None:
            assert hit.place is not None
            return Name(hit.start, hit.end, hit.text, hit.place.name, "place", place=hit.place)
        return Name(
            hit.start, hit.end, hit.text, hit.actor.name, hit.actor.kind.value,
            hit.actor, hit.place, hit.metonym, hit.demonym,
        )  # fmt: skip

    def _is_water(self, hit: Hit) -> bool:
        """Whether a state's name is that of a lake, a river, a street ("Lake Chad", "avenue du Mali")."""
        if hit.actor is None or hit.actor.kind is not ActorKind.STATE or hit.demonym:
            return False
        waters = self._lexicon.list("waters")
        before = WORD.findall(self.text[max(0, hit.start - 30) : hit.start].rpartition(".")[2])
        after = WORD.match(self.text, hit.end + 1) if self.text[hit.end : hit.end + 1] == " " else None
        if before and fold(before[-1]) in self._particles:
            before = before[:-1]
        return bool((before and fold(before[-1]) in waters) or (after and fold(after[0]) in waters))

    def _bodies(self, names: Sequence[Name]) -> list[Name]:
        """Single capitalised words beside "movement", "firm" and the like: the names of organisations."""
        bodies, after = self._lexicon.list("bodies"), self._lexicon.words["bodies_after"]
        taken = covered(self.text, ((n.start, n.end) for n in names))
        words, found = self._words, []
        for here in self._capitals:
            start, end = words[here]
            said = self.text[start:end].removesuffix("'s").removesuffix("’s")
            if len(said) < 4 or taken[start] or fold(said) in self._stop:
                continue
            beside = [words[here - 1]] if here else []
            if after and here + 1 < len(words):
                beside.append(words[here + 1])
            if any(
                self.text[a].islower()
                and fold(self.text[a:b]) in bodies
                and GAP.fullmatch(self.text[min(b, end) : max(a, start)])
                for a, b in beside
            ):
                found.append(Name(start, start + len(said), said, said, "organisation"))
        return found

    def _bare(self, said: str) -> str:
        return re.sub(r"['’]s$", "", re.sub(r"\s+", " ", said).strip(" '’-"))

    def _acronyms(self, names: list[Name]) -> list[Name]:
        """Acronyms in capitals, and long names that the text shortens by one in brackets."""
        used = covered(self.text, ((n.start, n.end) for n in names))
        short: dict[str, str] = {}
        for m in _INTRODUCED.finditer(self.text):
            before = next((n for n in reversed(names) if n.end <= m.start() and m.start() - n.end <= 2), None)
            if before and before.actor is None and before.kind == "organisation":
                short[before.canonical] = m[1]
            elif before is None and (head := self._head_before(m.start())) >= 0:
                end = len(self.text[: m.start()].rstrip())
                names = [n for n in names if n.end <= head or n.start >= end]
                names.append(Name(head, end, self.text[head:end], m[1], "organisation"))
        names.sort(key=lambda n: n.start)
        names = [replace(n, canonical=short[n.canonical]) if n.canonical in short else n for n in names]
        introduced = {m[1] for m in _INTRODUCED.finditer(self.text)}
        stop = self._lexicon.list("not_acronyms")
        lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", self.text) if m[0].isupper()]
        for m in _ACRONYM.finditer(self.text):
            shouted = any(a <= m.start() < b for a, b in lines)
            if used[m.start()] or fold(m[0]) in stop or not m[0].isupper() or (shouted and m[0] not in introduced):
                continue
            names.append(Name(m.start(), m.end(), m[0], m[0], "organisation"))
        for said in introduced - {n.text for n in names}:
            for m in re.finditer(rf"\b{re.escape(said)}\b", self.text):
                if not used[m.start()] and not said.isupper() and len(said) > 2:
                    names.append(Name(m.start(), m.end(), said, said, "organisation"))
        return sorted(names, key=lambda n: n.start)

    def _head_before(self, bracket: int) -> int:
        """Where the organisation's name before an acronym in brackets begins ("Front for ... (FFX)"), or -1."""
        organisations = self._lexicon.list("organisations")
        words = list(WORD.finditer(self.text, max(0, bracket - 120), bracket))[-14:]
        for place in range(len(words) - 1, -1, -1):
            if re.search(r"[.!?,;:()]", self.text[words[place].end() : bracket]):
                return -1
            if words[place][0][:1].isupper() and fold(words[place][0]) in organisations:
                while place and words[place - 1][0][:1].isupper() and fold(words[place - 1][0]) not in self._stop:
                    place -= 1
                return words[place].start()
        return -1

    def _shortened(self, name: Name) -> Name:
        if name.kind == "person" and name.actor and " " in name.text:
            last = re.sub(r"['’]s$", "", name.text).split()[-1]
            alone = {fold(alias) for alias in name.actor.aliases.get(self._lexicon.lang, ())}
            return replace(name, short=last) if fold(last) in alone else name
        if name.kind == "person" or len(name.text.split()) < 3:
            return name
        behind = _INTRODUCED.match(self.text[name.end : name.end + 40].lstrip())
        return replace(name, short=behind[1]) if behind else name

    def _link(self, names: list[Name]) -> list[Name]:
        """A surname standing alone, given the full name that the text or the data package has for it."""
        used = covered(self.text, ((n.start, n.end) for n in names))
        full = self._full_names(names)
        linked: list[Name] = []
        for n in names:
            known = full.get(fold(n.text)) if n.kind == "person" and " " not in n.text else None
            linked.append(replace(n, canonical=known.canonical, actor=known.actor) if known else n)
        for here in self._capitals:
            start, end = self._words[here]
            if used[start]:
                continue
            said = self.text[start:end].removesuffix("'s").removesuffix("’s")
            key, end = fold(said), start + len(said)
            known = full.get(key)
            if known and key == fold(known.text.split()[-1]):
                linked.append(Name(start, end, said, known.canonical, "person", known.actor))
            elif len(key) >= _LONG and key not in self._stop and (actor := self.gazetteer.surnamed(key)):
                linked.append(Name(start, end, said, actor.name, "person", actor))
        return sorted(linked, key=lambda n: n.start)

    def _full_names(self, names: Sequence[Name]) -> dict[str, Name]:
        """For each part of a person's full name the name that is meant: as a surname before as a first name, the one
        that the text tells most often, the first of these.
        """
        counts = Counter(n.canonical for n in names if n.kind == "person")
        found: dict[str, Name] = {}
        for place in (0, -1):
            ranked: dict[str, Name] = {}
            for n in names:
                parts = n.text.split()
                if n.kind != "person" or len(parts) < 2 or len(parts[place]) < 3:
                    continue
                known = ranked.get(fold(parts[place]))
                if known is None or counts[n.canonical] > counts[known.canonical]:
                    ranked[fold(parts[place])] = n
            found |= ranked
        return found


def site_of(places: list[Name]) -> Name | None:
    """The place that says most: a town before a country."""
    return next((p for p in places if p.place), next(iter(places), None))


def country_of(name: Name | None) -> str:
    """The country of a place or a state, or ''."""
    if name is None:
        return ""
    if name.place:
        return name.place.country
    return name.actor.countries[0] if name.actor and name.actor.countries else ""
