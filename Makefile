# Two commands: "make run" extracts the sample articles and shows one, "make test" runs every test.
# Both make .venv first. PYTHON=python3.12 chooses the interpreter, PIP_ARGS="..." goes to pip.

PYTHON ?= $(shell command -v python3.12 || command -v python3.11 || command -v python3.13 || command -v python3)
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
	@test -n "$(PYTHON)" || { echo "Python 3.11, 3.12 or 3.13 is needed: none was found"; exit 1; }
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(f"Python 3.11 or newer is needed, this is {v[0]}.{v[1]}; PYTHON=... names another" if v < (3, 11) else 0)'
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
