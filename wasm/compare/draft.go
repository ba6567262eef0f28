package compare

import (
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

// ReadDraft reads a pasted text as an article; date is the day it is written for
// (YYYY-MM-DD), or empty. A text without a date of its own needs it to say which
// years 去年 and 明年 are. The error is that of corpus.ReadArticle.
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

// Check judges every figure of a draft by the library's, except spans of time
// and times that only date another figure. It may be called concurrently.
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
	d := r.index.of(r)
	err = interruptible(func() { list = d.check(newLibrary([]Input{draft}, r.library.names, pause, true)) })
	if err != nil {
		return nil, err
	}
	return list, nil
}

// check judges the figures of a draft, pausing as the draft's own library does.
func (d *figureIndex) check(own *library) []Judgement {
	times := own.timesOnly()
	var list []Judgement
	for _, i := range own.items {
		own.yield()
		if i.derived || !isCheckable(i) || times[i] {
			continue
		}
		if j := d.judge(i, own.yield); j.Verdict != NotFound || !isBareYear(i) {
			list = append(list, j)
		}
	}
	return list
}

// isCheckable leaves out spans of time and centuries.
func isCheckable(i *item) bool {
	return i.f.Kind != "duration" && i.f.Kind != "century" && i.f.Kind != "ordinal"
}

// isBareYear reports whether a figure is a year of which the draft says only
// that something was so then: there is nothing to look up.
func isBareYear(i *item) bool { return i.f.Kind == "year" && !i.ahead }

// timesOnly returns the years and dates that only say when other figures of
// their sentence apply.
func (l *library) timesOnly() map[*item]bool {
	telling := map[string]bool{} // sentences with more than times, an age included
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
