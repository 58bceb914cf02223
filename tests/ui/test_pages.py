"""The page *Timeline* without a browser: what it says for which link, and what its controls ask for."""

import json
import re

from streamlit.testing.v1 import AppTest

from tests.ui.looking import Run, click, drawn, figure, link, said


def test_the_timeline_shows_the_data_package(run: Run) -> None:
    app = run("timeline")
    assert "Amberland since 2019" in said(app)
    assert "3 events" in said(app)
    assert drawn(app) == {"raid", "coup", "vote"}
    assert app.dataframe[0].value["Event"].tolist()[0] == "Reds raid Amberville"


def test_the_page_says_how_many_events_have_a_label_and_the_picture_is_told_in_words(run: Run) -> None:
    app = run("timeline", country="NO")
    assert re.search(r"</span>, \d+ labelled", said(app))
    alt = app.get("plotly_chart")[0].proto.alt
    assert "2 events" in alt
    assert "by country, most events in" in alt


def test_a_link_filters_chart_table_and_count_alike(run: Run) -> None:
    app = run("timeline", actor="red front")
    assert drawn(app) == {"raid"}
    assert len(app.dataframe[0].value) == 1
    assert "<b>1</b> of 3 events" in said(app)
    assert link(app) == {"actor": "Reds"}


def test_a_chip_takes_its_filter_away(run: Run) -> None:
    app = run("timeline", country="NO", kind=["attack", "coup"])
    assert drawn(app) == {"raid", "coup"}
    click(app, "chip-kind-coup")
    assert drawn(app) == {"raid"}
    click(app, "reset")
    assert drawn(app) == {"raid", "coup", "vote"}
    assert link(app) == {}


def test_text_and_several_sources_are_filters(run: Run) -> None:
    app = run("timeline")
    app.text_input(key="search").set_value("colonels").run()
    assert drawn(app) == {"coup", "vote"}
    app.toggle(key="several").set_value(True).run()
    assert drawn(app) == {"coup"}
    assert link(app) == {"q": "colonels", "several": "yes"}


def test_a_year_and_two_days_are_the_time_range(run: Run) -> None:
    app = run("timeline")
    app.selectbox(key="year").select("2020").run()
    assert link(app) == {"from": "2020", "to": "2020"}
    assert drawn(app) == {"raid", "coup"}
    app.date_input(key="to-day").set_value("2020-06-30").run()
    assert link(app) == {"from": "2020", "to": "2020-06"}
    assert app.selectbox(key="year").value is None
    app.date_input(key="from-day").set_value("2021-01-01").run()
    assert link(app) == {"from": "2020-06-30", "to": "2021-01-01"}  # turned around: no day is lost
    app.selectbox(key="year").select("All years").run()
    assert link(app) == {}


def test_many_values_of_a_filter_share_a_chip(run: Run) -> None:
    app = run("timeline", kind=["attack", "coup", "politics", "protest", "sanction", "agreement"])
    assert app.button(key="chip-kind-all").label.startswith("Attack and 5 more")
    click(app, "chip-kind-all")
    assert link(app) == {}


def test_the_page_says_what_becomes_of_gaps(run: Run) -> None:
    assert "3 gaps cut" in said(run("timeline", scale="compressed"))
    app = run("timeline", scale="steps")
    assert "even steps" in said(app)
    assert any("the time between them is not" in caption.value for caption in app.caption)


def test_details_tell_rival_values_and_sources(run: Run) -> None:
    app = run("timeline", event="raid")
    for word in (
        "Reds raid Amberville",
        "17 May 2020",
        "3 to 5",
        "the Reds",
        "own count",
        "https://herald.test/1",
    ):
        assert word in said(app)


def test_details_put_the_value_that_is_shown_before_the_rival_ones(run: Run) -> None:
    html = said(run("timeline", event="raid"))
    assert html.index("<small>shown above</small>") < html.index("own count")
    assert "No quote is kept here: read it in" in html


def test_previous_and_next_stay_within_the_selection(run: Run) -> None:
    app = run("timeline", event="raid", country="NO")
    assert app.button(key="previous").disabled
    click(app, "next")
    assert app.query_params["event"] == "coup"
    assert app.button(key="next").disabled
    click(app, "close")
    assert "event" not in app.query_params


