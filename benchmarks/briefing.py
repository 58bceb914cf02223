"""Make the README's pictures for a briefing, as the command line writes them, into benchmarks/pictures/.

    python benchmarks/briefing.py [--only NAME]

No browser; the slide alone is looked at through LibreOffice, and left out where there is none.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from timeline_app.cli import main as timeline_app

PICTURES = Path(__file__).parent / "pictures"

BRIEFINGS: dict[str, tuple[str, ...]] = {
    "export-light": ("--where", "from=2020;to=2023", "--marking", "For internal use"),
    "export-dark": ("--where", "country=ML;from=2020;to=2022", "--theme", "dark"),
    "export-actors": (
        "--where",
        "country=NE;from=2023-07",
        "--lanes",
        "actor",
        "--title",
        "Niger since the coup of 2023",
    ),
    "export-few": ("--where", "kind=coup;country=NE", "--title", "Coups and attempts in Niger"),
    "export-slide": ("--format", "pptx", "--where", "actor=JNIM;from=2017", "--title", "JNIM since 2017"),
}
"""Name of the picture, and what is asked of `timeline-app export`."""


def seen_in_libreoffice(slides: Path, picture: Path) -> bool:
    """The first slide as a picture; whether there is a LibreOffice to draw it."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office:
        command = [office, "--headless", "--convert-to", "png", "--outdir", str(slides.parent), str(slides)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        shutil.move(slides.with_suffix(".png"), picture)
    return bool(office)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--only", metavar="NAME", choices=BRIEFINGS, help="make this picture alone")
    only = arguments.parse_args().only
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, asked in BRIEFINGS.items():
            if only not in (None, name):
                continue
            picture = PICTURES / f"{name}.png"
            slides = Path(folder) / f"{name}.pptx" if "pptx" in asked else None
            given = asked if slides else ("--format", "png", *asked)
            if status := timeline_app(["export", *given, "--output", str(slides or picture)]):
                return status
            if slides and not seen_in_libreoffice(slides, picture):
                print(f"{name} is left out: there is no LibreOffice here")
                continue
            print(picture)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
