// Package bench measures Fenghui side by side with the engines a page would
// use instead of it, in the same headless Chromium, on the same documents, and
// writes what it found to RESULTS.md and results.json beside this file. What is
// compared stands in one run; numbers of different machines say nothing.
//
//	make bench                            # everything, with 4,000 articles
//	make bench ONLY=Engines DOCS=20000    # one measure, the large library
//	go test -tags ne ./build/bench        # only that the arithmetic is right
package bench
