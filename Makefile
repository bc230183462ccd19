# Needs Python 3.11 or later with its venv module, and make. `make help` lists what there is.
# PYTHON=python3.12 names the Python to use, VENV=.venv3.12 where the environment goes, ARGS=... is handed on.

VENV ?= .venv
VENV_AIRFLOW ?= .venv-airflow
VENV_FRAMES ?= .venv-frames
ARGS ?=
INPUT ?= fixtures/feed/input.txt
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3; do $$name $(check) 2>/dev/null && echo $$name && break; done)

check = -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))'
bin = $(VENV)/bin
installed = $(VENV)/installed
install = $(bin)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
airflow = $(VENV_AIRFLOW)/installed
install_airflow = $(VENV_AIRFLOW)/bin/python -m pip install --no-compile --quiet --disable-pip-version-check \
	--constraint constraints.txt --constraint constraints-airflow.txt
# These take minutes each: what is printed of a test that hangs would be printed of them too.
slow = -o faulthandler_timeout=0
frames = $(VENV_FRAMES)/installed
install_frames = $(VENV_FRAMES)/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.DELETE_ON_ERROR:
.PHONY: help run test test-airflow test-frames test-faults fuzz mutation lint format bench eval distclean python

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1	/p' Makefile | expand -t 14

run: $(installed) ## clean a small feed file and show what comes out (INPUT=file for another one)
	@mkdir -p .run
	$(bin)/clean run $(INPUT) -o .run/out.jsonl --audit .run/audit.jsonl
	@echo && echo "# .run/out.jsonl" && cat .run/out.jsonl && echo && echo "# .run/audit.jsonl" && cat .run/audit.jsonl

test: $(installed) ## run the tests (ARGS='-k dateline' picks some)
	$(bin)/python -m pytest -n auto $(ARGS)

test-airflow: $(airflow) ## test the operator and its example with the real Airflow, in an environment of its own
	$(VENV_AIRFLOW)/bin/python -m pytest tests/airflow $(ARGS)

test-frames: $(frames) ## test what loads the articles (datasets, pandas, polars), in an environment of its own
	$(VENV_FRAMES)/bin/python -m pytest tests/test_frames.py $(ARGS)

test-faults: $(installed) ## kill the program and fail its system calls at every point, fill disks; prints what was tried
	$(bin)/python -m pytest $(slow) -m 'faults or harm' tests $(ARGS)

fuzz: $(installed) ## feed it made and damaged inputs (INPUTS=10000 of them); prints what was tried
	NEWSCLEAN_FUZZ=$(or $(INPUTS),10000) $(bin)/python -m pytest $(slow) -m fuzz tests $(ARGS)

mutation: $(installed) ## break restore, verify and atomic output in every way; prints what no test finds (ARGS='audit/seal.py')
	$(bin)/python -m tests.mutation.run $(ARGS)

lint: $(installed) ## check style, format and types
	$(bin)/ruff check --output-format concise
	$(bin)/ruff format --check
	$(bin)/mypy

format: $(installed) ## bring the code into the one format
	$(bin)/ruff check --fix-only
	$(bin)/ruff format

bench: $(installed) ## measure start-up and throughput
	$(bin)/python -m bench.run $(ARGS)

eval: $(installed) ## measure accuracy
	$(bin)/python eval/run.py $(ARGS)

distclean: ## remove what the targets above made
	rm -rf $(VENV) $(VENV_AIRFLOW) $(VENV_FRAMES) .run .bench .eval dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

python: ## say which Python makes the environment, or what to install
	@$(or $(PYTHON),false) $(check) 2>/dev/null || { echo "newsclean needs Python 3.11 or later with its venv module: install it (Debian, Ubuntu: apt-get install python3 python3-venv) or name one (make PYTHON=/path/to/python3)" >&2; exit 1; }
	@echo $(PYTHON)

# The environment is made anew when what it is made of changes. hatchling comes first and from the same pins: left to
# itself, pip would build with the newest one.
$(installed): pyproject.toml constraints.txt
	@$(MAKE) --silent python
	$(PYTHON) -m venv --clear $(VENV)
	$(install) hatchling
	$(install) --no-build-isolation --editable '.[dev]'
	@touch $@

# Airflow pins what it needs, and needs much: it has an environment of its own. hypothesis is what tests/conftest.py needs.
# Most of it is never imported, so nothing is compiled beforehand: that took 18 of 43 seconds.
$(airflow): pyproject.toml constraints.txt constraints-airflow.txt
	@$(MAKE) --silent python
	$(PYTHON) -m venv --clear $(VENV_AIRFLOW)
	$(install_airflow) hatchling hypothesis pytest
	$(install_airflow) --no-build-isolation --editable '.[airflow]'
	@touch $@

# They are 500 MB, and only what comes out is tried on them.
$(frames): pyproject.toml constraints.txt
	@$(MAKE) --silent python
	$(PYTHON) -m venv --clear $(VENV_FRAMES)
	$(install_frames) hatchling hypothesis pytest
	$(install_frames) --no-build-isolation --editable '.[frames,parquet]'
	@touch $@
