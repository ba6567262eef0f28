package pace

import "time"

const (
	slice   = 8 * time.Millisecond // of computing between two turns of the event loop
	glance  = slice / 32           // wanted between two readings of the clock
	maxSkip = 32                   // calls without a reading: what a sudden slow round costs is at most 32 of them
)

// meter says when a slice is used up. Reading the clock means leaving Go, so
// it is read less often the faster calls follow one another, and at every
// call as soon as they slow down.
type meter struct {
	turned time.Time // end of the last turn
	read   time.Time // last reading
	skip   int       // calls between readings
	left   int       // calls until the next reading
}

// due counts one call and reports whether a turn is due.
func (m *meter) due(now func() time.Time) bool {
	if m.left > 0 {
		m.left--
		return false
	}
	t := now()
	m.adapt(t.Sub(m.read))
	m.read = t
	return t.Sub(m.turned) >= slice
}

// adapt sets how many calls go without a reading, passed being the time the
// last ones took together.
func (m *meter) adapt(passed time.Duration) {
	switch {
	case passed < glance:
		m.skip = min(2*m.skip+1, maxSkip)
	case passed > 2*glance:
		m.skip = 0
	}
	m.left = m.skip
}

// reset starts a new slice.
func (m *meter) reset(now time.Time) {
	*m = meter{turned: now, read: now}
}
