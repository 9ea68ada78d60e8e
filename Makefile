# One command for each habit. BIN is where python and the tools stand; `make setup` makes it.
BIN ?= .venv/bin
PYTHON ?= python3
SITE ?= site
# What `oldest` and `newest` try, and what these tests need beside the program.
LIBRARY_TOOLS = pytest hypothesis jsonschema xlwt pypdf
LIBRARY_TESTS = $(addprefix tests/,readers opening layout evidence word excel api)
ONEFILE_TOOL = pyinstaller>=6.20
AUDIT_TOOLS = cyclonedx-bom pip-audit

.PHONY: help setup test mutants oldest newest matrix sbom audit lint format types words docs docs-check guide screens pictures count bench bench-batch samples dist onefile ci clean

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: ## an environment with the pinned versions in .venv
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --constraint constraints.txt --editable '.[dev]'

test: export PYTHONWARNDEFAULTENCODING = 1
test: ## every test, on all cores; `make test T=tests/judging` for some
	$(BIN)/python -m pytest -n auto $(T)

mutants: ## would the tests notice? small faults in judging, evidence, the decisions on readings; `make mutants M=judging`
	for room in $(or $(M),judging evidence intake/decisions); do $(BIN)/python -m tools.mutants $$room || exit 1; done

oldest: ## the tests that lean on libraries, on the oldest versions that pyproject.toml allows, in .venv-oldest
	rm -rf .venv-oldest
	$(PYTHON) -m venv .venv-oldest
	$(PYTHON) tools/lowest.py > .venv-oldest/lowest.txt
	.venv-oldest/bin/pip install --quiet --constraint .venv-oldest/lowest.txt --editable . $(LIBRARY_TOOLS)
	PYTHONWARNDEFAULTENCODING=1 .venv-oldest/bin/python -m pytest -q $(LIBRARY_TESTS)

newest: ## the same on the newest versions that there are, in .venv-newest: what breaks tomorrow
	rm -rf .venv-newest
	$(PYTHON) -m venv .venv-newest
	.venv-newest/bin/pip install --quiet --upgrade --editable . $(LIBRARY_TOOLS)
	.venv-newest/bin/pip list --format freeze --not-required
	PYTHONWARNDEFAULTENCODING=1 .venv-newest/bin/python -m pytest -q $(LIBRARY_TESTS)

matrix: ## every test on each Python from 3.11 to 3.14 that is here; `make matrix T=tests/judging` for some
	tools/matrix.sh $(T)

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

guide: export NO_MKDOCS_2_WARNING = 1
guide: ## docs/ as a site in site/, to be opened from the disk; `make guide SITE=folder` for another place
	$(BIN)/python -m mkdocs build --quiet --site-dir $(abspath $(SITE))

screens: ## the screens pictured in the guide again, from its own commands
	$(BIN)/python -m tools.guide.pictures

pictures: ## the same, and the pages and documents pictured there; needs Chromium, LibreOffice and pdftoppm
	$(BIN)/python -m tools.guide.pictures --all

count: ## how much code there is, room by room; `make count REV=abc123` beside an earlier commit
	$(BIN)/python -m tools.count $(REV)

bench: ## every promise on time and memory, against other readers; `make bench B=--quick` for every day
	$(BIN)/python benchmarks/bench.py $(B)

bench-batch: ## two jobs against one on forty workbooks
	$(BIN)/python benchmarks/batch.py

samples: ## write the samples again from their seed
	$(BIN)/python samples/make_samples.py

dist: ## wheel and sdist in dist/
	$(BIN)/python -m build

sbom: ## what an installation brings along, as CycloneDX in dist/sbom.json; needs no network but to install
	rm -rf .venv-audit .venv-audit-tools
	$(PYTHON) -m venv .venv-audit
	.venv-audit/bin/pip install --quiet --constraint constraints.txt .
	$(PYTHON) -m venv .venv-audit-tools
	.venv-audit-tools/bin/pip install --quiet $(AUDIT_TOOLS)
	mkdir -p dist
	.venv-audit-tools/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible \
		--output-file dist/sbom.json .venv-audit/bin/python

audit: sbom ## the same, and known weaknesses of it: that part asks a public service, and fails where it cannot
	.venv-audit/bin/pip freeze --exclude thidua-cli > .venv-audit/frozen.txt
	.venv-audit-tools/bin/pip-audit --strict --no-deps --disable-pip --requirement .venv-audit/frozen.txt

onefile: ## the program as one file that needs no Python, for this system: dist/thidua, tried on a sample
	rm -rf .venv-onefile build/onefile
	$(PYTHON) -m venv .venv-onefile
	.venv-onefile/bin/pip install --quiet --constraint constraints.txt . "$(ONEFILE_TOOL)"
	.venv-onefile/bin/pyinstaller --onefile --name thidua --collect-all thidua_cli --collect-data docxtpl --collect-submodules rich --noconfirm \
		--log-level ERROR --distpath dist --workpath build/onefile --specpath build/onefile tools/onefile/start.py
	tools/onefile/try dist/thidua

ci: ## all of it, in a fresh environment
	.ci/run

clean: ## remove what the commands above leave behind
	rm -rf site .venv-ci .venv-oldest .venv-newest .venv-audit .venv-audit-tools .venv-onefile .venv-3.1? dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
