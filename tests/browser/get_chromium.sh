#!/bin/sh
# Find what the browser tests drive, or get it: a Chromium, and a Playwright that starts. Quiet when there is nothing to do.
set -eu

run() { "$@" >/dev/null 2>&1; }

root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

debian() { run command -v apt-get && { [ "$(id -u)" = 0 ] || run command -v sudo; }; }

install() {
    echo "tests: installing $1 with apt-get"
    root apt-get update -qq && root apt-get install -y -qq "$1" >/dev/null
}

# Playwright brings its own Node.js, which a bare Debian lacks a library for.
driver() { run python -c 'import subprocess
from playwright._impl._driver import compute_driver_executable
subprocess.run([*compute_driver_executable(), "--version"], check=True)'; }

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

driver || { debian && install libatomic1 && driver; } || {
    echo "tests: Playwright does not start; see why with: .venv/bin/playwright --version"
    exit 1
}

found && exit 0
debian && install chromium && exit 0

echo "tests: installing Chromium with playwright"
python -m playwright install chromium
