"""ACLED's own export: 31 columns, in each of the dresses in which users have it. Rows made up by us."""

import csv
import io
import zipfile

import pytest

from tests.export.samples import caption
from timeline_app.errors import ExportError
from timeline_app.export.formats import EXPORTERS, export, import_file
from timeline_app.model import Event, Kind

COLUMNS = [
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
]  # fmt: skip

ROW = {
    "event_id_cnty": "MLI90001", "event_date": "2023-06-14", "year": "2023", "time_precision": "1",
    "disorder_type": "Political violence", "event_type": "Battles", "sub_event_type": "Armed clash",
    "actor1": "RVF: River Valley Front", "inter1": "2", "actor2": "Military Forces of Mali (2021-)", "inter2": "1",
    "interaction": "12", "iso": "466", "region": "Western Africa", "country": "Mali", "admin1": "Gao",
    "location": "Dorno", "latitude": "16.5", "longitude": "-0.25", "geo_precision": "1",
    "source": "River Post; Wire", "source_scale": "National", "notes": "A clash that we made up.", "fatalities": "4",
    "timestamp": "1690000000",
}  # fmt: skip


def table(*rows: dict[str, str], mark: str = ",", bom: bool = False) -> bytes:
    out = io.StringIO(newline="")
    written = csv.DictWriter(out, COLUMNS, delimiter=mark, restval="")
    written.writeheader()
    written.writerows(rows)
    return out.getvalue().encode("utf-8-sig" if bom else "utf-8")


def one(**changed: str) -> Event:
    found = import_file("acled", table(ROW | changed))
    assert found.skipped == ()
    return found.events[0]


def test_a_row_is_an_event_with_its_place_actors_and_sources() -> None:
    event = one()
    assert len(COLUMNS) == 31
    assert (event.id, str(event.date), event.kind) == ("acled-mli90001", "2023-06-14", Kind.ATTACK)
    assert event.label == "Armed clash: RVF – Military Forces of Mali, Dorno"
    assert (event.actors, event.countries) == (("RVF", "Military Forces of Mali"), ("ML",))
    assert (event.place, event.lat, event.lon) == ("Dorno", 16.5, -0.25)
    assert event.fatalities is not None
    assert (event.fatalities.low, event.fatalities.high) == (4, 4)
    assert [source.outlet for source in event.sources] == ["ACLED", "River Post", "Wire"]
    assert event.summary == "A clash that we made up."


@pytest.mark.parametrize(
    ("changed", "edtf"),
    [
        ({"time_precision": "2"}, "[2023-06-12..2023-06-18]"),
        ({"time_precision": "3"}, "2023-06"),
        ({"event_date": "14 June 2023"}, "2023-06-14"),
        ({"event_date": "14-Jun-2023"}, "2023-06-14"),
        ({"event_date": "2023-06-14 00:00:00"}, "2023-06-14"),
    ],
)
def test_a_date_is_as_exact_as_acled_says(changed: dict[str, str], edtf: str) -> None:
    assert str(one(**changed).date) == edtf


@pytest.mark.parametrize(
    ("event_type", "sub_type", "kind"),
    [
        ("Protests", "Peaceful protest", Kind.PROTEST),
        ("Strategic developments", "Agreement", Kind.AGREEMENT),
        ("Strategic developments", "Non-violent transfer of territory", Kind.WITHDRAWAL),
        ("Strategic developments", "Other", Kind.POLITICS),
        ("Explosions/Remote violence", "Air/drone strike", Kind.ATTACK),
    ],
)
def test_types_are_told_as_kinds(event_type: str, sub_type: str, kind: Kind) -> None:
    assert one(event_type=event_type, sub_event_type=sub_type).kind is kind


@pytest.mark.parametrize(
    ("iso", "country", "code"),
    [("466", "Mali", "ML"), ("MLI", "", "ML"), ("", "Democratic Republic of Congo", "CD"), ("", "Ivory Coast", "CI")],
)
def test_countries_by_number_letters_or_name(iso: str, country: str, code: str) -> None:
    assert one(iso=iso, country=country).countries == (code,)


def test_text_codes_for_actors_change_nothing() -> None:
    assert one(inter1="Rebel group", inter2="State forces", interaction="State forces-Rebel group") == one()


@pytest.mark.parametrize(("mark", "bom"), [(",", True), (";", False), ("\t", True)])
def test_marks_between_cells_and_a_byte_order_mark(mark: str, bom: bool) -> None:
    assert import_file("acled", table(ROW, mark=mark, bom=bom)).events == (one(),)


def test_a_broken_row_is_told_and_the_others_kept() -> None:
    rows = [ROW, ROW | {"event_date": "soon"}, ROW | {"event_type": "Weather"}, ROW, ROW | {"event_id_cnty": "MLI2"}]
    found = import_file("acled", table(*rows))
    assert len(found.events) == 2
    assert [skipped.row for skipped in found.skipped] == [3, 4, 5]
    assert "stands twice" in found.skipped[2].why
    assert "not to pass on its rows" in found.notes[0]


@pytest.mark.parametrize("format", [f.name for f in EXPORTERS if not f.picture])
def test_its_rows_are_never_passed_on(format: str) -> None:
    event = one(location="Zebraville", notes="Unmistakable wording")
    data = unpacked(export(format, (event,), caption=caption((event,))))
    assert b"Zebraville" not in data
    assert b"Unmistakable" not in data


def unpacked(data: bytes) -> bytes:
    """What a ZIP file holds; any other file as it is."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def test_another_file_is_told() -> None:
    with pytest.raises(ExportError, match="no columns event_date and event_type"):
        import_file("acled", b"id,date\n1,2021\n")
