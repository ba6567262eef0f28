package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const north = "../wasm/compare/testdata/north/"

func TestCompareCommand(t *testing.T) {
	for _, c := range []struct {
		args   string
		code   int
		stdout string
		stderr string
	}{
		{"compare", 2, "", "name the files to read"},
		{"compare -format xml " + north + "a-reykjavik.txt", 2, "", `no format "xml"`},
		{"compare nowhere.txt", 1, "", "build compare: open nowhere.txt"},
		{"compare -date x=today " + north + "a-reykjavik.txt", 2, "", "want NAME=YYYY-MM-DD"},
		{"compare " + north + "a-reykjavik.txt " + north + "b-bergen.txt", 0, "冰岛的捕捞量：2处说法一致（110万吨、超过105万吨）", ""},
		{"compare -lang en " + north + "a-reykjavik.txt " + north + "b-bergen.txt", 0, "One year exceeds the total", ""},
	} {
		t.Run(c.args, func(t *testing.T) {
			stdout, stderr, code := call(t, strings.Fields(c.args)...)
			if code != c.code || !strings.Contains(stdout, c.stdout) || !strings.Contains(stderr, c.stderr) {
				t.Errorf("exit code %d, stdout %q, stderr %q", code, stdout, stderr)
			}
		})
	}
}

// A copy of a file is no second source.
func TestCompareReadsCopiesOnce(t *testing.T) {
	text, err := os.ReadFile(north + "a-reykjavik.txt")
	if err != nil {
		t.Fatal(err)
	}
	twin := filepath.Join(t.TempDir(), "twin.txt")
	if err := os.WriteFile(twin, text, 0o600); err != nil {
		t.Fatal(err)
	}
	once, _, _ := call(t, "compare", north+"a-reykjavik.txt")
	twice, stderr, code := call(t, "compare", north+"a-reykjavik.txt", twin)
	if code != 0 || once != twice || !strings.Contains(stderr, "word for word: read once") {
		t.Errorf("exit code %d, stderr %q, stdout %q", code, stderr, twice)
	}
}

// Places are code points of the file, so that they can be read back.
func TestComparePlaces(t *testing.T) {
	stdout, stderr, code := call(t, "compare", "-format", "json", north+"a-reykjavik.txt", north+"b-bergen.txt")
	var all comparedAll
	if err := json.Unmarshal([]byte(stdout), &all); code != 0 || err != nil {
		t.Fatal(code, stderr, err)
	}
	if len(all.Series) == 0 || len(all.Checks) == 0 || len(all.Initiatives) == 0 || all.Boards == nil || len(all.Calendar) == 0 {
		t.Fatalf("a part is missing: %s", stdout)
	}
	for _, s := range all.Series {
		for _, m := range s.Members {
			b, err := os.ReadFile(north + m.Doc + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			quote := string([]rune(string(b))[m.Start:m.End])
			if digits := strings.Trim(m.Told, "超过座民用机场"); !strings.Contains(quote, digits) {
				t.Errorf("%s is told at %q", m.Told, quote)
			}
		}
	}
}

func TestDraftCommand(t *testing.T) {
	draft := filepath.Join(t.TempDir(), "draft.txt")
	if err := os.WriteFile(draft, []byte("目前，挪威有民用机场64座。"), 0o600); err != nil {
		t.Fatal(err)
	}
	stdout, stderr, code := call(t, "compare", "-draft", draft, "-date", "draft=2026-12-31", north+"a-reykjavik.txt", north+"b-bergen.txt")
	if code != 0 || !strings.HasPrefix(stdout, "differs\t64座\t与资料不符，资料为46座") {
		t.Errorf("exit code %d, %q, %q", code, stdout, stderr)
	}
}
