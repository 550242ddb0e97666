# Works on a machine with only Python 3.11 (or newer) and make: everything else comes from requirements/, by hash.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.NOTPARALLEL:

VENV ?= .venv
BIN := $(VENV)/bin
# Set PYTHON to choose the interpreter of a new virtual environment; empty means: find one.
PYTHON ?=
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
INSTALL_LOCK := $(PIP) install --quiet --require-hashes --no-deps -r
INSTALL_SELF := $(PIP) install --quiet --no-deps --no-build-isolation --editable .
# The first run of a Python program writes what it compiled; doing it here, whatever the owner's environment says, spares it later.
WARM := PYTHONDONTWRITEBYTECODE= $(BIN)/inovasi check examples/mas_jos.yaml --json >/dev/null
LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

.PHONY: help demo test lint format lock check-install ci clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sed -E 's/:[^#]*## /\t/' | while IFS="$$(printf '\t')" read -r name text; do \
		printf '  make %-14s %s\n' "$$name" "$$text"; done

demo: $(VENV)/.all ## Write three examples as DOCX, HTML and JSON into hasil/
	@$(BIN)/inovasi demo -o hasil
	@echo
	@echo "Perintah inovasi ada di $(BIN)/; jalankan sebagai:  $(BIN)/inovasi check examples/speling.yaml"
	@echo "atau sekali dalam tiap terminal:  source $(BIN)/activate  lalu:  inovasi --help"

test: $(VENV)/.dev ## Run the tests, without network, on all cores
	@$(BIN)/python -m pytest -n auto --record-mode=none --block-network $(ARGS)

lint: $(VENV)/.dev ## Run ruff, mypy and the floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev ## Format and repair what ruff can repair
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

check-install: $(VENV)/.dev ## Prove that wheel, editable and sdist->wheel installs find their data
	.ci/installs $(BIN)/python

ci: ## Everything that has to hold before a merge
	.ci/run

lock: $(VENV)/.dev ## Resolve the lock files in requirements/ anew
	$(LOCK) pyproject.toml --extra all --group build --output-file requirements/all.txt $(ARGS)
	$(LOCK) pyproject.toml --extra all --group dev --constraint requirements/all.txt --output-file requirements/dev.txt $(ARGS)
	$(LOCK) pyproject.toml --extra all --group test --group build --resolution lowest-direct --output-file requirements/lowest.txt $(ARGS)

clean: ## Remove everything that make has made
	rm -rf $(VENV) hasil build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp is written last, so a set-up that was interrupted starts again.
$(VENV)/.made: $(shell test -x $(BIN)/python || echo FORCE)
	@chosen=""; \
	for candidate in $(or $(PYTHON),python3.11 python3.12 python3.13 python3.14 python3 python); do \
		if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then chosen="$$candidate"; break; fi; \
	done; \
	if [ -z "$$chosen" ]; then \
		echo "inovasi_ai needs Python 3.11 or newer, and none was found (tried: $(or $(PYTHON),python3.11 ... python3.14, python3, python))." >&2; \
		echo "Install it, or name it: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)" >&2; exit 1; \
	fi; \
	if ! "$$chosen" -c 'import ensurepip, venv' >/dev/null 2>&1; then \
		echo "$$chosen cannot make a virtual environment: its venv and ensurepip modules are missing." >&2; \
		echo "On Debian and Ubuntu install the package python3-venv, then run make again." >&2; exit 1; \
	fi; \
	echo "Preparing $(VENV) with $$("$$chosen" -V) ..."; \
	if $(BIN)/python -m pip --version >/dev/null 2>&1; then clear=""; else clear="--clear"; fi; \
	"$$chosen" -m venv $$clear $(VENV)
	@touch $@

.PHONY: FORCE
FORCE:

$(VENV)/.all: requirements/all.txt pyproject.toml $(VENV)/.made
	@echo "Installing what requirements/all.txt names (once; a minute or two) ..."
	@$(INSTALL_LOCK) requirements/all.txt
	@$(INSTALL_SELF)
	@$(WARM)
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.all
	@echo "Installing the tools that requirements/dev.txt names ..."
	@$(INSTALL_LOCK) requirements/dev.txt
	@touch $@
