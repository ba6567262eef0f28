package engine

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"fenghui/wasm/library"
	"fenghui/wasm/search"
)

var (
	errVersion = errors.New("engine: page and program are of different versions")
	errNotOpen = errors.New("engine: the library is not open yet")
)

type handler func(*Engine, context.Context, call) (any, error)

var handlers = map[Op]handler{
	OpHello:      with((*Engine).hello),
	OpOpen:       with((*Engine).open),
	OpOverview:   withLibrary((*Engine).viewOverview),
	OpSearch:     onLibrary(runSearch),
	OpSuggest:    onLibrary(suggest),
	OpDocument:   onLibrary(readDocument),
	OpFigures:    withLibrary((*Engine).tabulate),
	OpFigure:     withLibrary((*Engine).readFigure),
	OpCorrect:    withLibrary((*Engine).correct),
	OpForget:     onLibrary(forget),
	OpCorrected:  onLibrary(corrected),
	OpCompare:    onFindings(listComparisons),
	OpComparison: onFindings(readComparison),
	OpSince:      onFindings(since),
	OpPartner:    onFindings(partner),
	OpDraft:      onFindings(checkDraft),
	OpLibrary:    onLibrary(tellState),
	OpLoad:       onLibrary(loadYear),
	OpImport:     onLibrary(importFiles),
	OpAmend:      onLibrary(amend),
	OpRemove:     onLibrary(remove),
	OpUndo:       onLibrary(undo),
	OpExport:     onLibrary(export),
	OpRestore:    onLibrary(restore),
	OpCancel:     with((*Engine).cancel),
}

// with reads the arguments for a handler. It and withLibrary, onLibrary and
// onFindings are alike on purpose: made of one another, they would be compiled
// for each request again, which took 20 kB of a first visit.
func with[Args, Result any](f func(*Engine, context.Context, call, Args) (Result, error)) handler {
	return func(e *Engine, ctx context.Context, c call) (any, error) {
		var args Args
		if err := c.read(&args); err != nil {
			return nil, err
		}
		return f(e, ctx, c, args)
	}
}

// read reads the arguments: here and not in each handler, which would all carry
// a copy of it.
func (c call) read(args any) error {
	if len(c.Args) == 0 {
		return nil
	}
	if err := json.Unmarshal(c.Args, args); err != nil {
		return badRequest{fmt.Errorf("%s: %w", c.Op, err)}
	}
	return nil
}

// withLibrary is with, for what needs the library open.
func withLibrary[Args, Result any](f func(*Engine, context.Context, *library.Library, call, Args) (Result, error)) handler {
	return func(e *Engine, ctx context.Context, c call) (any, error) {
		var args Args
		l, err := e.readWithLibrary(c, &args)
		if err != nil {
			return nil, err
		}
		return f(e, ctx, l, c, args)
	}
}

func (e *Engine) readWithLibrary(c call, args any) (*library.Library, error) {
	if err := c.read(args); err != nil {
		return nil, err
	}
	return e.opened()
}

// onLibrary is withLibrary, for what needs the library alone.
func onLibrary[Args, Result any](f func(context.Context, *library.Library, call, Args) (Result, error)) handler {
	return func(e *Engine, ctx context.Context, c call) (any, error) {
		var args Args
		l, err := e.readWithLibrary(c, &args)
		if err != nil {
			return nil, err
		}
		return f(ctx, l, c, args)
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

func runSearch(ctx context.Context, l *library.Library, c call, args SearchArgs) (SearchAnswer, error) {
	s := l.Snapshot()
	told := 0
	found := func(a *search.Answer) {
		hits := searchAnswer(a)
		told = len(hits.Groups)
		c.emit(Event{Hits: &hits})
	}
	a, err := search.Run(ctx, s, search.Request{
		Early: args.Early, Found: found, Query: args.Query, From: args.From, To: args.To, Summits: args.Summit,
		Places: args.Country, Persons: args.Person, Topics: args.Topic, Kinds: args.Kind, Speeches: args.Speech,
		Document: args.Document, Sort: args.Sort, Literal: args.Literal, Explain: args.Explain, Facets: args.Offset == 0, // further hits are of the same
		Offset: args.Offset, Limit: args.Limit, Language: args.Language, Progress: c.progress,
	})
	if err != nil {
		return SearchAnswer{}, err
	}
	go s.ReadAhead(context.WithoutCancel(ctx)) // after the first answer, which is waited for
	a.Groups = a.Groups[told:]
	answer := searchAnswer(a)
	answer.Missing = missing(s, a.Query)
	return answer, nil
}

func suggest(ctx context.Context, l *library.Library, _ call, args SuggestArgs) (SuggestAnswer, error) {
	answer := SuggestAnswer{Suggestions: []Suggestion{}}
	list, err := search.Suggest(ctx, l.Snapshot(), args.Query)
	for _, s := range list {
		answer.Suggestions = append(answer.Suggestions, Suggestion(s))
	}
	return answer, err
}

func readDocument(ctx context.Context, l *library.Library, c call, args DocumentArgs) (DocumentAnswer, error) {
	s, d, err := findDocument(ctx, l, c, args.ID)
	if err != nil {
		return DocumentAnswer{}, err
	}
	return documentAnswer(ctx, d, search.NewMarker(s, args.Query)), nil
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

// cancel stops a running request; one that has ended already is no error.
func (e *Engine) cancel(_ context.Context, _ call, args CancelArgs) (*none, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if stop := e.running[args.ID]; stop != nil {
		stop()
	}
	return nil, nil
}
