package entity

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"fenghui/corpus/goldtest"
)

// tool runs the scorer of the public suites.
func tool(t *testing.T, arguments ...string) []byte {
	t.Helper()
	out, err := exec.Command("python3", append([]string{goldtest.Shared(t, "tools/score_cases.py")}, arguments...)...).Output()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestSuites compares the scores on the public suites with those that were
// kept; UPDATE=1 keeps the new ones. bars are what must be reached.
func TestSuites(t *testing.T) {
	cases := goldtest.Shared(t, "cases")
	if _, err := exec.LookPath("python3"); err != nil {
		t.Fatal("the scorer in ../shared needs python3: install it")
	}
	predictions := filepath.Join(t.TempDir(), "predictions.jsonl")
	if err := os.WriteFile(predictions, predict(t, tool(t, "--strip", cases)), 0o644); err != nil {
		t.Fatal(err)
	}
	got := lastLine(tool(t, cases, predictions, "--simplified"))
	goldtest.Compare(t, "testdata/scores.golden", got)
}

// lastLine returns the last line of the scorer, one suite a line.
func lastLine(out []byte) string {
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	scores := strings.TrimPrefix(lines[len(lines)-1], "SCORE ")
	return strings.ReplaceAll(scores, " ", "\n") + "\n"
}

func predict(t *testing.T, input []byte) []byte {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	for decoder := json.NewDecoder(bytes.NewReader(input)); decoder.More(); {
		var c struct{ ID, Text, Ref string }
		if err := decoder.Decode(&c); err != nil {
			t.Fatal(err)
		}
		if err := encoder.Encode(map[string]any{"id": c.ID, "entities": Of(c.Text, c.Ref)}); err != nil {
			t.Fatal(err)
		}
	}
	return out.Bytes()
}

// TestOffsets: entities count code points, not bytes.
func TestOffsets(t *testing.T) {
	for _, e := range Of("👍他有三斤半米", "2025-10-09") {
		if e.Kind == "dimension" && (e.Start != 3 || e.End != 6 || *e.Num != 1.75) {
			t.Errorf("got %+v", e)
		}
	}
}
