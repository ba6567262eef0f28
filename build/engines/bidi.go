package engines

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
)

// bidi speaks WebDriver BiDi with a browser over one socket.
type bidi struct {
	socket  *socket
	browser string
	tab     string
	stop    func()

	mu      sync.Mutex
	last    int
	waiting map[int]chan message
	errors  []string
	ended   error
}

// message is anything a browser sends: an answer has an ID, an event a method.
type message struct {
	ID      int
	Type    string
	Method  string
	Params  json.RawMessage
	Result  json.RawMessage
	Error   string
	Message string
}

func newBiDi(ctx context.Context, url, label string, stop func()) (*bidi, error) {
	s, err := dial(ctx, url)
	if err != nil {
		stop()
		return nil, err
	}
	b := &bidi{socket: s, stop: stop, waiting: map[int]chan message{}}
	go b.listen()
	if err := b.begin(ctx, label); err != nil {
		b.close()
		return nil, err
	}
	return b, nil
}

func (b *bidi) begin(ctx context.Context, label string) error {
	var session struct {
		Capabilities struct {
			Version string `json:"browserVersion"`
		}
	}
	if err := b.call(ctx, "session.new", map[string]any{"capabilities": struct{}{}}, &session); err != nil {
		return err
	}
	b.browser = label + " " + session.Capabilities.Version
	if err := b.call(ctx, "session.subscribe", map[string]any{"events": []string{"log.entryAdded"}}, nil); err != nil {
		return err
	}
	var tree struct{ Contexts []struct{ Context string } }
	if err := b.call(ctx, "browsingContext.getTree", struct{}{}, &tree); err != nil {
		return err
	}
	if len(tree.Contexts) == 0 {
		return fmt.Errorf("bidi: %s has no tab", label)
	}
	b.tab = tree.Contexts[0].Context
	return nil
}

// listen passes answers to the calls that wait for them, until the socket ends.
func (b *bidi) listen() {
	for {
		text, err := b.socket.read()
		var m message
		if err == nil {
			err = json.Unmarshal(text, &m)
		}
		b.mu.Lock()
		if err != nil {
			b.ended = fmt.Errorf("bidi: %w", err)
			for _, waiting := range b.waiting {
				close(waiting)
			}
			b.waiting = nil
			b.mu.Unlock()
			return
		}
		if m.Method == "log.entryAdded" {
			b.note(m.Params)
		} else if waiting := b.waiting[m.ID]; waiting != nil {
			delete(b.waiting, m.ID)
			waiting <- m
		}
		b.mu.Unlock()
	}
}

func (b *bidi) note(params json.RawMessage) {
	var entry struct{ Level, Text string }
	if json.Unmarshal(params, &entry) == nil && entry.Level == "error" {
		b.errors = append(b.errors, entry.Text)
	}
}

// call sends one command and waits for its answer, which may be unwanted (nil).
func (b *bidi) call(ctx context.Context, method string, params, answer any) error {
	waiting := make(chan message, 1)
	b.mu.Lock()
	if b.ended != nil {
		b.mu.Unlock()
		return b.ended
	}
	b.last++
	id := b.last
	b.waiting[id] = waiting
	b.mu.Unlock()
	data, err := json.Marshal(map[string]any{"id": id, "method": method, "params": params})
	if err != nil {
		return fmt.Errorf("bidi: %w", err)
	}
	if err := b.socket.write(data); err != nil {
		return fmt.Errorf("bidi: %w", err)
	}
	select {
	case m, ok := <-waiting:
		if !ok {
			return b.ended
		}
		if m.Type == "error" {
			return fmt.Errorf("bidi: %s: %s: %.200s", method, m.Error, m.Message)
		}
		if answer == nil {
			return nil
		}
		return json.Unmarshal(m.Result, answer)
	case <-ctx.Done():
		return fmt.Errorf("bidi: %s: %w", method, ctx.Err())
	}
}

func (b *bidi) name() string { return b.browser }

func (b *bidi) open(ctx context.Context, url string) error {
	return b.call(ctx, "browsingContext.navigate", map[string]any{"context": b.tab, "url": url, "wait": "complete"}, nil)
}

func (b *bidi) reload(ctx context.Context) error {
	return b.call(ctx, "browsingContext.reload", map[string]any{"context": b.tab, "wait": "complete"}, nil)
}

func (b *bidi) eval(ctx context.Context, js string) (string, error) {
	var told struct {
		Type      string
		Result    struct{ Value string }
		Exception struct{ Text string } `json:"exceptionDetails"`
	}
	params := map[string]any{"expression": fmt.Sprintf(outcome, js), "target": map[string]string{"context": b.tab}, "awaitPromise": true}
	if err := b.call(ctx, "script.evaluate", params, &told); err != nil {
		return "", err
	}
	if told.Type == "exception" {
		return "", fmt.Errorf("the page threw %s", told.Exception.Text)
	}
	return unwrap(told.Result.Value)
}

func (b *bidi) complaints(context.Context) ([]string, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]string(nil), b.errors...), true
}

func (b *bidi) close() {
	b.socket.close()
	b.stop()
}
