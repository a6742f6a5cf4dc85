# The contents page: `make help`. Nothing is set up twice: each step leaves a stamp that is as new as what it was made from.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# The first Python that is new enough and can make virtual environments.
PYTHON := $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

BIN := .venv/bin
RUN := .venv/.stamp-run
DEV := .venv/.stamp-dev
NODE := frontend/node_modules/.stamp
CLIENTS := docs/clients/node_modules/.stamp
DASHBOARD := backend/muster/dashboard/index.html
# Folders too, so that a deleted file counts as a change.
DASHBOARD_SOURCES := $(shell find frontend/src frontend/graphiql frontend/public) $(wildcard frontend/*.ts frontend/*.json frontend/*.html frontend/checks/*)

.PHONY: help
help: ## This page
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

.PHONY: run
run: ## Set everything up and serve it with demo data on http://127.0.0.1:8000
	@$(MAKE) -s --no-print-directory -j2 $(RUN) $(DASHBOARD)
	@if [ -z "$$MUSTER_DEMO" ] && ! grep -qsE '^(export )?MUSTER_DEMO=.' .env; then export MUSTER_DEMO=1; fi; exec $(BIN)/muster serve

.PHONY: setup
setup: ## Set everything up, the tools for developers included
	@$(MAKE) -s --no-print-directory -j2 $(DEV) $(DASHBOARD) $(CLIENTS)

.PHONY: test
test: setup ## Run every test: backend, frontend, and the whole main job in a browser
	$(BIN)/pytest
	cd frontend && npm run --silent test

.PHONY: lint
lint: setup ## Look for faults in style, layering, lock files and the dashboard's weight
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports
	cd frontend && npm run --silent lint && npm run --silent check-lock && npm run --silent size
	@! grep -nE '(index-url|find-links|https?://)' requirements/*.lock
	@$(MAKE) -s --no-print-directory audit

# Told, and never a failure: what was published over night must not stop whoever changes something else, nor a registry that is away.
.PHONY: audit
audit: setup ## Ask which locked parts are known to be weak; told out loud where nobody can be asked
	@cd frontend && npm audit --omit=dev --audit-level=high --fetch-retries=0 --fetch-timeout=5000 --loglevel=error 2>/dev/null \
		|| echo "AUDIT of the dashboard's parts: npm's registry knows weaknesses (shown above), or it could not be asked."
	@if command -v pip-audit >/dev/null; then pip-audit --disable-pip --require-hashes --progress-spinner off --timeout 5 -r requirements/run.lock \
		|| echo "AUDIT of the Python parts: weaknesses are known (shown above), or nobody could be asked."; \
		else echo "AUDIT of the Python parts SKIPPED: there is no program pip-audit here."; fi

.PHONY: types
types: setup ## Check the types of backend and frontend
	$(BIN)/mypy
	cd frontend && npm run --silent typecheck

.PHONY: schema
schema: $(RUN) ## Write the API's schema to schema.graphql
	$(BIN)/muster schema > schema.graphql.new && mv schema.graphql.new schema.graphql

.PHONY: bench
bench: setup ## Measure, beside plain code that does the same
	$(BIN)/python -m bench

.PHONY: lock
lock: ## Work out the Python lock files anew from pyproject.toml; needs uv
	@command -v uv >/dev/null || { echo "make lock needs the program uv."; exit 1; }
	uv pip compile $(LOCK_OPTIONS) -o requirements/run.lock pyproject.toml
	uv pip compile $(LOCK_OPTIONS) -o requirements/dev.lock --extra dev pyproject.toml

LOCK_OPTIONS := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate \
	--custom-compile-command "make lock"

.PHONY: clean
clean: ## Remove what was set up and built; data in var/ stays
	rm -rf .venv frontend/node_modules frontend/codegen/node_modules docs/clients/node_modules backend/muster/dashboard \
		.mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

# Muster itself is put on the path by a line in a file, which needs no build tool on the machine.
$(RUN): requirements/run.lock
	@[ -n "$(PYTHON)" ] || { echo "Muster needs Python 3.11 or newer, with venv."; exit 1; }
	@echo "Setting up Python"
	@[ -x $(BIN)/python ] && $(BIN)/python -c '' 2>/dev/null || $(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r $<
	@echo "$(CURDIR)/backend" > "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/muster.pth"
	@printf '#!%s\nimport sys\n\nfrom muster.__main__ import main\n\nsys.exit(main())\n' "$(CURDIR)/$(BIN)/python" > $(BIN)/muster
	@chmod +x $(BIN)/muster
	@touch $@

$(DEV): requirements/dev.lock $(RUN)
	@echo "Setting up the tools for developers"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(NODE): frontend/package-lock.json frontend/.npmrc
	@command -v npm >/dev/null || { echo "Muster needs Node.js 20 or newer, with npm."; exit 1; }
	@echo "Setting up the dashboard's parts"
	@cd frontend && npm ci --silent --no-audit --no-fund
	@touch $@

$(CLIENTS): docs/clients/package-lock.json docs/clients/.npmrc
	@echo "Setting up the clients of the examples"
	@cd docs/clients && npm ci --silent --no-audit --no-fund
	@touch $@

$(DASHBOARD): $(NODE) $(DASHBOARD_SOURCES)
	@echo "Building the dashboard"
	@cd frontend && npm run --silent build -- --logLevel warn
	@touch $@
