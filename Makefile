# `make help` lists the commands. Each one makes what it needs: a virtual environment in .venv, then packages,
# and those again only when the requirements have changed. Python compiles what is imported when it is, and not at once
# everything that might be.

PYTHON ?= python3
python := .venv/bin/python
deno := DENO_NO_UPDATE_CHECK=1 NO_COLOR=1 .venv/bin/deno
pytest := $(python) -m pytest --numprocesses=2 --dist=worksteal -rs
pip := $(python) -m pip install --disable-pip-version-check --quiet --no-compile

.DEFAULT_GOAL := help
.PHONY: help run check test browsers bench audit format static

help: ## list the commands
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/make \1	\2/p' Makefile

run: .venv/run.stamp ## start the app and open it in the browser
	$(python) -m streamlit run app.py

check: static ## run every check but those in the browser
	@echo '== pytest';      $(pytest) --ignore=tests/browser --ignore=tests/other_browsers

test: static ## run every check, the browser tests too
	@echo '== chromium';    $(python) -m tests.browser.find_chromium
	@echo '== pytest';      $(pytest)

browsers: .venv/test.stamp ## try the page in Firefox and WebKit, where they are installed
	@echo '== pytest';      $(pytest) tests/other_browsers

static: .venv/test.stamp
	@echo '== ruff check';  $(python) -m ruff check
	@echo '== ruff format'; $(python) -m ruff format --check
	@echo '== pyright';     PYRIGHT_PYTHON_IGNORE_WARNINGS=1 $(python) -m pyright
	@echo '== lint-imports'; $(python) -c 'from importlinter.cli import lint_imports_command as main; main()'
	@echo '== deno fmt';    $(deno) fmt --check
	@echo '== deno lint';   $(deno) lint
	@echo '== deno check';  $(deno) check frontend tests/frontend
	@echo '== deno test';   $(deno) test

bench: .venv/test.stamp ## measure speed
	$(python) -m benchmarks

# What it is itself made of is no part of the app: it has an environment of its own. Of a package that PyPI cannot be
# asked about it says so, and goes on.
audit: $(python) ## ask PyPI whether anything in the container has a known vulnerability
	@test -x .venv/audit/bin/pip-audit || { $(python) -m venv .venv/audit && \
	  .venv/audit/bin/python -m pip install --disable-pip-version-check --quiet pip-audit==2.10.1; }
	.venv/audit/bin/pip-audit --requirement deploy/requirements.lock --require-hashes --disable-pip

format: .venv/test.stamp ## sort imports, mend what can be mended, lay out the code
	$(python) -m ruff check --fix
	$(python) -m ruff format
	$(deno) fmt

.venv/run.stamp: requirements.txt | $(python)
	@echo 'Installing requirements.txt'; $(pip) -r requirements.txt
	@touch $@

.venv/test.stamp: requirements.txt requirements-dev.txt | $(python)
	@echo 'Installing requirements-dev.txt'; $(pip) -r requirements-dev.txt
	@touch $@

# Debian ships the module that fills a virtual environment in a package of its own.
$(python):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'Downhill needs Python 3.11 or newer as $(PYTHON); name another with: make PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
	  apt-get install -y --no-install-recommends python3-venv; } || { \
	  echo 'This Python cannot make a virtual environment: install its venv module (Debian: apt-get install python3-venv).' >&2; exit 1; }
	$(PYTHON) -m venv .venv