def test_an_actor_of_the_details_filters(run: Run) -> None:
    app = click(run("timeline", event="raid"), "only-actor-Reds")
    assert link(app) == {"actor": "Reds", "event": "raid"}


def test_unknown_names_are_told_and_the_rest_stays(run: Run) -> None:
    app = run("timeline", actor="Nobody", kind="coup", event="lost")
    assert drawn(app) == {"coup"}
    assert "knows no actor &#x27;Nobody&#x27;" in said(app)
    assert "no event &#x27;lost&#x27;" in said(app)


def test_an_empty_view_names_the_filter_to_blame(run: Run) -> None:
    app = run("timeline", actor="Reds", kind="coup")
    assert not app.get("plotly_chart")
    assert app.button(key="without-actor").label == "Actor · 1 event"
    click(app, "without-actor")
    assert drawn(app) == {"coup"}


def test_rows_stand_by_their_first_event_when_asked(run: Run) -> None:
    app = run("timeline", order="first")
    assert app.query_params["order"] == "first"
    app.segmented_control(key="choose-order").set_value("count").run()
    assert link(app) == {}


def titles(app: AppTest) -> list[str]:
    """Names of the rows from top to bottom."""
    notes = [note["text"] for note in figure(app)["layout"]["annotations"]]
    return [note.removeprefix("<b>").removesuffix("</b>") for note in notes if note.startswith("<b>")]


def test_rows_stand_in_the_order_that_a_link_gives_by_hand(run: Run) -> None:
    assert titles(run("timeline", lanes="kind")) == ["Attack", "Coup", "Politics"]
    app = run("timeline", lanes="kind", order=["politics", "coup"])
    assert titles(app) == ["Politics", "Coup", "Attack"]
    assert app.segmented_control(key="choose-order").value == "hand"
    app.segmented_control(key="choose-lanes").set_value("country").run()
    assert link(app) == {}


def test_a_theme_in_the_link_colours_the_chart(run: Run) -> None:
    light, dark = (figure(run("timeline", theme=theme))["layout"]["paper_bgcolor"] for theme in ("light", "dark"))
    assert light != dark
    app = run("timeline", theme="sepia")
    assert "There is no theme &#x27;sepia&#x27;" in said(app)
    assert link(app) == {}


def test_a_link_of_a_later_version_is_told_and_shown_as_far_as_it_is_understood(run: Run) -> None:
    app = run("timeline", v="2", kind="coup", shape="spiral")
    assert "This link is of version 2, which a later timeline made" in said(app)
    assert drawn(app) == {"coup"}
    assert link(app) == {"kind": "coup"}


def test_all_that_a_link_got_wrong_stands_in_one_box(run: Run) -> None:
    app = run("timeline", lanes="zz", actor="Nobody", event="lost")
    assert said(app).count('class="note note"') == 1


def test_rows_by_actor_are_part_of_the_link(run: Run) -> None:
    app = run("timeline", lanes="actor")
    assert app.query_params["lanes"] == "actor"
    assert "Reds" in json.dumps(figure(app)["layout"])


def test_hostile_labels_are_text(run: Run) -> None:
    app = run("timeline", event="vote")
    assert "Vote &lt;b&gt;promised&lt;/b&gt;" in said(app)
    assert "<b>promised" not in json.dumps(figure(app))


def test_a_place_of_the_details_filters(run: Run) -> None:
    app = click(run("timeline", event="raid"), "only-q-Amberville")
    assert link(app) == {"q": "Amberville", "event": "raid"}
    assert drawn(app) == {"raid"}


def test_two_quick_changes_both_count_though_the_address_lags_behind(run: Run) -> None:
    app = run("timeline", country="NO")
    click(app, "chip-country-NO")
    app.query_params["country"] = "NO"  # as it was before: the browser has not followed yet
    app.text_input(key="search").set_value("colonels").run()
    assert link(app) == {"q": "colonels"}
    assert drawn(app) == {"coup", "vote"}


def test_periods_are_shown_when_asked_for(run: Run) -> None:
    app = run("timeline")
    assert "Interregnum" not in json.dumps(figure(app)["layout"])
    app.toggle(key="periods").set_value(True).run()
    assert app.query_params["periods"] == "yes"
    assert "Interregnum" in json.dumps(figure(app)["layout"])
