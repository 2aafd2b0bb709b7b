# SIGAP: every job is one command. `make help` lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help

BINARY := .build/release/sigap
RELEASE := swift build -c release --static-swift-stdlib --product sigap
VENV := .venv/bin/python
PORT ?= 8080

.PHONY: help run test unit browser lint format bench bench-intake bench-process bench-pages bench-linkage bench-store bench-contributions bench-wave bench-workroom bench-papers bench-funding build install-build install-unit install-test install-bench install-bench-linkage fonts clean

help: ## This list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: build fonts ## Install what is missing, build, process the sample city, serve it on PORT (8080)
	$(BINARY) demo --port $(PORT)

build: install-build ## The release program
	$(RELEASE)

test: lint unit browser ## Every test, browser tests included

# Tests of the store load the databases, those that kill servers keep the disk busy, and those that
# run the program need it: they come one after the other, not beside each other. Hundreds of tests
# at once would make the database wait for itself.
unit: export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH = 6
unit: install-unit
	swift build --build-tests
	Scripts/with-postgres.sh swift test --skip-build --filter '^StoreTests'
	Scripts/with-postgres.sh swift test --skip-build --skip '^(StoreTests|CrashTests|SigapTests)'
	Scripts/with-postgres.sh swift test --skip-build --filter 'CrashTests|SigapTests'

browser: build fonts install-test
	$(VENV) -m pytest -q Tests/browser

lint: ## Formatting and style, without changing anything
	swift format lint --strict --recursive --parallel Sources Tests Package.swift

format: ## Bring all Swift files into the house format
	swift format --in-place --recursive --parallel Sources Tests Package.swift

fonts: install-build ## The two subset fonts of the staff pages, from Debian's Manrope
	@Scripts/make-fonts.sh .build/assets

bench: bench-intake bench-process bench-pages bench-store bench-workroom bench-papers bench-funding ## All benchmarks but bench-linkage; each prints its data, command and machine

bench-intake: build install-bench
	$(VENV) Benchmarks/intake.py $(BINARY)

bench-process: build install-bench
	$(VENV) Benchmarks/process.py $(BINARY) --full

bench-pages: build fonts install-bench
	$(VENV) Benchmarks/pages.py $(BINARY)

bench-store: install-unit install-bench ## A store of a million people on SQLite and PostgreSQL
	swift build -c release --static-swift-stdlib --product store-bench
	Scripts/with-postgres.sh --durable $(VENV) Benchmarks/store.py .build/release/store-bench $(OPTIONS)

bench-contributions: install-unit ## A month of contributions for 54,666 and for a million people, on SQLite
	swift build -c release --static-swift-stdlib --product store-bench
	for people in 54666 1000000; do folder=$$(mktemp -d) && echo "# $$people people" && \
		.build/release/store-bench $$folder/city.db $$folder/city.key $$people contributions; rm -rf $$folder; done

bench-wave: install-unit ## A wave from 200,000 candidates to the insurer and back, on SQLite
	swift build -c release --static-swift-stdlib --product store-bench
	for chosen in 11666 54666; do folder=$$(mktemp -d) && echo "# $$chosen people chosen of 200000" && \
		.build/release/store-bench $$folder/city.db $$folder/city.key 300000 $$chosen; rm -rf $$folder; done

bench-workroom: build install-bench ## What staff and partners wait for at their desks
	$(VENV) Benchmarks/workroom.py $(BINARY)
	$(VENV) Benchmarks/queue.py $(BINARY) $(OPTIONS)

bench-papers: install-unit install-bench ## The annex of a decree and the cards for 11,666 people
	swift build -c release --static-swift-stdlib --product paper-bench
	$(VENV) Benchmarks/papers.py .build/release/paper-bench $(OPTIONS)

bench-funding: install-build install-bench ## Matching a million people to 200 funds
	swift build -c release --static-swift-stdlib --product funding-bench
	$(VENV) Benchmarks/funding.py .build/release/funding-bench Data $(OPTIONS)

bench-linkage: build install-bench-linkage ## Linking against Splink; takes long, most of all with OPTIONS=--full
	$(VENV) Benchmarks/linkage.py $(BINARY) $(OPTIONS)

install-build:
	@Scripts/install.sh build

install-unit:
	@Scripts/install.sh unit

install-test:
	@Scripts/install.sh test

install-bench:
	@Scripts/install.sh bench

install-bench-linkage:
	@Scripts/install.sh bench-linkage

clean: ## Remove what was built
	rm -rf .build .venv
