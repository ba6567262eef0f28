package compare

import (
	"slices"
	"strings"
	"testing"

	"fenghui/corpus"
)

// Every text of checks.tsv gives rise to the checks it should, and to no doubt
// beyond.
func TestChecks(t *testing.T) {
	met := map[string]bool{}
	for _, w := range readWanted(t, "testdata/checks.tsv") {
		t.Run(w.members[0], func(t *testing.T) {
			in, err := ReadDraft(w.members[0], "2026-06-01", corpus.Names())
			if err != nil {
				t.Fatal(err)
			}
			docs := []Input{in}
			r := Run(docs, corpus.Names())
			checkResult(t, docs, r)
			found := false
			for _, c := range r.Checks {
				met[c.Rule] = true
				found = found || c.Rule == w.what
				if c.Kind != Arithmetic && c.Rule != w.what {
					t.Errorf("a doubt too many: %s", c.Message.Zh)
				}
			}
			if !found && w.what != "-" {
				t.Errorf("no %s: %s", w.what, tellAll(in))
			}
		})
	}
	for name := range templates() {
		rule := strings.HasPrefix(name, "suspect.") || strings.HasPrefix(name, "ambiguous.") || strings.HasPrefix(name, "arithmetic.")
		if rule && !met[name] && !slices.Contains([]string{"suspect.flow.also", "ambiguous.share", "ambiguous.year"}, name) {
			t.Errorf("no text for %s", name)
		}
	}
}

func tellAll(in Input) string {
	var b strings.Builder
	for k := range in.Figures {
		f := &in.Figures[k]
		b.WriteString("\n" + f.Quote + " | " + f.Kind + " " + f.Measure + " " + strings.Join(f.Parties, "、") + " " + f.Scope + " " + f.Period + " | " + f.Indicator)
	}
	return b.String()
}
