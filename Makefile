# The two commands a newcomer needs: `make demo` and `make test`. Everything goes into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := scripts/requirements.lock
SAMPLE := corpora/sample

.PHONY: demo test check lint lock wheel clean

demo: $(VENV)/installed
	$(BIN)/verify $(SAMPLE)/article.txt --references $(SAMPLE)/references.jsonl --csv demo-report.csv --fail-on never
	@echo "The discrepancy report is in demo-report.csv; your own: $(BIN)/verify ARTICLE --references FILE --csv OUT"

test: $(VENV)/installed lint
	$(BIN)/python -m pytest

lint: $(VENV)/installed
	$(BIN)/ruff check toolkit tests scripts
	$(BIN)/ruff format --check toolkit tests scripts
	$(BIN)/mypy

wheel: $(VENV)/installed
	$(BIN)/python -m pip wheel --no-deps --wheel-dir dist .

# Pin every dependency anew (after a change of pyproject.toml).
lock: $(VENV)/installed
	$(BIN)/python -m pip install uv
	$(BIN)/uv pip compile --universal --python-version 3.11 --extra dev --no-emit-index-url --no-header pyproject.toml -o $(LOCK)

$(VENV)/installed: pyproject.toml $(LOCK)
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r $(LOCK)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

clean:
	rm -rf $(VENV) dist build demo-report.csv .pytest_cache .mypy_cache .ruff_cache .hypothesis
