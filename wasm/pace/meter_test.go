package pace

import (
	"testing"
	"time"
)

// A simulated loop: each round takes a stated time, the clock counts its readings.
type loop struct {
	now      time.Time
	readings int
	turns    int
	longest  time.Duration // without a turn
}

func (l *loop) run(m *meter, rounds int, round time.Duration) {
	m.reset(l.now)
	last := l.now
	for range rounds {
		l.now = l.now.Add(round)
		if !m.due(func() time.Time { l.readings++; return l.now }) {
			continue
		}
		l.turns++
		l.longest = max(l.longest, l.now.Sub(last))
		last = l.now
		m.reset(l.now)
	}
}

func TestTurnsComeInTimeWhateverARoundTakes(t *testing.T) {
	for _, c := range []struct {
		name    string
		round   time.Duration
		rounds  int
		longest time.Duration
	}{
		{"very short rounds", 100 * time.Nanosecond, 1_000_000, 9 * time.Millisecond},
		{"rounds of 10 µs", 10 * time.Microsecond, 10_000, 9 * time.Millisecond},
		{"rounds of 1 ms", time.Millisecond, 1_000, 9 * time.Millisecond},
		{"rounds longer than the slice", 20 * time.Millisecond, 100, 20 * time.Millisecond},
	} {
		t.Run(c.name, func(t *testing.T) {
			var l loop
			l.run(new(meter), c.rounds, c.round)
			if l.turns == 0 || l.longest > c.longest {
				t.Errorf("%d turns, longest stretch without one %v, want at most %v", l.turns, l.longest, c.longest)
			}
		})
	}
}

func TestATurnIsDueOnceASliceHasPassed(t *testing.T) {
	start := time.Date(2025, 10, 9, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name   string
		passed time.Duration
		due    bool
	}{
		{"a little less", slice - 1, false},
		{"a slice", slice, true},
		{"more", slice + 1, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			var m meter
			m.reset(start)
			if got := m.due(func() time.Time { return start.Add(c.passed) }); got != c.due {
				t.Errorf("due: %v", got)
			}
		})
	}
}

// What passed before a turn is not held against the round behind it.
func TestATurnCountsAsAReadingOfTheClock(t *testing.T) {
	l := loop{now: time.Date(2025, 10, 9, 0, 0, 0, 0, time.UTC)}
	l.run(new(meter), 2, time.Microsecond)
	if l.readings != 1 {
		t.Errorf("%d readings in the two quick rounds behind it", l.readings)
	}
}

func TestTheClockIsReadRarelyInAHotLoop(t *testing.T) {
	var l loop
	const rounds = 1_000_000
	l.run(new(meter), rounds, 100*time.Nanosecond)
	if l.readings > rounds/25 {
		t.Errorf("%d readings in %d rounds", l.readings, rounds)
	}
}

func TestASuddenSlowRoundIsNoticedSoon(t *testing.T) {
	var l loop
	m := new(meter)
	l.run(m, 1000, 100*time.Nanosecond)
	start, turns := l.now, l.turns
	for l.turns == turns {
		l.now = l.now.Add(2 * time.Millisecond)
		if m.due(func() time.Time { return l.now }) {
			l.turns++
		}
	}
	if late := l.now.Sub(start); late > (maxSkip+2)*2*time.Millisecond {
		t.Errorf("turn after %v", late)
	}
}
