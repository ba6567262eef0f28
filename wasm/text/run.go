package text

import (
	"maps"
	"slices"
	"sort"
	"strings"
)

// Mark says that a span of a text is something: a search hit, a figure.
type Mark struct {
	Span
	Kind string
	// Number tells marks of one kind apart, from 1; 0 for those that need not be.
	Number int
}

// Run is a piece of text of one kind, "" for plain text, with the number of
// the mark it belongs to.
type Run struct {
	Text, Kind string
	Number     int
}

// Runs divides s into runs that together are s again. Marks may come in any
// order; they are cut to s and moved outwards to rune borders. Marks of one
// kind that overlap or touch become one run, unless their numbers differ:
// where numbered marks overlap the shortest one, the inner one, has the run.
// Where marks of several kinds overlap, the run's kind names all, sorted, with
// a space between.
func Runs(s string, marks []Mark) []Run {
	var runs []Run
	active := covers{kinds: map[string]int{}}
	at := 0
	for _, b := range bordersOf(s, marks) {
		if b.at > at {
			runs = appendRun(runs, s, at, b.at, active)
			at = b.at
		}
		active.pass(b)
	}
	if at < len(s) {
		runs = appendRun(runs, s, at, len(s), active)
	}
	return runs
}

// border is where a mark starts (step 1) or ends (-1).
type border struct {
	at, step int
	mark     Mark // cut to the text
}

func bordersOf(s string, marks []Mark) []border {
	borders := make([]border, 0, 2*len(marks))
	for _, m := range marks {
		if m.Start, m.End = clip(s, m.Start, m.End); m.Start < m.End && m.Kind != "" {
			borders = append(borders, border{m.Start, 1, m}, border{m.End, -1, m})
		}
	}
	sort.SliceStable(borders, func(a, b int) bool { return borders[a].at < borders[b].at })
	return borders
}

// covers are the marks over one place.
type covers struct {
	kinds    map[string]int // how many of each kind
	numbered []Mark
}

func (c *covers) pass(b border) {
	if c.kinds[b.mark.Kind] += b.step; c.kinds[b.mark.Kind] == 0 {
		delete(c.kinds, b.mark.Kind)
	}
	switch {
	case b.mark.Number == 0:
	case b.step > 0:
		c.numbered = append(c.numbered, b.mark)
	default:
		at := slices.Index(c.numbered, b.mark)
		c.numbered = slices.Delete(c.numbered, at, at+1)
	}
}

func (c *covers) kind() string {
	switch len(c.kinds) {
	case 0:
		return ""
	case 1:
		for kind := range c.kinds {
			return kind
		}
	}
	return strings.Join(slices.Sorted(maps.Keys(c.kinds)), " ")
}

// number of the shortest mark, the first to start of equals.
func (c *covers) number() int {
	if len(c.numbered) == 0 {
		return 0
	}
	return slices.MinFunc(c.numbered, func(a, b Mark) int { return (a.End - a.Start) - (b.End - b.Start) }).Number
}

// appendRun adds s[start:end] as a run, or lengthens the last one, which ends
// at start, when it is of that kind and number.
func appendRun(runs []Run, s string, start, end int, c covers) []Run {
	kind, number := c.kind(), c.number()
	if last := len(runs) - 1; last >= 0 && runs[last].Kind == kind && runs[last].Number == number {
		runs[last].Text = s[start-len(runs[last].Text) : end]
		return runs
	}
	return append(runs, Run{s[start:end], kind, number})
}
