"""A damaged file loses the rows that are damaged and no other, and each is told with its number and the reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.test_ucdp import ROW
from timeline_app.errors import ExportError
from timeline_app.export.formats import import_file
from timeline_app.export.rows import csv_rows
from timeline_app.export.ucdp import COLUMNS

HEADER = "id,date,label"


def table(*rows: str, header: str = HEADER) -> bytes:
    return "\n".join([header, *rows]).encode()


@pytest.mark.parametrize(
    ("data", "labels", "told"),
    [
        (table("a,2021,One", "b,2022,Two"), ["One", "Two"], []),
        (b"\xef\xbb\xbf" + table("a,2021,One"), ["One"], []),
        (table("a;2021;One, two, three", header="id;date;label"), ["One, two, three"], []),
        (table("a\t2021\tOne; two; three; four", header="id\tdate\tlabel"), ["One; two; three; four"], []),
        (table("a,2021,One", "b,soon,Two", "c,2023,Three"), ["One", "Three"], ["row 3: 'soon' is not an EDTF date"]),
        (table("a,2021,One", "", "b,2022,"), ["One"], ["row 4: no label"]),
        (table("a,2021,One", "a,2022,Two"), ["One"], ["row 3: stands twice: a is already there"]),
        (table("a,2021,One, two", "b,2022,Two"), ["Two"], ["row 2: has 4 cells, the header 3"]),
        (table("a,2021,One,,", "b,2022,Two"), ["One", "Two"], []),
        (
            table("a,2021,One", 'b,2022,"Two', "c,2023,Three"),
            ["One", "Three"],
            ["row 3: a quote in it is never closed"],
        ),
        (table("a,2021,One", 'b,2022,"Two, cut o'), ["One"], ["row 3: a quote in it is never closed"]),
        (table('a,2021,"One\nin two lines"', 'b,2022,"A 5"" gun"'), ["One\nin two lines", 'A 5" gun'], []),
    ],
)
def test_rows(data: bytes, labels: list[str], told: list[str]) -> None:
    found = import_file("csv", data)
    assert [event.label for event in found.events] == labels
    assert len(found.skipped) == len(told)
    for skipped, begin in zip(found.skipped, told, strict=True):
        assert str(skipped).startswith(begin)


@pytest.mark.parametrize(
    ("data", "note"),
    [
        (table("a,2021"), "1 row with fewer cells than the header, read as if the rest were empty: 2."),
        (table("a,2021,One,red,7", header="id,date,label,colour,size"), "2 columns not read: colour, size."),
        (table("a,2021,Café").decode().encode("cp1252"), "read as Western European (Windows-1252)"),
        (table("a,2021,Été à Gao").replace("à".encode(), b"\xff"), "1 letter could not be read (\ufffd)"),
    ],
)
def test_what_is_taken_for_granted_is_said(data: bytes, note: str) -> None:
    assert any(note in said for said in import_file("csv", data).notes)


def test_letters_are_kept_where_some_are_damaged() -> None:
    (event,) = import_file("csv", table("a,2021,Été à Gao").replace("à".encode(), b"\xff")).events
    assert event.label == "Été \ufffd Gao"


def test_sound_files_have_no_notes() -> None:
    assert import_file("csv", table("a,2021,Été")).notes == ()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (table("a,2021,One", header="id,date,label,date"), "two columns are called 'date'"),
        (b'a,"b\n' * 300, "no columns date and label"),
    ],
)
def test_a_header_that_cannot_be_used_is_told(data: bytes, told: str) -> None:
    with pytest.raises(ExportError, match=told):
        import_file("csv", data)


def test_sources_of_a_headerless_file_do_not_make_it_one_of_semicolons() -> None:
    """A candidate event may name more sources, with semicolons between, than there are columns."""
    offices = ";".join(f"Wire {n}" for n in range(80))
    row = ROW | {"source_office": offices, "source_headline": "", "source_date": ""}
    rows = (row, ROW | {"id": "900002"})
    text = "\n".join(",".join(one.get(name, "") for name in COLUMNS) for one in rows)
    many, few = import_file("ucdp", text.encode()).events
    assert (len(many.sources), len(few.sources)) == (81, 3)


@given(st.lists(st.lists(st.text(max_size=6), min_size=2, max_size=4), max_size=5), st.integers(0, 60), st.booleans())
def test_every_row_has_a_number_of_its_own(rows: list[list[str]], cut: int, quoted: bool) -> None:
    """Whatever the file is and wherever it was cut."""
    text = "\n".join(",".join(f'"{cell}"' if quoted else cell for cell in row) for row in rows)
    numbers = [number for number, _ in csv_rows(text[: len(text) - cut].replace("\0", "").encode("utf-8", "replace"))]
    assert numbers == sorted(set(numbers))
