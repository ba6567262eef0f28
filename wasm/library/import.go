package library

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"fenghui/corpus"
	"fenghui/wasm/pace"
	"fenghui/wasm/store"
)

// File is a text to import.
type File struct{ Name, Text string }

// Fates of a file.
const (
	Added     = "added"
	Duplicate = "duplicate"
	Refused   = "refused"
)

// Reasons for refusal beyond those of corpus.CheckText.
const (
	NoRoom    = "quota"
	NotSaved  = "storage"
	Cancelled = "cancelled"
)

// Result tells what became of a file.
type Result struct {
	Name   string
	Status string // Added Duplicate Refused
	ID     string // of the document, or of the one already there
	Reason string // when refused
	Detail string

	Remarks []Remark // of one that was added
}

// Remark is something a reader should know of a file that was taken in.
type Remark struct{ Code, Detail string }

// Codes of remarks.
const BadDate = "bad-date" // the text gives Detail for its date, which is none

// saveAtOnce articles go into one transaction: each is wholly there or not at
// all whenever the tab is killed, and a cancelled import stops between two.
const saveAtOnce = 20

// Import reads, saves and indexes files. Every file gets a Result, in order.
// When it returns, the articles called Added are safe in the store (if Kept)
// and in the Snapshot. Cancelling ctx stops between transactions; what was
// saved by then is added.
func (l *Library) Import(ctx context.Context, files []File, progress func(Progress)) ([]Result, error) {
	l.changing.Lock()
	defer l.changing.Unlock()
	if progress == nil {
		progress = func(Progress) {}
	}
	former := l.progress
	l.progress = progress
	defer func() { l.progress = former }()
	results := make([]Result, len(files))
	articles := l.readFiles(ctx, files, results)
	saved := l.save(ctx, articles, results)
	if len(saved) == 0 {
		return results, nil
	}
	l.articles = append(l.articles, saved...)
	for _, a := range saved {
		l.forgetDamaged([]string{a.document.ID})
	}
	l.openDictionary(ctx)
	saving := context.WithoutCancel(ctx) // what is saved is in the library; index it whatever happens
	if err := l.index(saving, saved, nil); err != nil {
		return results, fmt.Errorf("library: import: %w", err)
	}
	l.publish()
	l.readFigures(ctx)
	return results, nil
}

// readFigures makes the tables of the parts that have just been built. An
// import cancelled here is done but for them; they are made when wanted.
func (l *Library) readFigures(ctx context.Context) {
	for _, p := range l.parts {
		if p.origin != "built" {
			continue
		}
		if _, err := p.shelf.current(ctx, p.items, l.progress); err != nil {
			l.options.Log(fmt.Sprintf("library: read figures: %v", err))
			return
		}
	}
}

// readFiles makes articles of the files that are any; nil for the others,
// whose results are then final.
func (l *Library) readFiles(ctx context.Context, files []File, results []Result) []*article {
	articles := make([]*article, len(files))
	known := l.Snapshot().byID
	fresh := map[string]bool{}
	now := time.Now().UTC()
	for i, f := range files {
		l.progress(Progress{Stage: "read-files", Done: i, Total: len(files), Name: f.Name})
		results[i].Name = f.Name
		if pace.Yield(ctx) != nil {
			results[i].Status, results[i].Reason = Refused, Cancelled
			continue
		}
		added := now.Add(time.Duration(i)).Format("2006-01-02T15:04:05.000000000Z")
		a, err := stored{Name: f.Name, Text: corpus.Plain(f.Name, f.Text), Added: added}.read()
		if err != nil {
			results[i].refuse(err)
			continue
		}
		if a.isCopyOf(known[a.stated]) {
			results[i].Status, results[i].ID = Duplicate, a.stated
			continue
		}
		id := a.key()
		results[i].ID, a.document.ID = id, id
		if known[id] != nil || fresh[id] {
			results[i].Status = Duplicate
			continue
		}
		fresh[id] = true
		if note := a.document.Summit.DateNote; note != "" && a.document.Kind == corpus.Article {
			results[i].Remarks = append(results[i].Remarks, Remark{BadDate, note})
		}
		articles[i] = a
	}
	return articles
}

func (r *Result) refuse(err error) {
	r.Status, r.Reason, r.Detail = Refused, corpus.Malformed, err.Error()
	var refused *corpus.RefusedError
	if errors.As(err, &refused) {
		r.Reason, r.Detail = refused.Reason, refused.Detail
	}
}

// save puts the articles into the store, some at a time.
func (l *Library) save(ctx context.Context, articles []*article, results []Result) (saved []*article) {
	var places []int
	for i, a := range articles {
		if a != nil {
			places = append(places, i)
		}
	}
	done := 0
	for batch := range slices.Chunk(places, saveAtOnce) {
		l.progress(Progress{Stage: "save", Done: done, Total: len(places)})
		err := l.put(ctx, articles, batch)
		for _, i := range batch {
			if err != nil {
				refuseAll(results, results[i].ID, saveReason(ctx, err), err.Error())
				continue
			}
			results[i].Status = Added
			saved = append(saved, articles[i])
		}
		done += len(batch)
	}
	return saved
}

// refuseAll refuses an article that could not be saved, and its duplicates.
func refuseAll(results []Result, id, reason, detail string) {
	for i, r := range results {
		if r.ID == id {
			results[i] = Result{Name: r.Name, Status: Refused, Reason: reason, Detail: detail}
		}
	}
}

func (l *Library) put(ctx context.Context, articles []*article, batch []int) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	var records []store.Article
	for _, i := range batch {
		record, err := articles[i].encode()
		if err != nil {
			return err
		}
		records = append(records, record)
	}
	return l.options.Store.PutArticles(ctx, records)
}

func saveReason(ctx context.Context, err error) string {
	switch {
	case ctx.Err() != nil:
		return Cancelled
	case errors.Is(err, store.ErrQuota):
		return NoRoom
	}
	return NotSaved
}
