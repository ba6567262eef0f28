// Package engine is the one door of the program: Handle takes a request and
// gives an answer, both JSON, and emits events on the way. The browser comes
// through it, and so do the tests of the protocol. The protocol_*.go files say
// what can be asked, handlers.go who answers.
//
//	e := engine.New(engine.Options{OpenStore: open, Fetch: fetch})
//	answer := e.Handle(ctx, []byte(`{"id":1,"op":"hello","args":{"protocol":5}}`), emit)
package engine

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"

	"fenghui/wasm/figurelist"
	"fenghui/wasm/library"
	"fenghui/wasm/pace"
	"fenghui/wasm/store"
)

// Options of New.
type Options struct {
	// OpenStore opens the best store there is. It does not fail: where nothing
	// can be kept it gives one in memory.
	OpenStore func(ctx context.Context) store.Store
	Fetch     library.Fetch
	Build     string // the program's version, for display
	Log       func(string)
}

// Engine serves one page.
type Engine struct {
	options Options

	mu      sync.Mutex
	library *library.Library
	running map[int]context.CancelFunc

	comparisons *comparisons
	memo        figurelist.Memo // of the table of figures
}

// New makes an engine. The library is opened by the page's request.
func New(o Options) *Engine {
	if o.Log == nil {
		o.Log = func(string) {}
	}
	return &Engine{options: o, running: map[int]context.CancelFunc{}, comparisons: newComparisons()}
}

// call is a request as it comes in, its arguments not yet read.
type call struct {
	ID   int             `json:"id"`
	Op   Op              `json:"op"`
	Args json.RawMessage `json:"args"`
	emit func(Event)
}

// Handle answers one request. It may be called while others run. It never
// panics: a fault inside becomes an error answer, and the engine lives on.
func (e *Engine) Handle(ctx context.Context, request []byte, emit func(event []byte)) (response []byte) {
	pace.Turned()
	var c call
	if err := json.Unmarshal(request, &c); err != nil {
		return encode(Response{Error: &Error{ErrBadRequest, err.Error()}})
	}
	c.emit = func(ev Event) {
		ev.ID = c.ID
		if emit != nil {
			emit(encode(ev))
		}
	}
	ctx, done := e.begin(ctx, c.ID)
	defer done()
	result, err := e.answer(ctx, c)
	if err != nil {
		return encode(Response{ID: c.ID, Error: e.failure(err)})
	}
	return encode(Response{ID: c.ID, Result: result})
}

// begin enters a request among the running ones, for OpCancel.
func (e *Engine) begin(ctx context.Context, id int) (context.Context, func()) {
	ctx, cancel := context.WithCancel(ctx)
	e.mu.Lock()
	e.running[id] = cancel
	e.mu.Unlock()
	return ctx, func() {
		e.mu.Lock()
		delete(e.running, id)
		e.mu.Unlock()
		cancel()
	}
}

// answer calls the handler of a request; a panic in it is an error.
func (e *Engine) answer(ctx context.Context, c call) (result any, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			e.options.Log(fmt.Sprintf("engine: %s: %v\n%s", c.Op, fault, debug.Stack()))
			err = fmt.Errorf("engine: %s: fault: %v", c.Op, fault)
		}
	}()
	handle, ok := handlers[c.Op]
	if !ok {
		return nil, badRequest{fmt.Errorf("no request %q", c.Op)}
	}
	return handle(e, ctx, c)
}

type badRequest struct{ error }

// failure gives an error the code a page acts on.
func (e *Engine) failure(err error) *Error {
	code := ErrInternal
	var bad badRequest
	switch {
	case errors.As(err, &bad), errors.Is(err, library.ErrBadDate):
		code = ErrBadRequest
	case errors.Is(err, errVersion):
		code = ErrVersion
	case errors.Is(err, errNotOpen):
		code = ErrNotOpen
	case errors.Is(err, context.Canceled):
		code = ErrCancelled
	case errors.Is(err, library.ErrNoSuchDocument), errors.Is(err, library.ErrNoSuchFigure), errors.Is(err, errNoSuchComparison):
		code = ErrNotFound
	case errors.Is(err, store.ErrQuota):
		code = ErrQuota
	case errors.Is(err, store.ErrUnavailable), errors.Is(err, store.ErrClosed):
		code = ErrStorage
	}
	return &Error{code, err.Error()}
}

// encode cannot fail: the protocol's types hold nothing JSON has no form for,
// which a test of every answer shows.
func encode(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		data, _ = json.Marshal(Response{Error: &Error{ErrInternal, err.Error()}})
	}
	return data
}
