package figure

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/corpus/goldtest"
)

// marked holds the hand-made figures of our own records.
const marked = "../../corpus/gold"

// quoted says where something stands in a record: the nth time its words occur
// in a passage. Offsets would rot with every change of the record.
type quoted struct {
	Passage int    `json:"passage"`
	Quote   string `json:"quote"`
	Nth     int    `json:"nth"` // from 1; 0 where the words occur once
	Core    string `json:"core"`
}

// place is the half-open bytes of the quote in the file, and of the number in it.
func (q quoted) place(t *testing.T, doc *corpus.Document) (start, end, numStart, numEnd int) {
	t.Helper()
	if q.Passage >= len(doc.Passages) {
		t.Fatalf("%s has no passage %d (%s)", doc.Name, q.Passage, q.Quote)
	}
	p := doc.Passages[q.Passage]
	at := 0
	for n := 1; ; n++ {
		i := strings.Index(p.Text[at:], q.Quote)
		if i < 0 {
			t.Fatalf("%s, passage %d: no %s", doc.Name, q.Passage, q.Quote)
		}
		if at += i; n >= q.Nth {
			break
		}
		at += len(q.Quote)
	}
	start = p.Start + at
	numStart = start + max(0, strings.Index(q.Quote, q.Core))
	return start, start + len(q.Quote), numStart, numStart + len(q.Core)
}

// markedRecord is one of our records with what was marked in it and what the
// program reads, all in bytes of its file.
type markedRecord struct {
	doc  *corpus.Document
	gold []goldFigure
	non  []nonFigure
	read []*predicted
}

func markedRecords(t *testing.T) []markedRecord {
	docs, err := corpus.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	non := goldtest.Lines[nonFigure](t, marked+"/nonfigures.jsonl")
	var list []markedRecord
	for _, doc := range docs {
		if len(doc.Expected) > 0 {
			continue // its editor lists the figures, and a command compares them
		}
		r := markedRecord{doc: doc, gold: goldtest.Lines[goldFigure](t, filepath.Join(marked, doc.ID+".jsonl"))}
		for i := range r.gold {
			g := &r.gold[i]
			g.Start, g.End, g.NumStart, g.NumEnd = g.place(t, doc)
		}
		for _, n := range non {
			if n.Doc == doc.ID {
				n.Start, n.End, _, _ = n.place(t, doc)
				r.non = append(r.non, n)
			}
		}
		for _, f := range Extract(doc, corpus.Names()) {
			r.read = append(r.read, &predicted{f, f.Span.Start, f.Span.End, false})
		}
		list = append(list, r)
	}
	return list
}

// TestRecordScores keeps the quality on our own records in
// testdata/scores.golden, as TestScores does that on the five articles.
func TestRecordScores(t *testing.T) {
	s := newScores()
	for _, r := range markedRecords(t) {
		s.scoreOne(r.gold, r.non, r.read)
	}
	goldenScores(t, s.tell("our own records"))
}

// TestRecords asks for every core figure of our records at its place with the
// same value, bound and period.
func TestRecords(t *testing.T) {
	excused := exceptions(t)
	for _, r := range markedRecords(t) {
		for i := range r.gold {
			g := &r.gold[i]
			if g.Tier != "core" {
				continue
			}
			key := strings.Join([]string{r.doc.ID, strconv.Itoa(g.Passage), g.Quote}, "\t")
			wrong := r.compare(g)
			if _, known := excused[key]; wrong != "" && known {
				delete(excused, key)
			} else if wrong != "" {
				t.Errorf("%s, passage %d: %s: %s", r.doc.ID, g.Passage, g.Quote, wrong)
			}
		}
	}
	for key, reason := range excused {
		t.Errorf("the exception %q is not needed any more: %s", key, reason)
	}
}

// compare tells what is wrong with the figure that the program reads for g.
func (r *markedRecord) compare(g *goldFigure) string {
	at := slices.IndexFunc(r.read, g.finds)
	if at < 0 {
		return "not read as " + g.Kind
	}
	p := r.read[at]
	p.used = true
	switch {
	case !g.acceptsBound(string(p.Bound)):
		return "bound " + string(p.Bound) + ", not " + g.Bound
	case !g.acceptsPeriod(p.Period):
		return "period " + p.Period + ", not " + orEmpty(g.Period)
	}
	return ""
}

// exceptions of testdata/records/exceptions.tsv: where the program is known to
// read a figure of our records otherwise than marked, with the reason.
func exceptions(t *testing.T) map[string]string {
	b, err := os.ReadFile("testdata/records/exceptions.tsv")
	if err != nil {
		t.Fatal(err)
	}
	m := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		if i := strings.LastIndex(line, "\t"); i >= 0 && !strings.HasPrefix(line, "#") {
			m[line[:i]] = line[i+1:]
		}
	}
	return m
}

// TestRecordsTellTheArticles holds what was marked in our records against what
// was marked in the articles they report: every core figure of an article must
// be in its record with the same value, bound and period.
func TestRecordsTellTheArticles(t *testing.T) {
	articles := goldtest.Articles(t)
	records := markedRecords(t)
	for _, x := range articles {
		from := readText(t, x)
		i := slices.IndexFunc(records, func(r markedRecord) bool { return r.doc.Summit.Date == from.Summit.Date })
		if i < 0 {
			t.Errorf("no record of %s", from.Summit.Date)
			continue
		}
		ours := slices.Clone(records[i].gold)
		for _, g := range articleMarks(t, x) {
			at := slices.IndexFunc(ours, g.sameAs)
			if at >= 0 {
				ours = slices.Delete(ours, at, at+1)
			} else if g.Tier == "core" {
				t.Errorf("%s: nothing marked like %s %s %v, bound %s, period %s", records[i].doc.ID, g.ID, g.Quote, g.Value, g.Bound, orEmpty(g.Period))
			}
		}
	}
}

// sameAs: the article's figure accepts all that our record's one accepts.
func (g *goldFigure) sameAs(own goldFigure) bool {
	for _, b := range append([]string{own.Bound}, own.AltBound...) {
		if !g.acceptsBound(b) {
			return false
		}
	}
	for _, p := range append([]*string{own.Period}, own.AltPeriod...) {
		if !g.acceptsPeriod(orEmpty(p)) {
			return false
		}
	}
	return g.acceptsKind(own.Kind) && sameNumber(g.Value, own.Value)
}
