package compare

import (
	"slices"
	"strings"
	"testing"

	"fenghui/corpus"
)

// Every text of checks.tsv gives rise to the checks it should, saying what they
// should and resting on the figures they should, and to no others.
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
			var found []string
			rule := "-"
			for _, c := range r.Checks {
				if met[c.Rule] = true; rule == "-" || c.Rule == w.what {
					rule = c.Rule
				}
				found = append(found, checkInFull(docs, c))
			}
			if rule != w.what || !slices.Equal(found, w.members[1:]) {
				t.Errorf("%s, not %s, among:\n%s%s", rule, w.what, strings.Join(found, "\t"), tellAll(in))
			}
		})
	}
	for name := range templates() {
		rule := strings.HasPrefix(name, "suspect.") || strings.HasPrefix(name, "ambiguous.") || strings.HasPrefix(name, "arithmetic.")
		if rule && !met[name] && !slices.Contains([]string{"suspect.flow.also", "suspect.slip" /* of two reports: see years.tsv */, "suspect.withdrawn" /* see offices/correction */, "ambiguous.share", "ambiguous.year", "ambiguous.year.open"}, name) {
			t.Errorf("no text for %s", name)
		}
	}
}

// checkInFull is what a check says and the quotes of its members.
func checkInFull(docs []Input, c Check) string {
	var quotes []string
	for _, m := range c.Members {
		quotes = append(quotes, docs[m.Document].Figures[m.Figure].Quote)
	}
	return c.Message.Zh + "←" + strings.Join(quotes, "|")
}

func tellAll(in Input) string {
	var b strings.Builder
	for k := range in.Figures {
		f := &in.Figures[k]
		b.WriteString("\n" + f.Quote + " | " + f.Kind + " " + f.Measure + " " + strings.Join(f.Parties, "、") + " " + f.Scope + " " + f.Period + " | " + f.Indicator)
	}
	return b.String()
}
