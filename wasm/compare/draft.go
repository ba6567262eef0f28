package compare

import (
	"sync"

	"fenghui/corpus"
	"fenghui/wasm/figure"
)

// The verdicts on a figure of a draft.
const (
	Agrees   = "agrees"
	Differs  = "differs"
	NotFound = "not-found"
	Doubtful = "doubtful"
)

// Judgement is what the library says of one figure of a draft.
type Judgement struct {
	Figure  int // of the draft
	Verdict string
	Message Words
	Members []Member // the library's figures it rests on
}

// ReadDraft reads a pasted text as an article would be; date is the day it is
// written for (YYYY-MM-DD), or empty. Whoever wrote it did not give the years
// of 去年 and 明年 otherwise. The error is that of corpus.ReadArticle.
func ReadDraft(pasted, date string, names *corpus.Glossary) (Input, error) {
	doc, err := corpus.ReadArticle("draft.txt", pasted)
	if err != nil {
		return Input{}, err
	}
	if doc.Summit.Date == "" && date != "" {
		doc.Summit.Date, doc.Summit.DateFrom = date, corpus.ByReader
	}
	return Input{Document: doc, Figures: figure.Extract(doc, names)}, nil
}

// Check judges every figure of a draft by the library's, but for spans of time
// and times that only say when another figure holds. Several may check at once.
func (r *Result) Check(draft Input) []Judgement {
	list, _ := r.CheckWith(nil, draft) // without a pause nothing ends it
	return list
}

// CheckWith is Check that calls pause in its loops and ends with its error, if
// it has one.
func (r *Result) CheckWith(pause func() error, draft Input) (list []Judgement, err error) {
	if r.library == nil || draft.Document == nil {
		return nil, nil
	}
	d := r.desks.of(r)
	err = interruptible(func() { list = d.check(newLibrary([]Input{draft}, r.library.names, pause, true)) })
	if err != nil {
		return nil, err
	}
	return list, nil
}

// check judges the figures of a draft, pausing as the draft's own library does.
func (d *desk) check(own *library) []Judgement {
	times := own.timesOnly()
	var list []Judgement
	for _, i := range own.items {
		own.rest()
		if i.derived || !isCheckable(i) || times[i] {
			continue
		}
		if j := d.judge(i, own.rest); j.Verdict != NotFound || !isBareYear(i) {
			list = append(list, j)
		}
	}
	return list
}

// isCheckable leaves out spans of time and centuries.
func isCheckable(i *item) bool {
	return i.f.Kind != "duration" && i.f.Kind != "century" && i.f.Kind != "ordinal"
}

// isBareYear tells a year of which the draft only says that something was so:
// nothing to look for.
func isBareYear(i *item) bool { return i.f.Kind == "year" && !i.ahead }

// timesOnly are the years and dates that other figures of their sentence are
// told for.
func (l *library) timesOnly() map[*item]bool {
	telling := map[string]bool{} // sentences that tell more than times, be it an age
	for _, i := range l.items {
		if !i.isDate() && isCheckable(i) || i.f.Said == "岁" {
			telling[i.f.Sentence] = true
		}
	}
	only := map[*item]bool{}
	for _, i := range l.items {
		only[i] = i.isDate() && (telling[i.f.Sentence] || i.timeOnly)
	}
	return only
}

// meeting is a date with the meetings that its sentence names.
type meeting struct {
	*item
	names []string
}

// desk is the library laid out for looking figures up.
type desk struct {
	*library
	byParties map[string][]*item // measure, parties
	byMeasure map[string][]*item // family, parties, for other measures of one matter
	dates     []meeting
	shelves   map[string]*shelf // for what is told in other words
	suspects  map[string]bool
	disputed  map[string]bool // in a series that differs
}

// desks lays the desk out once, for whoever checks.
type desks struct {
	mu   sync.Mutex
	desk *desk
}

func (k *desks) of(r *Result) *desk {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.desk == nil {
		k.desk = r.layOut(func() {})
	}
	return k.desk
}

// Prepare lays out what Check looks figures up in, which takes a while where
// there are very many; else the first Check does so. It calls pause in its
// loops and ends with its error, if it has one.
func (r *Result) Prepare(pause func() error) error {
	r.desks.mu.Lock()
	defer r.desks.mu.Unlock()
	if r.library == nil || r.desks.desk != nil {
		return nil
	}
	giving := &library{pause: pause}
	return interruptible(func() { r.desks.desk = r.layOut(giving.rest) })
}

func (r *Result) layOut(rest func()) *desk {
	d := &desk{library: r.library, byParties: map[string][]*item{}, byMeasure: map[string][]*item{}, suspects: map[string]bool{}, disputed: map[string]bool{}}
	for _, i := range r.library.items {
		rest()
		switch {
		case i.withdrawn:
		case i.isDate():
			d.dates = append(d.dates, meeting{i, r.library.formats(i.f.Sentence)})
		case i.value != nil && (i.measure != nil || i.topic != ""):
			d.byParties[lookup(i)] = append(d.byParties[lookup(i)], i)
			d.byMeasure[matter(i)] = append(d.byMeasure[matter(i)], i)
		}
	}
	d.shelved(rest)
	d.doubt(r)
	return d
}

// doubt notes what checks and series say against the library's own figures.
func (d *desk) doubt(r *Result) {
	for _, c := range r.Checks {
		if c.Kind == Suspect {
			d.suspects[c.Members[0].id()] = true
		}
	}
	for _, s := range r.Series {
		for _, k := range s.contested {
			d.disputed[s.Members[k].id()] = true
		}
	}
}

func lookup(i *item) string {
	key := i.id()
	if key == "" {
		key = "?"
	}
	return key + border + kindGroup(i) + border + partyKey(i.f)
}

// matter groups measures of one field: investment of a year and all of it.
func matter(i *item) string {
	return field(i.id()) + border + kindGroup(i) + border + partyKey(i.f)
}

// kindGroup tells levels from growth; growth told as a multiple is growth.
func kindGroup(i *item) string {
	if i.changes() {
		return "change"
	}
	return i.f.Kind
}
