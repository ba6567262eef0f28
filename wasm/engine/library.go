package engine

import (
	"context"
	"errors"

	"fenghui/wasm/library"
)

func (e *Engine) open(ctx context.Context, c call, args OpenArgs) (LibraryState, error) {
	kept := e.options.OpenStore(ctx)
	l, err := library.Open(ctx, library.Options{
		Store:    kept,
		Fetch:    e.options.Fetch,
		Site:     library.Site(args),
		Progress: c.progress,
		Notice: func(n library.Notice) {
			e.options.Log(n.Code + ": " + n.Detail)
			c.emit(Event{Notice: &Notice{n.Code, n.Detail}})
		},
		Log: e.options.Log,
	})
	if err != nil {
		return LibraryState{}, errors.Join(err, kept.Close())
	}
	e.mu.Lock()
	e.library = l
	e.mu.Unlock()
	return state(l), nil
}

func (c call) progress(p library.Progress) {
	c.emit(Event{Progress: &Progress{Stage: p.Stage, Done: p.Done, Total: p.Total, Name: p.Name}})
}

// opened is the library, once it is open.
func (e *Engine) opened() (*library.Library, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.library == nil {
		return nil, errNotOpen
	}
	return e.library, nil
}

func tellState(_ context.Context, l *library.Library, _ call, _ none) (LibraryState, error) {
	return state(l), nil
}

func amend(ctx context.Context, l *library.Library, _ call, args AmendArgs) (LibraryState, error) {
	change := library.Change{Title: args.Title, Date: args.Date, Event: args.Event, Organisation: args.Organisation, Speaker: args.Speaker}
	if err := l.Amend(ctx, args.ID, change); err != nil {
		return LibraryState{}, err
	}
	return state(l), nil
}

func remove(ctx context.Context, l *library.Library, _ call, args RemoveArgs) (LibraryState, error) {
	if err := l.Remove(ctx, args.IDs); err != nil {
		return LibraryState{}, err
	}
	return state(l), nil
}

func undo(ctx context.Context, l *library.Library, _ call, _ none) (LibraryState, error) {
	if err := l.Undo(ctx); err != nil {
		return LibraryState{}, err
	}
	return state(l), nil
}

// mostListed is how many of the documents that came with the site are listed: a
// page with a row for each of 20,000 would freeze.
const mostListed = 500

func state(l *library.Library) LibraryState {
	s := l.Snapshot()
	size := s.Size()
	st := LibraryState{
		Documents: []DocumentHead{}, Passages: size.Passages, TextBytes: size.TextBytes, IndexBytes: size.IndexBytes,
		Segments: size.Segments, Kept: l.Kept(), Origin: size.Origin,
	}
	for _, d := range s.Documents {
		if d.BuiltIn && len(st.Documents) >= mostListed {
			st.More++
			continue
		}
		st.Documents = append(st.Documents, head(d))
	}
	st.Pending = pendingYears(s)
	for _, d := range s.Damaged {
		st.Damaged = append(st.Damaged, Damaged(d))
	}
	return st
}

func head(d *library.Document) DocumentHead {
	return DocumentHead{
		ID: d.ID, Kind: string(d.Kind), Name: d.Name, Title: d.Title, TitleFrom: string(d.TitleFrom),
		Event: d.Summit.Event, EventFrom: string(d.Summit.EventFrom), Organisation: d.Summit.Organisation,
		Date: d.Summit.Date, DateFrom: string(d.Summit.DateFrom), City: d.Summit.City, Country: d.Summit.Country,
		Speaker: d.Speaker, Passages: len(d.Passages), Bytes: d.Bytes, BuiltIn: d.BuiltIn,
	}
}
