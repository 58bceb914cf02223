# make run    start the app            make test   every test
# make lint   style, types, layers     make lock   renew the lock files (needs uv)
# make bars   the scores that the README gives, where the annotated documents lie beside the project
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PORT   ?= 8501
PIP    := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: run test lint bars browser lock clean

run: $(VENV)/run.stamp
	@echo "timeline: starting on http://127.0.0.1:$(PORT) (Ctrl-C stops it)"
	@$(BIN)/streamlit run timeline_app/app.py --server.address 127.0.0.1 --server.port $(PORT) --server.headless true

test: lint browser
	$(BIN)/python -m pytest

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

GOLD ?= ../shared
bars: $(VENV)/run.stamp
	@test -d $(GOLD) || { echo "timeline: no annotated documents in $(GOLD); say where with: make bars GOLD=DIR"; exit 2; }
	@for dev in $(GOLD)/timex/dev-*.jsonl; do echo "== $$dev"; \
	  $(BIN)/python $(GOLD)/timex/score_timex.py $$dev --system '$(BIN)/timeline-app tag --jsonl'; done
	@for lang in en fr; do echo "== events, $$lang"; \
	  $(BIN)/python $(GOLD)/gold/score.py $(GOLD)/gold/dev-$$lang*.jsonl --run '$(BIN)/timeline-app extract --jsonl'; done

browser: $(VENV)/test.stamp
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh tests/browser/get_chromium.sh

# Debian ships ensurepip apart from Python: there, the pip that is installed fills the environment from outside.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "timeline: Python 3.11 or newer is needed; say which with: make PYTHON=python3.12 ..."; exit 2; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 \
	  || { $(PYTHON) -m venv --clear --without-pip $(VENV) && $(PYTHON) -m pip --python $(BIN)/python install --quiet pip; }

# A stamp is younger than its lock when the environment holds what the lock says.
$(VENV)/run.stamp: requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --require-hashes -r requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test.stamp: tests/requirements.lock $(VENV)/run.stamp
	$(PIP) install --quiet --require-hashes -r tests/requirements.lock
	@touch $@

# Hashes only: no address of a registry is written. hatchling builds the editable install without a second download.
UV_COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
  --no-emit-find-links --no-header --no-annotate --exclude-newer 14d
lock:
	printf "hatchling\neditables\n" | $(UV_COMPILE) pyproject.toml - -o requirements.lock
	$(UV_COMPILE) --extra test -c requirements.lock pyproject.toml -o tests/requirements.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
