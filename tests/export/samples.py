"""Events for the tests: each shape of date, every field filled in, and texts that mean harm."""

from datetime import date

from timeline_app.dates import FuzzyDate
from timeline_app.export.caption import Caption
from timeline_app.model import Article, Claim, Event, Fatalities, Kind, Mention, Source, Status

AS_OF = date(2024, 5, 1)

TEXT = (
    "The mayor spoke to reporters for an hour. On Saturday gunmen burned the bridge at Dorno, the regional governor "
    "said. Traders now cross the river by boat, and the market has moved to the far bank."
)
EVIDENCE = "On Saturday gunmen burned the bridge at Dorno, the regional governor said."
ARTICLE = Article(
    text=TEXT,
    lang="en",
    title="Bridge lost",
    outlet="River Post",
    url="https://river.example/bridge",
    published=date(2021, 9, 26),
)
START = TEXT.index(EVIDENCE)

MENTION = Mention(
    article=ARTICLE.id,
    source=ARTICLE.source,
    evidence=EVIDENCE,
    start=START,
    end=START + len(EVIDENCE),
    date=FuzzyDate.parse("2021-09-25"),
    timex="On Saturday",
    timex_start=START,
    timex_end=START + 11,
    resolution="on Saturday + published Sunday 26 September 2021 -> 2021-09-25",
    label="Gunmen burn the bridge at Dorno",
    kind=Kind.ATTACK,
    status=Status.CLAIMED,
    actors=("Gunmen", "Governor"),
    agents=("Gunmen",),
    patients=("Governor",),
    countries=("ML",),
    place="Dorno",
    claimant="the regional governor",
    fatalities=Fatalities(low=2, high=5),
    tier="parser",
    confidence=0.8125,
    decided=(("kind", "burn"),),
)

POST = Source(
    outlet="River Post", title="Bridge lost; traders stranded | update", url="https://river.example/bridge?a=1&b=2"
)
WIRE = Source(
    outlet="Wire",
    title="Talks",
    url="https://wire.example/talks",
    published=date(2021, 3, 2),
    author="A. Writer",
    id="wire-talks",
)

EDTF = (
    "2021", "2021-03", "2021-09-25", "2021-22", "202X", "20XX", "2021~", "2021-09-25?", "[2021-09-20..2021-09-26]",
    "[2020-12-30..2021-01-02]", "[..2021-09-26]", "[2021-09-20..]", "[2021-05-17,2021-05-21]", "2013-01/2014-08",
    "2013-01-11/2013-01-15", "2013-01-11/..", "../2014", "2013/",
)  # fmt: skip
"""Every shape that a date can have."""


def event(edtf: str = "2021-09-25", **fields: object) -> Event:
    given: dict[str, object] = {"id": "bridge", "label": "Gunmen burn the bridge at Dorno", "kind": Kind.ATTACK}
    return Event(date=FuzzyDate.parse(edtf), **(given | fields))  # type: ignore[arg-type]


FULL = event(
    id="bridge-2021",
    summary="The only bridge for a day's walk; the market moved.",
    status=Status.CLAIMED,
    claimant="the regional governor",
    actors=("Gunmen", "Governor"),
    countries=("ML", "BF"),
    place="Dorno",
    lat=14.5,
    lon=-3.25,
    fatalities=Fatalities(low=2, high=5),
    salience=3,
    verified=True,
    sources=(POST, WIRE),
    mentions=(MENTION,),
    claims=(Claim(event="bridge-2021", field="date", value="2021-09-24", source="Wire", note="counts from the night"),),
)

DATED = tuple(event(edtf, id=f"dated-{n}", label=f"Event number {n}") for n, edtf in enumerate(EDTF))

HOSTILE = (
    '<script>alert("x")</script>',
    "<img src=x onerror=alert(1)>",
    '=HYPERLINK("https://evil.example","click")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "＝1+1",
    "'=1",
    "invoice\u202egpj.exe",
    "bell\x07 null\x00 escape\x1b[31m",
    "line one\nline two\r\nline three",
    "W" * 400,
    "[click](javascript:alert(1)) ![x](https://evil.example/x.png) `code` # heading",
    "BEGIN:VEVENT\nSUMMARY:injected\nEND:VEVENT",
    "]]> &amp; &lt; <!-- --> ${x} {{y}} %s",
    "emoji 🌍 and Arabic مرحبا and Tifinagh ⴰⵣⴰⵡⴰⴷ",
)
"""Labels, outlets and names from a report whose author means harm, or from a careless copy."""

NASTY = tuple(
    event(
        "2021-09-25",
        id=f"nasty-{n}",
        label=text,
        summary=text,
        claimant=text,
        status=Status.CLAIMED,
        actors=(text,),
        place=text,
        sources=(
            Source(outlet=text, title=text, url=f"javascript:alert({n})"),
            Source(outlet="Post", url=f"https://x.example/?q={text}"),
        ),
    )
    for n, text in enumerate(HOSTILE)
)


def caption(events: tuple[Event, ...] = (), **fields: str) -> Caption:
    return Caption.of(
        events, title=fields.pop("title", "River timeline"), as_of=AS_OF, total=len(events) + 10, **fields
    )
