package engine

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"fenghui/corpus"
	"fenghui/wasm/library"
	"fenghui/wasm/overview"
	"fenghui/wasm/search"
)

var (
	errVersion = errors.New("engine: page and program are of different versions")
	errNotOpen = errors.New("engine: the library is not open yet")
)

type handler func(*Engine, context.Context, call) (any, error)

var handlers = map[Op]handler{
	OpHello:    with((*Engine).hello),
	OpOpen:     with((*Engine).open),
	OpOverview: with((*Engine).overview),
	OpSearch:   with((*Engine).search),
	OpDocument: with((*Engine).document),
	OpLibrary:  with((*Engine).state),
	OpImport:   with((*Engine).imports),
	OpAmend:    with((*Engine).amend),
	OpRemove:   with((*Engine).remove),
	OpCancel:   with((*Engine).cancel),
}

// with reads the arguments for a handler.
func with[Args, Result any](f func(*Engine, context.Context, call, Args) (Result, error)) handler {
	return func(e *Engine, ctx context.Context, c call) (any, error) {
		var args Args
		if len(c.Args) > 0 {
			if err := json.Unmarshal(c.Args, &args); err != nil {
				return nil, badRequest{fmt.Errorf("%s: %w", c.Op, err)}
			}
		}
		return f(e, ctx, c, args)
	}
}

// none is for requests without arguments.
type none struct{}

func (e *Engine) hello(_ context.Context, _ call, args HelloArgs) (Hello, error) {
	if args.Protocol != ProtocolVersion {
		return Hello{}, fmt.Errorf("%w: page %d, program %d", errVersion, args.Protocol, ProtocolVersion)
	}
	return Hello{Protocol: ProtocolVersion, Build: e.options.Build}, nil
}

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

func (e *Engine) overview(context.Context, call, none) (Overview, error) {
	l, err := e.opened()
	if err != nil {
		return Overview{}, err
	}
	var docs []*corpus.Document
	for _, d := range l.Snapshot().Documents {
		docs = append(docs, d.Document)
	}
	return Overview{View: overview.Build(docs)}, nil
}

func (e *Engine) search(ctx context.Context, _ call, args SearchArgs) (SearchAnswer, error) {
	l, err := e.opened()
	if err != nil {
		return SearchAnswer{}, err
	}
	a, err := search.Run(ctx, l.Snapshot(), search.Request{
		Query: args.Query, From: args.From, To: args.To, Summits: args.Summit,
		Document: args.Document, Offset: args.Offset, Limit: args.Limit,
	})
	if err != nil {
		return SearchAnswer{}, err
	}
	return searchAnswer(a), nil
}

func (e *Engine) document(_ context.Context, _ call, args DocumentArgs) (DocumentAnswer, error) {
	l, err := e.opened()
	if err != nil {
		return DocumentAnswer{}, err
	}
	s := l.Snapshot()
	d, err := s.Find(args.ID)
	if err != nil {
		return DocumentAnswer{}, err
	}
	return documentAnswer(d, search.NewMarker(s, args.Query)), nil
}

func (e *Engine) state(context.Context, call, none) (LibraryState, error) {
	l, err := e.opened()
	if err != nil {
		return LibraryState{}, err
	}
	return state(l), nil
}

func (e *Engine) imports(ctx context.Context, c call, args ImportArgs) (ImportAnswer, error) {
	l, err := e.opened()
	if err != nil {
		return ImportAnswer{}, err
	}
	return importAnswer(ctx, l, args, c.progress)
}

func (e *Engine) amend(ctx context.Context, _ call, args AmendArgs) (LibraryState, error) {
	l, err := e.opened()
	if err != nil {
		return LibraryState{}, err
	}
	if err := l.Amend(ctx, args.ID, args.Title, args.Date, args.Event); err != nil {
		return LibraryState{}, err
	}
	return state(l), nil
}

func (e *Engine) remove(ctx context.Context, _ call, args RemoveArgs) (LibraryState, error) {
	l, err := e.opened()
	if err != nil {
		return LibraryState{}, err
	}
	if err := l.Remove(ctx, args.IDs); err != nil {
		return LibraryState{}, err
	}
	return state(l), nil
}

// cancel stops a running request; one that has ended already is no error.
func (e *Engine) cancel(_ context.Context, _ call, args CancelArgs) (*none, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if stop := e.running[args.ID]; stop != nil {
		stop()
	}
	return nil, nil
}
