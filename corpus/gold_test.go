package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fenghui/corpus/goldtest"
)

// markedFigure is a line of gold/: a figure of a record, or a place of one
// that is none, found by its words.
type markedFigure struct {
	Doc, Quote, Core    string
	Passage, Nth        int
	Kind, Status, Bound string
	Parties             []string
	Tier, Why           string
}

// markedIn gives the figures marked in a record. Those without any must list
// what they are meant to tell in their front matter.
func markedIn(t *testing.T, doc *Document) []markedFigure {
	t.Helper()
	file := filepath.Join("gold", doc.ID+".jsonl")
	if _, err := os.Stat(file); err == nil {
		return goldtest.Lines[markedFigure](t, file)
	}
	if len(doc.Expected) == 0 {
		t.Errorf("%s: neither marked in gold/ nor with a list of figures", doc.Name)
	}
	return nil
}

// find gives the byte in the file where the words stand, or what is wrong.
func (m markedFigure) find(doc *Document) (at int, wrong string) {
	if m.Passage >= len(doc.Passages) || doc.Passages[m.Passage].Kind != Text {
		return 0, fmt.Sprintf("passage %d is no paragraph", m.Passage)
	}
	p := doc.Passages[m.Passage]
	times := strings.Count(p.Text, m.Quote)
	if m.Quote == "" || m.Nth > times || times == 0 || (m.Nth == 0) != (times == 1) {
		return 0, fmt.Sprintf("the words occur %d times in passage %d, nth is %d", times, m.Passage, m.Nth)
	}
	at = strings.Index(p.Text, m.Quote)
	for n := 1; n < m.Nth; n++ {
		at += len(m.Quote) + strings.Index(p.Text[at+len(m.Quote):], m.Quote)
	}
	return p.Start + at, ""
}

// The figures marked by hand in our records must stand there, in order, and
// name their parties as the glossary does: whoever changes a record changes
// gold/ with it.
func TestMarkedFigures(t *testing.T) {
	docs, err := BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	for _, doc := range docs {
		last := -1
		for _, m := range markedIn(t, doc) {
			at, wrong := m.find(doc)
			if wrong == "" && at <= last {
				wrong = "out of order"
			}
			if wrong != "" {
				t.Errorf("%s: %s: %s", doc.Name, m.Quote, wrong)
			}
			last = max(last, at)
			m.check(t, doc)
		}
	}
	files, _ := filepath.Glob("gold/*.jsonl")
	for _, f := range files {
		id := strings.TrimSuffix(filepath.Base(f), ".jsonl")
		if id != "nonfigures" && !slices.ContainsFunc(docs, func(d *Document) bool { return d.ID == id }) {
			t.Errorf("%s: there is no such record", f)
		}
	}
}

func (m markedFigure) check(t *testing.T, doc *Document) {
	t.Helper()
	if m.Core == "" || !strings.Contains(m.Quote, m.Core) || m.Kind == "" || m.Status == "" || m.Bound == "" || m.Tier != "core" && m.Tier != "secondary" {
		t.Errorf("%s, passage %d: %s is incomplete", doc.Name, m.Passage, m.Quote)
	}
	for _, p := range m.Parties {
		// 全球 is the party of what is told of the whole world.
		if term, ok := Names().Lookup(p); p != "全球" && (!ok || term.Zh[0] != p) {
			t.Errorf("%s, passage %d: %s: the party %s is not a canonical name", doc.Name, m.Passage, m.Quote, p)
		}
	}
}

// Places marked as no figures must stand in their record too, apart from all
// that is marked as one.
func TestMarkedNonFigures(t *testing.T) {
	docs, err := BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	all := goldtest.Lines[markedFigure](t, filepath.Join("gold", "nonfigures.jsonl"))
	for _, doc := range docs {
		figures := markedIn(t, doc)
		for _, m := range all {
			if m.Doc != doc.ID {
				continue
			}
			at, wrong := m.find(doc)
			for _, f := range figures {
				if start, unknown := f.find(doc); wrong == "" && unknown == "" && at < start+len(f.Quote) && start < at+len(m.Quote) {
					wrong = "lies on the figure " + f.Quote
				}
			}
			if wrong != "" || m.Why == "" {
				t.Errorf("%s: %s, no figure because of %q: %s", doc.Name, m.Quote, m.Why, wrong)
			}
		}
	}
	for _, m := range all {
		if !slices.ContainsFunc(docs, func(d *Document) bool { return d.ID == m.Doc }) {
			t.Errorf("%s: there is no record %s", m.Quote, m.Doc)
		}
	}
}
