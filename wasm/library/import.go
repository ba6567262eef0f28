package library

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"fenghui/corpus"
	"fenghui/wasm/library/similar"
	"fenghui/wasm/pace"
	"fenghui/wasm/store"
)

// File is a text to import, and what its reader says of it.
type File struct {
	Name, Text string
	Amend      Amendment
}

// Fates of a file.
const (
	Added     = "added"
	Duplicate = "duplicate"
	Refused   = "refused"
	Fresh     = "fresh" // Inspect: it would be added
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
	Status string // Added Duplicate Refused Fresh
	ID     string // of the document, or of the one already there
	Reason string // when refused
	Detail string
	Quota  *store.QuotaError // refused because the store is full: the sizes, if they are known

	Remarks  []Remark       // of one that was added, or would be
	Similar  *similar.Match // likewise; nil: to none
	Document *Document      // likewise, as it was read
}

// Remark is something a reader should know of a file that was taken in.
type Remark struct{ Code, Detail string }

// Codes of remarks.
const (
	BadDate  = "bad-date"  // the text gives Detail for its date, which is none
	BadBytes = "bad-bytes" // so many of its characters cannot be read
)

// Import reads, saves and indexes files. Every file gets a Result, in order.
// When it returns, the articles called Added are safe in the store (if Kept)
// and in the Snapshot. Cancelling ctx stops between transactions; what was
// saved by then is added.
func (l *Library) Import(ctx context.Context, files []File, progress func(Progress)) ([]Result, error) {
	defer l.lock(progress)()
	results := make([]Result, len(files))
	articles := l.readFiles(ctx, files, results)
	if err := l.addSaved(ctx, l.save(ctx, articles, results)); err != nil {
		return results, fmt.Errorf("library: import: %w", err)
	}
	return results, nil
}

// Inspect tells what would become of files, and what would be read of them,
// and changes nothing. It fails only when ctx ends.
func (l *Library) Inspect(ctx context.Context, files []File, progress func(Progress)) ([]Result, error) {
	defer l.lock(progress)()
	results := make([]Result, len(files))
	for i, a := range l.readFiles(ctx, files, results) {
		if a != nil {
			results[i].Status = Fresh
		}
	}
	return results, ctx.Err()
}

// readFiles makes articles of the files that are any; nil for the others,
// whose results are then final.
func (l *Library) readFiles(ctx context.Context, files []File, results []Result) []*article {
	articles := make([]*article, len(files))
	fresh := map[string]bool{}
	now := time.Now().UTC()
	for i, f := range files {
		l.progress(Progress{Stage: ReadFiles, Done: i, Total: len(files), Name: f.Name})
		results[i].Name = f.Name
		if pace.Yield(ctx) != nil {
			results[i].Status, results[i].Reason = Refused, Cancelled
			continue
		}
		added := now.Add(time.Duration(i)).Format("2006-01-02T15:04:05.000000000Z")
		a := l.readFile(f, added, &results[i])
		if a != nil && fresh[a.document.ID] {
			results[i].Status, a = Duplicate, nil
		}
		if articles[i] = a; a != nil {
			fresh[a.document.ID] = true
			l.remark(ctx, a, fresh, &results[i])
		}
	}
	return articles
}

// readFile makes an article of a file; nil when it is none, or here already.
func (l *Library) readFile(f File, added string, result *Result) *article {
	a, err := stored{Name: f.Name, Text: corpus.Plain(f.Name, f.Text), Added: added, Amend: f.Amend}.read()
	if err == nil {
		err = f.Amend.check()
	}
	if err != nil {
		result.refuse(err)
		return nil
	}
	known := l.Snapshot().byID
	if a.isCopyOf(known[a.stated]) {
		result.Status, result.ID = Duplicate, a.stated
		return nil
	}
	a.document.ID = a.key()
	if result.ID = a.document.ID; known[result.ID] != nil {
		result.Status = Duplicate
		return nil
	}
	return a
}

// remark tells what a reader should know of an article. Documents of the same
// import are fresh. Where ctx ends, it is not known whether there is another
// like it.
func (l *Library) remark(ctx context.Context, a *article, fresh map[string]bool, result *Result) {
	result.Document = a.document
	if note := a.document.Summit.DateNote; note != "" && a.document.Kind == corpus.Article {
		result.Remarks = append(result.Remarks, Remark{BadDate, note})
	}
	if n := strings.Count(a.Text, "\uFFFD"); n > 0 {
		result.Remarks = append(result.Remarks, Remark{BadBytes, strconv.Itoa(n)})
	}
	known, err := l.knownSentences(ctx)
	if err != nil {
		return
	}
	sentences := similar.SentencesOf(a.document.Document)
	here := l.Snapshot().byID
	result.Similar = known.Closest(sentences, func(id string) bool { // what was inspected or has been removed counts no more
		return id != a.document.ID && (here[id] != nil || fresh[id])
	})
	known.Add(a.document.ID, sentences)
}

// knownSentences are of all documents there are. They are gathered at the first
// import, and again when documents have come in another way.
func (l *Library) knownSentences(ctx context.Context) (*similar.Index, error) {
	if l.sentences != nil {
		return l.sentences, nil
	}
	x := similar.NewIndex()
	for _, d := range l.Snapshot().Documents {
		if err := pace.Yield(ctx); err != nil {
			return nil, err
		}
		x.Add(d.ID, similar.SentencesOf(d.Document))
	}
	l.sentences = x
	return x, nil
}

func (r *Result) refuse(err error) {
	r.Status, r.Reason, r.Detail = Refused, corpus.Malformed, err.Error()
	var refused *corpus.RefusedError
	if errors.As(err, &refused) {
		r.Reason, r.Detail = refused.Reason, refused.Detail
	}
}
