package library

import (
	"context"
	"strings"
	"testing"

	"fenghui/wasm/figure/table"
	"fenghui/wasm/store"
)

// holding keeps what is asked of it until it is let go.
type holding struct {
	store.Store
	asked, let chan struct{}
}

func (h holding) Blob(ctx context.Context, key string) ([]byte, error) {
	if strings.HasPrefix(key, "figures/") {
		h.asked <- struct{}{}
		<-h.let
	}
	return h.Store.Blob(ctx, key)
}

// Two searches at once: the second waits for the table that the first looks
// for, and reads nothing anew.
func TestWhoAsksWhileAnotherLooksGetsTheTable(t *testing.T) {
	h := holding{store.NewMemory(), make(chan struct{}), make(chan struct{})}
	l, _ := open(t, h, newSite(t))
	s := l.Snapshot()
	d := s.Documents[0]
	got := make(chan *table.Table)
	for range 2 {
		go func() {
			own, _ := s.TableOf(t.Context(), d)
			got <- own
		}()
	}
	<-h.asked
	close(h.let)
	for range 2 {
		if own := <-got; own.Documents() != len(s.Documents) {
			t.Errorf("a table of %d documents, want that of the pack, of %d", own.Documents(), len(s.Documents))
		}
	}
}
