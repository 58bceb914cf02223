#!/bin/sh
# Find a Chromium for the browser tests, or get one. Quiet when there is nothing to do.
set -eu

run() { "$@" >/dev/null 2>&1; }

found() {
    [ -n "${CHROMIUM:-}" ] && [ -x "$CHROMIUM" ] && return 0
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        run command -v "$name" && return 0
    done
    run python -c 'import pathlib, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    sys.exit(not pathlib.Path(p.chromium.executable_path).exists())'
}

found && exit 0

root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

if run command -v apt-get && { [ "$(id -u)" = 0 ] || run command -v sudo; }; then
    echo "tests: installing Chromium with apt-get"
    root apt-get update -qq && root apt-get install -y -qq chromium >/dev/null && exit 0
fi

echo "tests: installing Chromium with playwright"
python -m playwright install chromium
