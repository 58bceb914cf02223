"""Colours and symbols, light and dark. A kind is told by shape as well as by colour, so black and white will do.

Hues go by meaning (violence red to orange, troops blue, talks green, society violet); within those bounds lightness and
chroma were searched for the palette whose two nearest colours are farthest apart, in OKLab, for full sight and for
each of the three dichromacies (Machado et al. 2009). Each stands out from its ground by 3:1 at least.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline_app.model import Kind

SYMBOLS: Mapping[Kind, str] = {
    Kind.ATTACK: "diamond",
    Kind.REBELLION: "triangle-up",
    Kind.COUP: "star",
    Kind.DEPLOYMENT: "triangle-right",
    Kind.WITHDRAWAL: "triangle-left",
    Kind.DIPLOMACY: "circle",
    Kind.AGREEMENT: "bowtie",
    Kind.SANCTION: "x",
    Kind.POLITICS: "square",
    Kind.PROTEST: "pentagon",
    Kind.HUMANITARIAN: "cross",
}
"""Names of Plotly's marker symbols."""

SIZES: Mapping[Kind, float] = {
    Kind.ATTACK: 0.9,
    Kind.REBELLION: 1.0,
    Kind.COUP: 0.98,
    Kind.DEPLOYMENT: 1.0,
    Kind.WITHDRAWAL: 1.0,
    Kind.DIPLOMACY: 1.0,
    Kind.AGREEMENT: 1.05,
    Kind.SANCTION: 0.86,
    Kind.POLITICS: 0.88,
    Kind.PROTEST: 1.0,
    Kind.HUMANITARIAN: 0.95,
}
"""Factors that make the symbols look equally large."""


SOFT = 0.42
"""Share of the colour in what is not certain: the beginning or end of a bar, a piece of a column."""
BODY = 0.8
"""Share of the colour in a bar."""


def symbol(kind: Kind | None) -> str:
    return SYMBOLS[kind] if kind else "circle"


def _channels(color: str) -> tuple[float, float, float]:
    """Red, green and blue of `#RRGGBB`, from 0 to 1."""
    return int(color[1:3], 16) / 255, int(color[3:5], 16) / 255, int(color[5:7], 16) / 255


def mix(color: str, ground: str, share: float) -> str:
    """`share` of a colour on a ground, opaque: what is drawn over something does not let it shine through."""
    mixed = (share * one + (1 - share) * two for one, two in zip(_channels(color), _channels(ground), strict=True))
    return "#" + "".join(f"{round(channel * 255):02X}" for channel in mixed)


def luminance(color: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    """Contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    name: str
    paper: str
    ink: str
    muted: str
    faint: str
    line: str
    stripe: str
    band: str
    accent: str
    kinds: Mapping[Kind, str] = field(hash=False)

    def ground(self, lane: int) -> str:
        """Every other lane lies on a stripe."""
        return self.paper if lane % 2 else self.stripe

    def of(self, kind: Kind | None) -> str:
        """Colour of a kind; of a sample that has none."""
        return self.kinds[kind] if kind else self.muted

    def body(self, kind: Kind | None) -> str:
        """Colour of the certain part of a bar: a step behind the markers."""
        return mix(self.of(kind), self.paper, BODY)

    def column(self, kind: Kind, *, vague: bool) -> str:
        """Colour of a piece of a column; pale where its events are known less exactly."""
        return mix(self.kinds[kind], self.paper, SOFT) if vague else self.kinds[kind]

    def counted(self, name: str) -> str:
        """Colour of a sample of columns in the legend: "columns", or "vague" ones."""
        return mix(self.muted, self.paper, SOFT) if name == "vague" else self.muted

    def on(self, kind: Kind | None) -> str:
        """Colour of words on a bar of this kind: black or white, of which one always stands out by 4.5."""
        ground = self.body(kind)
        return max(("#000000", "#FFFFFF"), key=lambda color: contrast(color, ground))


THEMES: Mapping[str, Theme] = {
    "light": Theme(
        name="light",
        paper="#FFFFFF",
        ink="#1C2126",
        muted="#5C646C",
        faint="#9AA1A8",
        line="#DCDAD3",
        stripe="#F8F7F4",
        band="#ECE9E1",
        accent="#0B5A6B",
        kinds={
            Kind.ATTACK: "#A92C2C",
            Kind.REBELLION: "#B6591E",
            Kind.COUP: "#7B0239",
            Kind.DEPLOYMENT: "#05329F",
            Kind.WITHDRAWAL: "#198DD2",
            Kind.DIPLOMACY: "#14887D",
            Kind.AGREEMENT: "#016A57",
            Kind.SANCTION: "#A98606",
            Kind.POLITICS: "#614EAB",
            Kind.PROTEST: "#864585",
            Kind.HUMANITARIAN: "#78955E",
        },
    ),
    "dark": Theme(
        name="dark",
        paper="#14181C",
        ink="#E9E7E2",
        muted="#A3ABB3",
        faint="#6B747C",
        line="#343B42",
        stripe="#191E23",
        band="#293139",
        accent="#6DB6C6",
        kinds={
            Kind.ATTACK: "#F96F70",
            Kind.REBELLION: "#F6A37B",
            Kind.COUP: "#C2688B",
            Kind.DEPLOYMENT: "#5584EE",
            Kind.WITHDRAWAL: "#51AEE7",
            Kind.DIPLOMACY: "#16DBC4",
            Kind.AGREEMENT: "#79FCDC",
            Kind.SANCTION: "#F4CA70",
            Kind.POLITICS: "#C7C0FE",
            Kind.PROTEST: "#CA90B8",
            Kind.HUMANITARIAN: "#6E9E2E",
        },
    ),
}
