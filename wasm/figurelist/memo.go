package figurelist

import (
	"context"
	"encoding/json"
	"sync"

	"fenghui/wasm/library"
)

// Memo remembers which figures the last question asked for, and their order, so
// that the pages of an answer are sorted once. A nil Memo remembers nothing.
type Memo struct {
	mu       sync.Mutex
	snapshot *library.Snapshot
	question string
	last     *ordered
}

// ordered is what is remembered, or found now.
func (m *Memo) ordered(ctx context.Context, s *library.Snapshot, r *Request) (*ordered, error) {
	if m == nil {
		return r.order(ctx, s)
	}
	key, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	question := string(key)
	if o := m.recall(s, question); o != nil {
		return o, nil
	}
	o, err := r.order(ctx, s)
	if err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.snapshot, m.question, m.last = s, question, o
	return o, nil
}

// forget what is remembered; the next question is answered anew.
func (m *Memo) forget() {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.snapshot, m.last = nil, nil
}

func (m *Memo) recall(s *library.Snapshot, question string) *ordered {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.snapshot != s || m.question != question {
		return nil
	}
	return m.last
}
