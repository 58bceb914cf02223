"""The page *Add a report* without a browser: in, put right, onto the timeline, and off again."""

import json

from tests.ui.looking import Run, click, drawn, said


def test_a_report_goes_from_text_to_timeline_and_back(run: Run) -> None:
    app = run("add_report")
    app.text_area(key="draft").set_value("# Raid\n\n19 August 2020\n\nThe Reds attacked Amberville on Tuesday.").run()
    click(app, "read")
    assert app.date_input(key="about-published").value.isoformat() == "2020-08-19"
    assert "18 August 2020" in said(app)
    click(app, "add")
    assert "1 event added" in said(app)

    shown = run("timeline", q="Tuesday")
    assert len(drawn(shown)) == 1

    remove = next(button for button in app.button if (button.key or "").startswith("remove-"))
    click(app, str(remove.key))
    assert "Removed" in said(app)
    click(app, "undo")
    assert len(drawn(run("timeline", q="Tuesday"))) == 1


def test_a_found_event_is_put_right_before_it_is_added(run: Run) -> None:
    app = run("add_report")
    app.text_area(key="draft").set_value("# Raid\n\n19 August 2020\n\nThe Reds attacked Amberville on Tuesday.").run()
    click(app, "read")
    found = next(str(button.key) for button in app.button if button.label == "Edit").removeprefix("edit-")
    click(app, f"edit-{found}")
    app.text_input(key=f"edit-label-{found}").set_value("Reds shell the mill").run()
    app.text_input(key=f"edit-when-{found}").set_value("a Tuesday").run()
    click(app, f"edit-keep-{found}")
    assert 'class="note error"' in said(app)
    assert app.text_input(key=f"edit-label-{found}").value == "Reds shell the mill"
    app.text_input(key=f"edit-when-{found}").set_value("2020-08~").run()
    click(app, f"edit-keep-{found}")
    assert "given by hand; read as 18 August 2020" in said(app)
    click(app, "add")
    shown = run("timeline", q="mill")
    assert shown.dataframe[0].value["When"].tolist() == ["around August 2020"]


def test_an_edit_can_be_taken_back(run: Run) -> None:
    app = run("add_report")
    app.text_area(key="draft").set_value("# Raid\n\n19 August 2020\n\nThe Reds attacked Amberville on Tuesday.").run()
    click(app, "read")
    found = next(str(button.key) for button in app.button if button.label == "Edit").removeprefix("edit-")
    click(app, f"edit-{found}")
    app.selectbox(key=f"edit-kind-{found}").select("protest").run()
    click(app, f"edit-keep-{found}")
    assert "Protest" in said(app)
    click(app, f"edit-{found}")
    click(app, f"edit-undo-{found}")
    assert "Protest" not in said(app)
    assert "Edited" not in said(app)


def test_a_link_that_leads_nowhere_is_told(run: Run) -> None:
    app = run("add_report")
    app.segmented_control(key="way").set_value("link").run()
    app.text_input(key="link").set_value("http://127.0.0.1/report").run()
    click(app, "fetch")
    assert "127.0.0.1 is on this machine or its own network" in said(app)


def test_a_sample_is_read_with_its_front_matter(run: Run) -> None:
    app = run("add_report")
    app.segmented_control(key="way").set_value("sample").run()
    app.selectbox(key="sample").select("Colonels take over").run()
    assert app.text_input(key="about-outlet").value == "Herald"
    assert '<mark class="date">Tuesday</mark>' in said(app)


def test_a_day_of_publication_that_is_given_dates_the_events(run: Run) -> None:
    app = run("add_report")
    app.text_area(key="draft").set_value("The Reds attacked Amberville on Tuesday, and in May 2020 too.").run()
    click(app, "read")
    assert "No day of publication was found" in said(app)
    assert "18 August 2020" not in said(app)
    app.date_input(key="about-published").set_value("2020-08-19").run()
    assert "18 August 2020" in said(app)


def test_a_text_of_another_language_is_told(run: Run) -> None:
    app = run("add_report")
    app.text_area(key="draft").set_value(
        "Am Montag griffen Kämpfer im Norden einen Konvoi an. Die Regierung sagte, dass am 3. März 2021 zwei Soldaten "
        "getötet wurden, und danach war es an der Grenze ruhig."
    ).run()
    click(app, "read")
    assert "This text does not read like English: reports in English and French are understood" in said(app)


def test_no_text_is_told_and_nothing_is_lost(run: Run) -> None:
    app = click(run("add_report"), "read")
    assert "There is no text yet" in said(app)
    app.text_area(key="draft").set_value("The river is long.").run()
    click(app, "read")
    assert "No dated event was found" in said(app)
    click(app, "back")
    assert app.text_area(key="draft").value == "The river is long."


def test_events_of_a_file_are_shown_before_they_are_added(run: Run) -> None:
    app = run("add_report")
    app.segmented_control(key="way").set_value("import").run()
    app.selectbox(key="import-format").select("timelinejs").run()
    slides = {"events": [{"start_date": {"year": "2019", "month": "4"}, "text": {"headline": "A bridge opens"}}]}
    app.file_uploader(key="import-file").set_value(
        ("bridges.json", json.dumps(slides).encode(), "application/json")
    ).run()
    assert "1 event" in said(app)
    click(app, "import-add")
    assert len(drawn(run("timeline", q="bridge"))) == 1
    remove = next(button for button in app.button if (button.key or "").startswith("remove-"))
    click(app, str(remove.key))
    assert not run("timeline", q="bridge").get("plotly_chart")


def test_a_file_of_another_format_is_told(run: Run) -> None:
    app = run("add_report")
    app.segmented_control(key="way").set_value("import").run()
    app.selectbox(key="import-format").select("ics").run()
    app.file_uploader(key="import-file").set_value(("no.ics", b"\x00\x01 nothing", "text/calendar")).run()
    assert 'class="note error"' in said(app)
