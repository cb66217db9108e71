# Two commands matter: `make demo` and `make test`. Each sets up all that it needs.
VENV ?= .venv
export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)

.PHONY: demo test lint suite wheel coverage bench clean

demo:
	@sh .ci/venv $(VENV)
	@$(VENV)/bin/python .ci/demo.py

test:
	@sh .ci/venv $(VENV) test
	@sh .ci/tools
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory suite
	@$(MAKE) --no-print-directory wheel

lint:
	ruff check .
	ruff format --check .
	mypy
	lint-imports

suite:
	sh .ci/suite

wheel:
	sh .ci/wheel

coverage:
	@sh .ci/venv $(VENV) test
	@sh .ci/tools
	sh .ci/suite --cov --cov-report=term:skip-covered --timeout 1200

bench:
	@sh .ci/venv $(VENV) test
	@$(VENV)/bin/python tests/bench/bench.py

clean:
	rm -rf dist .tools .venv .venv-wheel .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage htmlcov
