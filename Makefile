# The two commands of the README are `make demo` and `make test`; the rest is for those who work on Palanca.
PYTHON ?= python3.12
BIN := .venv/bin
UV := $(BIN)/uv
STAMP := .venv/.synced
GOLD ?= ../shared/gold

.PHONY: demo test setup check format lint types docs site screenshots score lock interface clean

demo: setup
	@$(BIN)/palanca demo --serve

test: check

setup: $(STAMP)

# A digest of the pinned files, not their time stamps, decides: a fresh clone and an old one agree.
$(STAMP): requirements/uv.txt requirements/dev.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@$(UV) pip sync --quiet --python $(BIN)/python --require-hashes requirements/dev.txt
	@$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

check: setup interface
	$(BIN)/ruff format --check src tests benchmarks hatch_build.py
	$(BIN)/ruff check src tests benchmarks hatch_build.py
	$(BIN)/mypy
	npm --prefix frontend run --silent check
	npm --prefix frontend run --silent test
	$(BIN)/python -m pytest

interface: setup
	@$(BIN)/python -c "from palanca.web.assets import ready_assets; ready_assets(print)"

format: setup
	$(BIN)/ruff format src tests benchmarks hatch_build.py
	$(BIN)/ruff check --fix src tests benchmarks hatch_build.py

lint: setup
	$(BIN)/ruff check src tests benchmarks hatch_build.py

types: setup
	$(BIN)/mypy

screenshots: setup interface
	$(BIN)/python benchmarks/screenshots.py docs/screenshots

site: setup
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

docs: setup interface
	$(BIN)/python -m palanca.cli.reference docs/commands.md
	$(BIN)/python -m palanca.web.reference docs/openapi.json
	npm --prefix frontend run --silent types
	@mkdir -p build
	@{ sed '/^| Name/,$$d' docs/licences.md; $(BIN)/pip-licenses --format=markdown --packages \
	  $$(sed -n 's/^\([A-Za-z0-9_.-]*\)==.*/\1/p' requirements/runtime.txt); } > build/licences.md
	@mv build/licences.md docs/licences.md

score: setup
	$(BIN)/python benchmarks/score.py --gold $(GOLD) --card

lock: setup
	$(UV) pip compile --quiet --python-version 3.12 --generate-hashes --no-header requirements/uv.in -o requirements/uv.txt
	$(UV) pip compile --quiet --python-version 3.12 --generate-hashes --no-header --override requirements/overrides.txt pyproject.toml -o requirements/runtime.txt
	$(UV) pip compile --quiet --python-version 3.12 --generate-hashes --no-header --override requirements/overrides.txt --group dev --group spanish pyproject.toml -o requirements/dev.txt
	$(UV) pip compile --quiet --python-version 3.12 --generate-hashes --no-header --group benchmarks -o requirements/benchmarks.txt

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
