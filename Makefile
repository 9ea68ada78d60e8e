# One command for each habit. BIN is where python and the tools stand; `make setup` makes it.
BIN ?= .venv/bin
PYTHON ?= python3
OLDEST_TOOLS = pytest hypothesis jsonschema xlwt pypdf
OLDEST_TESTS = $(addprefix tests/,readers opening layout evidence word excel)

.PHONY: help setup test oldest lint format types words docs docs-check bench bench-batch samples dist ci clean

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: ## an environment with the pinned versions in .venv
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --constraint constraints.txt --editable '.[dev]'

test: export PYTHONWARNDEFAULTENCODING = 1
test: ## every test, on all cores; `make test T=tests/judging` for some
	$(BIN)/python -m pytest -n auto $(T)

oldest: export PYTHONWARNDEFAULTENCODING = 1
oldest: ## the tests that lean on libraries, on the oldest versions that pyproject.toml allows, in .venv-oldest
	rm -rf .venv-oldest
	$(PYTHON) -m venv .venv-oldest
	$(PYTHON) tools/lowest.py > .venv-oldest/lowest.txt
	.venv-oldest/bin/pip install --quiet --constraint .venv-oldest/lowest.txt --editable . $(OLDEST_TOOLS)
	.venv-oldest/bin/python -m pytest -q $(OLDEST_TESTS)

lint: types ## style, types and the layers of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-logo

types: ## mypy, strict, tests included
	$(BIN)/python -m mypy

format: ## rewrite the code in the one format
	$(BIN)/ruff check --fix --select I .
	$(BIN)/ruff format .

words: ## collect what the screen says into the catalogues, and compile them (src/thidua_cli/locale)
	$(BIN)/python tools/words.py

docs: ## write the generated pages again
	$(BIN)/python docs/generate.py

docs-check: ## fail if a generated page is not what the code says
	$(BIN)/python docs/generate.py --check

bench: ## start-up, and one large workbook against other readers; `make bench B=--quick` for every day
	$(BIN)/python benchmarks/start_and_score.py
	$(BIN)/python benchmarks/bench.py $(B)

bench-batch: ## two jobs against one on forty workbooks, all reports of a large result
	$(BIN)/python benchmarks/batch.py

samples: ## write the samples again from their seed
	$(BIN)/python samples/make_samples.py

dist: ## wheel and sdist in dist/
	$(BIN)/python -m build

ci: ## all of it, in a fresh environment
	.ci/run

clean: ## remove what the commands above leave behind
	rm -rf .venv-ci .venv-oldest dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
