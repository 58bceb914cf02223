"""The values that the stages hand on: frozen, checked where data comes in, without behaviour of their own.

bytes, link -> Article -> TimeExpression -> Mention -> Event
"""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache

from timeline_app.dates import FuzzyDate


class Kind(StrEnum):
    """What sort of event it is. Each maps to a PLOVER event type (`PLOVER`)."""

    ATTACK = "attack"
    REBELLION = "rebellion"
    COUP = "coup"
    DEPLOYMENT = "deployment"
    WITHDRAWAL = "withdrawal"
    DIPLOMACY = "diplomacy"
    AGREEMENT = "agreement"
    SANCTION = "sanction"
    POLITICS = "politics"
    PROTEST = "protest"
    HUMANITARIAN = "humanitarian"


class Status(StrEnum):
    """How far the text stands behind the event."""

    REPORTED = "reported"
    CLAIMED = "claimed"
    PLANNED = "planned"
    DENIED = "denied"


class ActorKind(StrEnum):
    STATE = "state"
    ARMED_GROUP = "armed_group"
    MISSION = "mission"
    ORGANISATION = "organisation"
    PERSON = "person"
    PMC = "pmc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a telling can be found: who published it and, if it was read elsewhere, through whom (`via`).

    `id` is empty for a source that no data package names.
    """

    outlet: str
    title: str = ""
    url: str = ""
    published: date | None = None
    author: str = ""
    id: str = ""
    via: str = ""

    @property
    def credit(self) -> str:
        """The outlet as a reader would cite it: "Reuters via La Libre"."""
        return f"{self.outlet} via {self.via}" if self.outlet and self.via else self.outlet or self.via


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text and where it is from. Offsets anywhere in the project count characters of `text`.

    `published` is `None` where neither the user nor the text tells it: then relative dates stay unresolved.
    `published_from` says in a few words how it became known ("given", "dateline", "page metadata"); `""`: unknown.
    """

    text: str
    lang: str
    title: str = ""
    outlet: str = ""
    url: str = ""
    author: str = ""
    published: date | None = None
    published_from: str = ""

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits of the text's SHA-256: the same text is the same article."""
        return _digest(self.text)

    @property
    def source(self) -> Source:
        return Source(outlet=self.outlet, title=self.title, url=self.url, published=self.published, author=self.author)


@lru_cache(maxsize=4)
def _digest(text: str) -> str:
    """Kept for the texts at hand: each event of a text asks for it."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A half-open span of an article's text that names a time.

    `type` is DATE, TIME, DURATION or SET and `value` its TIMEX3 value. `date` is `None` where the expression is not
    on the calendar: durations, sets, and what cannot be resolved. `rule` names the rule that matched, `resolution`
    tells a reader how the date came about ("on Saturday" + published Sunday 26 September 2021 -> 2021-09-25).
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    rule: str
    date: FuzzyDate | None = None
    resolution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fatalities:
    """Deaths as the text gives them: low and high are equal where it names one number."""

    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One telling of an event in one article.

    `evidence` is the sentence, `start` and `end` its half-open span in the article's text; `timex`, `timex_start`
    and `timex_end` the time expression likewise. `actors` are canonical names; `agents` and `patients` are those of
    them whose part in the event the parse shows. `countries` are ISO 3166-1 alpha-2. `claimant` says who says so.
    `tier` is the machinery that tied event to date ("parser" or "rules"); `confidence` is from 0 to 1; `decided`
    pairs each field with what decided it, for `explain`.
    """

    article: str
    source: Source
    evidence: str
    start: int
    end: int
    date: FuzzyDate
    timex: str
    timex_start: int
    timex_end: int
    resolution: str
    label: str
    kind: Kind
    status: Status = Status.REPORTED
    actors: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    place: str = ""
    claimant: str = ""
    fatalities: Fatalities | None = None
    lang: str = "en"
    tier: str = "rules"
    confidence: float = 0.5
    decided: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """Content of the telling: the same extraction of the same text gives the same identifier."""
        told = f"{self.article}|{self.start}|{self.timex_start}|{self.date}|{self.label}"
        return hashlib.sha256(told.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A value that some source gives for one field of an event and that may differ from the event's own.

    `note` says what explains the difference, where that is known.
    """

    event: str
    field: str
    value: str
    source: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened: mentions merged, or a row of a data package written by hand (then without mentions).

    `label` is a headline of at most 12 words without a date. `salience` runs from 1 (detail) to 3 (everybody knows it).
    `origin` is "package" or "report". `claims` holds the rival values.
    """

    id: str
    date: FuzzyDate
    label: str
    kind: Kind
    summary: str = ""
    status: Status = Status.REPORTED
    claimant: str = ""
    actors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    place: str = ""
    lat: float | None = None
    lon: float | None = None
    fatalities: Fatalities | None = None
    salience: int = 1
    verified: bool = False
    origin: str = "package"
    sources: tuple[Source, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A party with a name. `aliases` maps a language to the names that texts in it use."""

    id: str
    name: str
    kind: ActorKind
    countries: tuple[str, ...] = ()
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    parent: str = ""
    active_from: str = ""
    active_to: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    name: str
    country: str
    aliases: tuple[str, ...] = ()
    admin1: str = ""
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch drawn behind the chart: a mission, a government in power."""

    label: str
    date: FuzzyDate
    lane: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A named selection that the page offers; `where` is a filter in words (`actor=JNIM;country=ML`)."""

    label: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPackage:
    """A region's timeline: what is in a folder like `events/`, read and checked. `licences` are SPDX names."""

    name: str
    title: str
    events: tuple[Event, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    sources: tuple[Source, ...] = ()
    periods: tuple[Period, ...] = ()
    presets: tuple[Preset, ...] = ()
    version: str = ""
    description: str = ""
    licences: tuple[str, ...] = ()


PLOVER = {
    Kind.ATTACK: "ASSAULT",
    Kind.REBELLION: "ASSAULT",
    Kind.COUP: "COERCE",
    Kind.DEPLOYMENT: "MOBILIZE",
    Kind.WITHDRAWAL: "RETREAT",
    Kind.DIPLOMACY: "CONSULT",
    Kind.AGREEMENT: "AGREE",
    Kind.SANCTION: "SANCTION",
    Kind.POLITICS: "COOPERATE",
    Kind.PROTEST: "PROTEST",
    Kind.HUMANITARIAN: "AID",
}
"""The PLOVER event type nearest to each kind. The choice is ours: PLOVER has no type of its own for coups, and puts
elections and appointments into a context rather than a type."""
