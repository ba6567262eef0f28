package engine

import (
	"context"
	"errors"
	"fmt"

	"fenghui/wasm/library"
	"fenghui/wasm/search"
)

// A large library is loaded by year, the newest first. A search answers from what
// is loaded and names what is not; everything else waits for all of it.

func loadYear(ctx context.Context, l *library.Library, c call, args LoadArgs) (LoadAnswer, error) {
	if err := l.Load(ctx, args.Year, c.progress); ctx.Err() != nil {
		return LoadAnswer{}, err
	}
	return LoadAnswer{Pending: pendingYears(l.Snapshot())}, nil // what could not be had has been told by a notice
}

// complete loads the years that are not loaded yet. If one cannot be had, a
// notice has said so, and the request is answered without it.
func (e *Engine) complete(ctx context.Context, l *library.Library, c call) error {
	if len(l.Snapshot().Pending) == 0 {
		return nil
	}
	if err := l.Complete(ctx, c.progress); err != nil && ctx.Err() == nil {
		e.options.Log(fmt.Sprintf("engine: %v", err))
	}
	return ctx.Err()
}

// findDocument looks for a document, also in years that are not loaded yet.
func findDocument(ctx context.Context, l *library.Library, c call, id string) (*library.Snapshot, *library.Document, error) {
	s := l.Snapshot()
	d, err := s.Find(id)
	for _, y := range s.Pending {
		if !errors.Is(err, library.ErrNoSuchDocument) {
			break
		}
		if l.Load(ctx, y.Name, c.progress) == nil {
			s = l.Snapshot()
			d, err = s.Find(id)
		}
		if ctx.Err() != nil {
			return nil, nil, ctx.Err()
		}
	}
	return s, d, err
}

// missing are the years that a query has not been asked of yet, although they
// may have hits.
func missing(s *library.Snapshot, q search.Query) (names []string) {
	for _, y := range s.Pending {
		if y.Covers(q.From, q.To) {
			names = append(names, y.Name)
		}
	}
	return names
}

// pendingYears are the names of the years that are not loaded.
func pendingYears(s *library.Snapshot) (names []string) {
	for _, y := range s.Pending {
		names = append(names, y.Name)
	}
	return names
}
