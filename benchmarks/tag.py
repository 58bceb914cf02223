"""How fast the tagger reads, against `dateparser.search.search_dates` on the same text in the same run.

    python benchmarks/tag.py

Times are processor time, so that other work on the machine matters little. Prints characters a second of both, their
ratio, the tagger on text without a date, and its start-up (imports, reading and compiling the language, first call) in
a fresh process. The text is the reports that ship with the data package, or made-up ones where they are absent.
"""

import subprocess
import sys
import time
from datetime import date, datetime
from pathlib import Path

BRIEFS = Path(__file__).parents[1] / "events" / "briefs"
MADE_UP = (
    "Soldiers took the barracks at Kati on Tuesday, 18 August 2020, and the president resigned shortly before "
    "midnight. Two days later the union suspended the country. Elections, first set for February 2022, will not be "
    "held before next year. The mission had been deployed since early 2013, when rebels held the north.\n\n"
)
PLAIN = "The road to the river runs by fields of millet and a school whose roof the wind has taken off again. "
PUBLISHED = date(2021, 9, 26)
LENGTH = 400_000
PEER_LENGTH = 8_000
STARTED = """
import time; began = time.process_time()
from datetime import date
from timeline_app.tag import tag
tag("It was said on Monday.", "en", date(2021, 9, 26))
print(time.process_time() - began)
"""


def repeated(text: str, length: int) -> str:
    return (text * (length // len(text) + 1))[:length]


def best(runs: int, work: object) -> float:
    times = []
    for _ in range(runs):
        began = time.process_time()
        work()  # type: ignore[operator]
        times.append(time.process_time() - began)
    return min(times)


def main() -> None:
    from dateparser.search import search_dates

    from timeline_app.tag import tag

    briefs = [path.read_text("utf-8") for path in sorted(BRIEFS.glob("*.md"))] if BRIEFS.exists() else []
    english = [text for text in briefs if " the " in text]
    text = repeated("\n\n".join(english) or MADE_UP, LENGTH)
    tag(text[:1000], "en", PUBLISHED)
    ours = len(text) / best(3, lambda: tag(text, "en", PUBLISHED))
    found = len(tag(text, "en", PUBLISHED))
    plain = repeated(PLAIN, LENGTH)
    empty = len(plain) / best(3, lambda: tag(plain, "en", PUBLISHED))
    short = text[:PEER_LENGTH]
    settings = {"RELATIVE_BASE": datetime(2021, 9, 26)}
    search_dates(short[:500], languages=["en"], settings=settings)
    peer = len(short) / best(3, lambda: search_dates(short, languages=["en"], settings=settings))
    starts = [
        float(subprocess.run([sys.executable, "-c", STARTED], capture_output=True, check=True).stdout) for _ in range(5)
    ]
    print(f"tag, {len(text):,} characters with {found:,} expressions: {ours:,.0f} characters/s")
    print(f"tag, text without a date: {empty:,.0f} characters/s")
    print(f"dateparser search_dates: {peer:,.0f} characters/s; tag is {ours / peer:.1f} times as fast")
    print(f"start-up of tag in a fresh process: {min(starts):.3f} s")


if __name__ == "__main__":
    main()
