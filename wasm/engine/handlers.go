package engine

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"fenghui/wasm/library"
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

// with makes a handler that reads its arguments first. It, withLibrary,
// onLibrary and onFindings repeat each other on purpose: built on one another,
// each of them would be instantiated for every request, which made a first
// visit 20 kB larger.
func with[Args, Result any](f func(*Engine, context.Context, call, Args) (Result, error)) handler {
	return func(e *Engine, ctx context.Context, c call) (any, error) {
		var args Args
		if err := c.read(&args); err != nil {
			return nil, err
		}
		return f(e, ctx, c, args)
	}
}

// read reads the arguments. It is no part of the generic functions, each
// instance of which would carry a copy of it.
func (c call) read(args any) error {
	if len(c.Args) == 0 {
		return nil
	}
	if err := json.Unmarshal(c.Args, args); err != nil {
		return badRequest{fmt.Errorf("%s: %w", c.Op, err)}
	}
	return nil
}

// withLibrary is with, for a handler that needs the library open.
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

// onLibrary is withLibrary, for a handler that needs nothing else of the
// engine.
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

// cancel stops a running request; one that has ended already is no error.
func (e *Engine) cancel(_ context.Context, _ call, args CancelArgs) (*none, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if stop := e.running[args.ID]; stop != nil {
		stop()
	}
	return nil, nil
}
