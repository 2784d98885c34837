# Two commands: "make run" extracts the sample articles and shows one, "make test" runs every test.
# Both make .venv first. PYTHON=python3.12 chooses the interpreter, PIP_ARGS="..." goes to pip.

FITS = import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(shell for p in python3 python3.12 python3.11 python3.13; do $$p -c '$(FITS)' 2>/dev/null && echo $$p && break; done)
VENV ?= .venv
PIP_ARGS ?=
BIN = $(VENV)/bin
INSTALL = $(BIN)/python -m pip install --quiet $(PIP_ARGS) -c constraints.txt
SETUP = setup.cfg pyproject.toml constraints.txt

.PHONY: run test lint clean

run: $(VENV)/installed
	@mkdir -p build
	$(BIN)/quotes extract tests/articles -o build/quotes.jsonl
	@echo
	$(BIN)/quotes show tests/articles/dam_kyiv.txt
	@echo "All records: build/quotes.jsonl"

test: $(VENV)/tested
	$(BIN)/python -m pytest

lint: $(VENV)/linted
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "no Python 3.11, 3.12 or 3.13 was found; PYTHON=/path/to/python3.12 names one"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/python $(SETUP)
	$(INSTALL) -e .
	@touch $@

$(VENV)/tested: $(VENV)/bin/python $(SETUP)
	$(INSTALL) -e ".[test]"
	@touch $@ $(VENV)/installed

$(VENV)/linted: $(VENV)/tested
	$(INSTALL) -e ".[test,lint]"
	@touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info
