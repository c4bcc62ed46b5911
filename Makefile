# make demo    a heatmap of the example logs: heatmap.html and heatmap.png
# make test    all tests, those in a real browser included
# make fuzz    the tests that invent their input, longer and with other input each time (SEED=n repeats, FUZZ=n prolongs)
# make test-duckdb   those of engine, data, logs and views with the oldest DuckDB that is supported (DUCKDB=2.0.0: that one)
# make check   ruff, mypy, tsc, generated files
# make gallery docs/gallery.md and its pictures (ARGS="--screens FOLDER": screenshots of the pages as well)
# make conformance SPECS=folder   draws Mosaic's own example specs in V8 and Chromium, and compares (a clone of Mosaic)
# make bench   compares with other libraries: benchmarks/RESULTS.md (ARGS="--help" says more)
#
# All of them work in a bare clone and make .venv with PYTHON (3.10 or newer). Without Node.js it is taken from PyPI.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check
HERE := $(VENV)/bin/inspect-viz
NODE = $(shell $(PYTHON) tools/bundle_runtime.py --missing)
DUCKDB ?= $(shell sed -n 's/.*"duckdb>=\([0-9.]*\)".*/\1/p' pyproject.toml)
DUCKDB_TESTS := $(wildcard tests/unit/test_engine*.py) tests/hostile/test_engine_gate.py tests/unit/test_data.py \
	tests/unit/test_data_asked.py tests/unit/test_data_places.py \
	tests/unit/test_view_cells.py tests/logs/test_logs_where.py tests/logs/test_logs_differential.py \
	tests/pictures/test_golden.py
export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)

FUZZ ?= 10
SEED ?= $(shell $(PYTHON) -c 'import secrets; print(secrets.randbelow(2**32))')

.PHONY: help demo test test-duckdb fuzz check conformance gallery bench clean
.DEFAULT_GOAL := help

help:
	@sed -n 's/^# \(make\)/\1/p' Makefile

demo: $(VENV)/ready
	@$(PY) tools/bundle_runtime.py
	@$(HERE) sample-heatmap examples/logs --score score_includes --title "Eight small programs, 120 questions" \
		--log-viewer examples/logs=https://samples.example.org/ -o heatmap.html -o heatmap.png

test: $(VENV)/ready-to-develop
	@$(PY) tools/bundle_runtime.py --packages
	@$(PY) tests/firefox.py
	CHROMIUM=$$($(PY) tests/chromium.py) && export CHROMIUM && $(PY) -m pytest -n 2 --dist loadfile -rs $(ARGS)

test-duckdb: $(VENV)/duckdb-$(DUCKDB)
	@$(PY) tools/bundle_runtime.py
	export PYTHONPATH=$(CURDIR)/$< && $(PY) -c 'import duckdb; assert duckdb.__file__.startswith("$(CURDIR)/$<"), duckdb' && \
		$(PY) -m pytest -n 2 --dist loadfile $(DUCKDB_TESTS) $(ARGS)

fuzz: SEED := $(SEED)
fuzz: $(VENV)/ready-to-develop
	@$(PY) tools/bundle_runtime.py --packages
	@echo "make fuzz SEED=$(SEED) FUZZ=$(FUZZ) repeats this search"
	FUZZ=$(FUZZ) $(PY) -m pytest -m hypothesis -n 2 --hypothesis-seed=$(SEED) $(ARGS)

check: $(VENV)/ready-to-develop
	@$(PY) tools/bundle_runtime.py --packages
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	cd examples && $(CURDIR)/$(PY) -m mypy --strict *.py questions tiny
	cd examples/gallery && $(CURDIR)/$(PY) -m mypy --strict *.py
	cd runtime && node_modules/.bin/prettier --check --log-level warn "src/**/*.{ts,css}" build.mjs && node_modules/.bin/tsc --noEmit
	$(PY) tools/generate_vocabulary.py --check
	$(PY) tools/generate_sidecar.py --check
	$(PY) tools/make_example.py --check

gallery: $(VENV)/ready-to-develop
	@$(PY) tools/bundle_runtime.py
	$(PY) docs/gallery/make.py $(ARGS)

conformance: $(VENV)/ready-to-develop
	@$(PY) tools/bundle_runtime.py
	CHROMIUM=$$($(PY) tests/chromium.py) && export CHROMIUM && $(PY) tools/conformance.py $(SPECS) $(ARGS)

bench: $(VENV)/ready
	@$(PY) tools/bundle_runtime.py
	benchmarks/run.sh $(ARGS)

clean:
	rm -rf $(VENV) src/inspect_viz/_runtime runtime/node_modules runtime/.bundle runtime/bundle.sha256 heatmap.html heatmap.png

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || { echo "$(PYTHON) is too old; make PYTHON=... must name Python 3.10 or newer" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install -qq --upgrade "pip>=25.1" $(NODE:%="%")

$(VENV)/duckdb-%: | $(VENV)/ready-to-develop
	$(PIP) install -qq --no-deps --target $@ "duckdb==$*"

$(VENV)/ready: pyproject.toml hatch_build.py | $(PY)
	$(PIP) install -qq -e ".[inspect]"
	@touch $@

$(VENV)/ready-to-develop: pyproject.toml hatch_build.py | $(PY)
	$(PIP) install -qq -e ".[inspect]" --group dev
	@touch $@ $(VENV)/ready
