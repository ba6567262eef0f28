package bench

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var (
	articles = flag.Int("docs", 4000, "articles of the large library, of five passages each")
	runs     = flag.Int("runs", 3, "how often each measure is taken; the median counts")
	asked    = flag.Int("queries", 1000, "questions asked of each engine once, for its ranking")
	only     = flag.String("engines", "", "engines to measure, by name, separated by commas; empty: all")
)

// timed is how many of the questions are timed in every run.
const timed = 300

func TestMain(m *testing.M) {
	flag.Parse()
	code := m.Run()
	os.RemoveAll(scratch())
	if err := found.write("."); err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

// wanted reports whether an engine is to be measured.
func wanted(engine string) bool {
	if *only == "" || engine == ourName {
		return true
	}
	for name := range strings.SplitSeq(*only, ",") {
		if name == engine {
			return true
		}
	}
	return false
}
