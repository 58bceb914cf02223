"""Pictures of the chart alone, to be looked at: few, usual and many events, by country, actor and kind, light and dark.

    python benchmarks/gallery.py FOLDER [--only 231]

Each is fitted into 1440x900 and 1920x1080, as a slide would have it; the larger is drawn larger, letters and all.
"""

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

from chart import PAINT, TODAY, crowd, open_page

from tests.chromium import started
from timeline_app.draw.coverage import coverage
from timeline_app.draw.figure import CONFIG, figure
from timeline_app.draw.layout import Options, lay_out
from timeline_app.draw.theme import THEMES
from timeline_app.store.package import DEFAULT, load

COUNTS = (8, 231, 5000)
SCREENS = (((1440, 900), 1.0), ((1920, 1080), 1.25))
ROWS = {"country": 6, "actor": 6, "kind": 11}
GROUPS = {
    "state": "States",
    "armed_group": "Armed groups",
    "mission": "Missions",
    "organisation": "Organisations",
    "person": "People",
    "pmc": "Private military companies",
}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--only", type=int, help="this number of events alone")
    given = options.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    package = load(DEFAULT)
    groups = {actor.name: GROUPS[actor.kind] for actor in package.actors}
    with started() as browser:
        for (width, height), zoom in SCREENS:
            page = browser.new_page(viewport={"width": width, "height": height})
            open_page(page)
            page.add_style_tag(content="body{margin:0}")
            for count in COUNTS if given.only is None else (given.only,):
                events = package.events[60:68] if count == 8 else crowd(package.events, count)
                for lanes, most in ROWS.items():
                    wished = Options(
                        width=width / zoom,
                        height=height / zoom,
                        lanes=lanes,
                        most_lanes=most,
                        groups=groups if lanes == "actor" else {},
                        covered={} if lanes == "kind" else coverage(package.events, lanes),
                        today=TODAY,
                    )
                    layout = lay_out(events, wished)
                    for theme in THEMES.values():
                        text = json.dumps(figure(layout, theme, zoom=zoom))
                        page.evaluate(PAINT, [text, {**CONFIG, "displayModeBar": False}])
                        name = given.folder / f"{count}-{lanes}-{width}-{theme.name}.png"
                        page.screenshot(path=name)
                        print(name, f"{layout.labelled} of {layout.shown} labelled")
            page.close()


if __name__ == "__main__":
    main()
