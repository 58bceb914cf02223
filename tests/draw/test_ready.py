"""A figure that is shown as it is says what Plotly would have made of it."""

import json

import plotly.io
import plotly.tools

from timeline_app.dates import FuzzyDate
from timeline_app.draw.figure import figure
from timeline_app.draw.layout import Options, lay_out
from timeline_app.draw.map import map_figure
from timeline_app.draw.ready import Ready
from timeline_app.draw.theme import THEMES
from timeline_app.model import Event, Kind

EVENTS = [
    Event(
        id=str(n), date=FuzzyDate.of(2020 + n, 5), label=f"Event {n}", kind=kind, countries=("ML",), lat=15.0, lon=1.0
    )
    for n, kind in enumerate(Kind)
]


def test_every_property_that_we_draw_is_one_that_plotly_knows() -> None:
    for theme in THEMES.values():
        for drawn in (figure(lay_out(EVENTS, Options()), theme, chosen="3"), map_figure(EVENTS, theme, width=900)):
            checked = plotly.tools.return_figure_from_figure_or_data(drawn, validate_figure=True)
            assert len(checked["data"]) == len(drawn["data"])


def test_streamlit_gets_the_figure_itself() -> None:
    drawn = figure(lay_out(EVENTS, Options()), THEMES["light"])
    taken = plotly.tools.return_figure_from_figure_or_data(Ready(drawn), validate_figure=True)
    assert taken is drawn
    assert json.loads(plotly.io.to_json(taken, validate=False)) == json.loads(json.dumps(drawn))
