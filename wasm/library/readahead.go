package library

import (
	"context"

	"fenghui/wasm/pace"
)

// readAhead is how many passages are read for their names before anybody asks.
const readAhead = 5000

// ReadAhead finds the names in passages, the newest summits first, so that who
// counts them need not wait. Further calls do nothing.
func (s *Snapshot) ReadAhead(ctx context.Context) {
	if s.ahead.Swap(true) {
		return
	}
	budget := readAhead
	for _, d := range s.Documents {
		for n := range d.Passages {
			if d.Mentioned(n) {
				continue
			}
			if budget--; budget < 0 || pace.Yield(ctx) != nil {
				return
			}
			d.Mentions(n)
		}
	}
}
