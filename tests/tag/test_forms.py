"""Every way of saying a date that reports use, as tables: `forms_xx.txt`, a sentence a line, told on 26 September 2021.

`text with [the expression] -> EDTF`; `-` where it has no date, `none` where the line names no time at all.
"""

from datetime import date
from pathlib import Path

import pytest

from timeline_app.tag import tag

FORMS = sorted(Path(__file__).parent.glob("forms_*.txt"))
PUBLISHED = date(2021, 9, 26)


def fault(line: str, lang: str) -> str:
    """What is wrong with how a line is read, or nothing."""
    told, wanted = line.rsplit(" -> ", 1)
    text = told.replace("[", "").replace("]", "")
    found = tag(text, lang, PUBLISHED)
    got = [(t.text, str(t.date)) for t in found]
    if wanted == "none":
        return f"{text}: {got}" if found else ""
    start, end = told.index("["), told.index("]") - 1
    dates = [t.date for t in found if t.start < end and t.end > start]
    right = bool(dates) and not any(dates) if wanted == "-" else wanted in map(str, dates)
    return "" if right else f"{told}: {got}, not {wanted}"


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_every_form_is_read(path: Path) -> None:
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert len(lines) > 150
    faults = [said for line in lines if (said := fault(line, path.stem[-2:]))]
    assert not faults, "\n".join(faults)
