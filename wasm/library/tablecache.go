package library

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"

	"fenghui/wasm/figure/table"
	"fenghui/wasm/pace"
	"fenghui/wasm/store"
)

// tableCache is where the table of the figures of a part is found: opened
// already, in the pack, or in the store beside the segment; else it is made.
// Which documents it was made from is written in it, and by which rules; nothing
// is done until somebody wants figures.
type tableCache struct {
	store   store.Store
	log     func(string)
	reader  *figureReader
	key     string
	packed  []byte        // from the pack; nil: none
	sources []*tableCache // of the parts whose documents are now here
	making  chan struct{} // held by who makes the table, which may take long
	looking chan struct{} // held by who looks at pack and store
	looked  bool          // whether they have been looked at
	table   atomic.Pointer[table.Table]
	pack    *table.Table // that of the pack, if it is the one
	first   *Document    // of the pack
}

func (l *Library) newTableCache(hash string, packed []byte) *tableCache {
	return &tableCache{store: l.options.Store, log: l.options.Log, reader: l.reader, key: figuresKey(hash), packed: packed,
		making: make(chan struct{}, 1), looking: make(chan struct{}, 1)}
}

// cached is the table of the part as it was last, if it need not be made; nil
// when it must. Of each document it must be asked whether it is still true.
func (s *tableCache) cached(ctx context.Context) *table.Table {
	if t := s.table.Load(); t != nil {
		return t
	}
	s.load(ctx)
	return s.table.Load()
}

// acquire waits for its turn; not ok when ctx ends before.
func acquire(ctx context.Context, turn chan struct{}) (release func(), ok bool) {
	select {
	case turn <- struct{}{}:
		return func() { <-turn }, true
	case <-ctx.Done():
		return nil, false
	}
}

// load opens what the store or the pack has, once. What the store has beside a
// pack was made here, because that of the pack would not do.
func (s *tableCache) load(ctx context.Context) {
	release, ok := acquire(ctx, s.looking)
	if !ok {
		return
	}
	defer release()
	if s.looked || s.table.Load() != nil {
		return
	}
	if data, err := s.store.Blob(ctx, s.key); err == nil {
		s.open(data)
	}
	if s.packed != nil && s.table.Load() == nil {
		s.pack = s.open(s.packed)
	}
	s.looked = ctx.Err() == nil
}

// open reads the table from its bytes. It returns nil when they hold none:
// the table is then made again, and only the log mentions it.
func (s *tableCache) open(data []byte) *table.Table {
	t, err := table.Open(data)
	if err != nil {
		s.log(fmt.Sprintf("library: %s: %v", s.key, err))
		return nil
	}
	s.table.Store(t)
	return t
}

// current is the table of the items as they are now. What is in no table yet
// is read, which takes long and is told by progress; the store has it from
// then on. It fails only when ctx ends.
func (s *tableCache) current(ctx context.Context, items []item, progress func(Progress)) (*table.Table, error) {
	return s.readAgain(ctx, items, nil, progress)
}

// readAgain is current, but what tables tell of the doubted documents is not
// believed.
func (s *tableCache) readAgain(ctx context.Context, items []item, doubted map[table.Hash]bool, progress func(Progress)) (*table.Table, error) {
	release, ok := acquire(ctx, s.making)
	if !ok {
		return nil, ctx.Err()
	}
	defer release()
	s.load(ctx)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if t := s.table.Load(); t != nil && len(doubted) == 0 && s.fits(t, items) {
		return t, nil
	}
	data, err := s.make(ctx, items, doubted, progress)
	if err != nil {
		return nil, err
	}
	t, err := table.Open(data)
	if err != nil {
		return nil, err
	}
	s.table.Store(t)
	s.dropSources()
	if err := s.store.PutBlob(ctx, s.key, data); err != nil && !errors.Is(err, context.Canceled) {
		s.log(fmt.Sprintf("library: keep figures: %v", err)) // read again next time; nothing is lost
	}
	return t, ctx.Err()
}

// dropSources releases what the table was made from.
func (s *tableCache) dropSources() {
	s.looking <- struct{}{}
	s.packed, s.sources, s.looked = nil, nil, true
	<-s.looking
}

// isCurrent reports whether place n of the table is of the document as it is. The
// pack's hash says so of those it was made from: if the table is of the first of
// them, the others need not be hashed again. One that could not be read when it
// was made has an empty place.
func (s *tableCache) isCurrent(t *table.Table, n int, d *Document) bool {
	if n >= t.Documents() {
		return false
	}
	if d.packed && t == s.pack && s.first != nil && t.Hash(0) == s.first.inputs() {
		return t.Hash(n) != table.Hash{}
	}
	return t.Hash(n) == d.inputs()
}

// fits reports whether the table is of these documents as they are. Places of
// documents that have left do not matter.
func (s *tableCache) fits(t *table.Table, items []item) bool {
	if t.Documents() != len(items) {
		return false
	}
	for n, i := range items {
		if i.document != nil && !s.isCurrent(t, n, i.document) {
			return false
		}
	}
	return true
}

// make puts a table together from what other tables have, and reads the rest.
func (s *tableCache) make(ctx context.Context, items []item, doubted map[table.Hash]bool, progress func(Progress)) ([]byte, error) {
	known := s.known(ctx)
	var b table.Builder
	for n, i := range items {
		if i.document == nil {
			b.Leave()
			continue
		}
		if at, ok := known[i.document.inputs()]; ok && !doubted[i.document.inputs()] {
			b.Copy(at.table, at.document)
			continue
		}
		progress(Progress{Stage: ReadFigures, Done: n, Total: len(items), Name: i.document.Name})
		if err := pace.Yield(ctx); err != nil {
			return nil, err
		}
		b.AddAs(i.document.inputs(), i.document.Document, s.reader.figuresOf(i.document))
	}
	return b.Bytes(), nil
}

// tableEntry is a document in a table.
type tableEntry struct {
	table    *table.Table
	document int
}

// known are the documents of the former tables of this part and of those it
// was merged from.
func (s *tableCache) known(ctx context.Context) map[table.Hash]tableEntry {
	known := map[table.Hash]tableEntry{}
	add := func(t *table.Table) {
		if t == nil {
			return
		}
		for n := range t.Documents() {
			known[t.Hash(n)] = tableEntry{t, n}
		}
	}
	for _, source := range s.sources {
		add(source.cached(ctx))
	}
	add(s.table.Load())
	return known
}
