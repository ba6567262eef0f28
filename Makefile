# Needs Go and make; `make test` also Chromium, which it installs on Debian.
# Without the tag "ne" the segmenter would embed 32 MB of dictionaries.
export GOFLAGS := -tags=ne -buildvcs=false

ADDR     ?= 127.0.0.1:8080
FUZZTIME ?= 30s

.PHONY: help run site unit test soak browsers check generate fuzz bench pipeline clean

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  \1	\2/p' $(MAKEFILE_LIST) | expand -t 14

run: ## build the site and serve it (ADDR=127.0.0.1:8080)
	@go run ./build site -quick
	@go run ./build serve -addr $(ADDR)

site: ## build the site as it is to be published, into build/out
	@go run ./build site

unit: ## quick tests, without a browser
	@go run ./build test -unit

test: ## all tests, in a real Chromium too; installs it on Debian
	@go run ./build test

soak: ## 200 forced kills of a browser that imports, and every look at every page; takes half an hour
	go test -count=1 -v -timeout 2h -run 'TestFaults/the_browser_killed_while_importing/the_page' ./build/e2e -kills 200
	go test -count=1 -v -timeout 2h -run 'BreaksARuleOfAccessibility|TwiceTheSize|StandClear|LooksOfTheStart' ./build/e2e -looks

browsers: ## the main scenarios in Chromium, Firefox and WebKitGTK; installs them on Debian
	@go run ./build site -quick
	@go run ./build browsers

check: ## formatting, vet for both platforms, arrows, generated files, size of the program
	@unformatted=$$(gofmt -l build corpus wasm); test -z "$$unformatted" || { echo "gofmt -w these:"; echo "$$unformatted"; exit 1; }
	go vet ./...
	cd build/pipeline && go vet ./parquet ./prove ./sample
	GOOS=js GOARCH=wasm go vet ./wasm/... ./corpus/...
	go test -run "Arrows|Sizes" ./build
	go run ./build protocol -check
	go run ./build words -check
	go test ./build/site/budget

generate: ## write the generated files anew: web/engine/protocol.js, dictionary of our records
	@go run ./build protocol
	@go run ./build words

fuzz: ## fuzz each parser for FUZZTIME (30s)
	@for package in $$(go list ./corpus/... ./wasm/... ./build/...); do \
		for fuzz in $$(go test -list '^Fuzz' $$package | grep '^Fuzz'); do \
			echo "$$package $$fuzz"; \
			go test -run '^$$' -fuzz "^$$fuzz\$$" -fuzztime $(FUZZTIME) $$package || exit 1; \
		done; \
	done

bench: ## measure beside other engines in Chromium (ONLY=Engines|Start|…, DOCS=4000), into build/bench/RESULTS.md
	@go run ./build bench -only "$(ONLY)" $(if $(DOCS),-docs $(DOCS))

pipeline: ## build 20,000 articles (DOCS=20000) as a Beam pipeline too, and hold both builds against each other
	@cd build/pipeline && go vet ./... && go test ./... && go run ./prove -documents $(or $(DOCS),20000)

clean: ## remove what was built
	rm -rf build/out
