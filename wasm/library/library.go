// Package library holds documents and their index as one thing that can be
// opened, searched, added to and taken from.
//
// It has a built-in part (our records and what a site was built with; it comes
// from the store, else from the site's pack, else is built on the spot) and
// the reader's own articles, whose texts the store keeps safe and whose index
// can always be made again from them.
//
//	lib, err := library.Open(ctx, library.Options{Store: store.NewMemory()})
//	results, err := lib.Import(ctx, []library.File{{Name: "a.txt", Text: text}}, nil)
//	snapshot := lib.Snapshot()
//
// A part (part.go) is a segment of the index with its documents: one is built
// in (builtin.go, pack.go), years of a large site follow (years.go), imports add
// further ones (import.go, save.go), which are merged when they are many (merge.go).
// A Snapshot is all parts at one moment. The figures of a part are read when they
// are first wanted, and kept (figurereader.go, tablecache.go). Files of the site
// come from the store if it has them (fetch.go), under the keys of keys.go;
// manifest.go says what it has, reconcile.go opens it again, and sweep.go removes
// what nothing names any more. Searches ask a Snapshot for its words and titles.
//
// The packages below hold what needs no library: the files of a site (sitefile)
// and of an export (exportfile), what passages name (mentions), what readers say of
// figures (correction), and which texts are alike (similar).
package library

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
	"sync/atomic"

	"fenghui/corpus"
	"fenghui/wasm/figure"
	"fenghui/wasm/library/correction"
	"fenghui/wasm/library/similar"
	"fenghui/wasm/library/sitefile"
	"fenghui/wasm/store"
)

// Fetch gets a file of the site. It is called with addresses from Site, or in
// the same folder, only. What the site has not is a store.ErrNotFound.
type Fetch func(ctx context.Context, address string) ([]byte, error)

// Site says where the site keeps the files of the library; an empty address
// means that it has none.
type Site struct {
	Pack       string // prebuilt index of the built-in documents
	PackHash   string // the input hash that pack must have
	Documents  string // texts that the program does not carry: the rest of our records, and articles
	Dictionary string // full dictionary, wanted for imports only
}

// Progress of something slow: in a stage, Done of Total (0 when unknown) files,
// documents or parts of the work.
type Progress struct {
	Stage       string
	Done, Total int
	Name        string // of the file that is read
}

// Stages of Progress.
const (
	FetchPack       = "fetch-pack"
	FetchDocuments  = "fetch-documents"
	FetchDictionary = "fetch-dictionary"
	BuildIndex      = "build-index"
	ReadFiles       = "read-files"
	ReadFigures     = "read-figures"
	SaveArticles    = "save"
)

// Notice is something a reader should be told though nothing failed.
type Notice struct{ Code, Detail string }

// Notice codes.
const (
	NotKept        = "not-kept"        // nothing outlives the tab
	TooLarge       = "too-large"       // some of the site's data cannot be kept; it is fetched again next time
	YearMissing    = "year-missing"    // Detail names a year whose texts cannot be fetched now
	NoDocuments    = "no-documents"    // only the records in the program are there; the site is asked again next time
	PackMissing    = "pack-missing"    // built here instead
	PackDamaged    = "pack-damaged"    // built here instead
	StoreDamaged   = "store-damaged"   // a kept part was fetched or built again
	ArticleDamaged = "article-damaged" // Detail names the article; only its file can bring it back

	FiguresUnreadable = "figures-unreadable" // Detail names the document; it is there, without figures
	CorrectionUnfit   = "correction-unfit"   // Detail has document and words; no figure is read there any more
)

// Options of Open. Only Store is required.
type Options struct {
	Store    store.Store
	Fetch    Fetch
	Site     Site
	Progress func(Progress)
	Notice   func(Notice)
	Log      func(string) // receives what is of no use to a reader

	// Extract reads the figures of a document; nil: figure.Extract.
	Extract func(*corpus.Document, *corpus.Glossary) []figure.Figure
}

// Library is open from Open on. Its methods may be called from several
// goroutines; changes run one after another, and a Snapshot never changes.
type Library struct {
	options Options
	current atomic.Pointer[Snapshot]

	reader *figureReader
	recent recentFigures // what readers look at now

	changing sync.Mutex // held by whatever changes the library (see lock); guards what follows

	builtIn  *part           // the documents that came with the site
	years    []*part         // more of them, as they were needed
	pending  []sitefile.Year // those not loaded yet
	listed   []sitefile.Year // all of them
	tooLarge bool            // that notice has been given

	articles    []*article // imported, in order of import
	parts       []*part    // their index
	damaged     []Damaged
	removed     [][]*article                 // by each Remove, for Undo
	sentences   *similar.Index               // nil until the next import asks
	corrections map[string]correction.Record // by document

	full     *cutter // over the full dictionary; nil until it is wanted
	progress func(Progress)
}

// ErrNoSuchDocument is the error for an ID that is not in the library, or that
// came with the site where only an imported article will do.
var ErrNoSuchDocument = errors.New("library: no such document")

// Open finds, fetches or builds the library. It fails only when ctx ends or
// the program's own records cannot be read; whatever else is wrong is told by
// a Notice and made good.
func Open(ctx context.Context, o Options) (*Library, error) {
	if o.Progress == nil {
		o.Progress = func(Progress) {}
	}
	if o.Notice == nil {
		o.Notice = func(Notice) {}
	}
	if o.Log == nil {
		o.Log = func(string) {}
	}
	l := &Library{options: o, progress: o.Progress, reader: newFigureReader(o), corrections: map[string]correction.Record{}}
	l.recent.reader = l.reader
	if !o.Store.Kept() {
		o.Notice(Notice{Code: NotKept})
	}
	if err := l.openBuiltIn(ctx); err != nil {
		return nil, fmt.Errorf("library: open: %w", err)
	}
	if err := l.openArticles(ctx); err != nil {
		return nil, fmt.Errorf("library: open articles: %w", err)
	}
	l.publish()
	return l, nil
}

// Snapshot is the library as it is now.
func (l *Library) Snapshot() *Snapshot { return l.current.Load() }

// Kept reports whether imports outlive the tab.
func (l *Library) Kept() bool { return l.options.Store.Kept() }

// lock waits until no other change of the library is under way. Until unlock is
// called, progress receives how far the work has come; nil leaves the receiver
// as it was.
func (l *Library) lock(progress func(Progress)) (unlock func()) {
	l.changing.Lock()
	former := l.progress
	if progress != nil {
		l.progress = progress
	}
	return func() {
		l.progress = former
		l.changing.Unlock()
	}
}

// publish makes a snapshot of the present parts. The caller holds changing,
// or is Open.
func (l *Library) publish() {
	s := newSnapshot(slices.Concat([]*part{l.builtIn}, l.years, l.parts), l.cutter(), &l.recent)
	s.Pending = l.pending
	s.Damaged, s.corrections = slices.Clone(l.damaged), maps.Clone(l.corrections)
	l.current.Store(s)
	tuneGC(s.textBytes + s.indexBytes)
}
