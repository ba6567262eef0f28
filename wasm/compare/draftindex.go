package compare

import (
	"sort"
	"sync"
)

// meeting is a date with the meetings that its sentence names.
type meeting struct {
	*item
	names []string
}

// figureIndex is where a draft's figures are looked up: a library, with its figures
// by what they measure, of whom, and by value.
type figureIndex struct {
	*library
	byParties map[string][]*item // measure, parties
	byMeasure map[string][]*item // family, parties, for other measures of one matter
	dates     []meeting
	byValue   map[string]*valueList // for what is told in other words
	suspects  map[string]bool
	disputed  map[string]bool // in a series that differs
}

// lazyIndex makes the index once, for whoever checks.
type lazyIndex struct {
	mu   sync.Mutex
	made *figureIndex
}

func (k *lazyIndex) of(r *Result) *figureIndex {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.made == nil {
		k.made = r.newIndex(func() {})
	}
	return k.made
}

// Prepare makes the index that Check looks figures up in, which takes a while
// where there are very many; else the first Check does so. It calls pause in its
// loops and ends with its error, if it has one.
func (r *Result) Prepare(pause func() error) error {
	r.index.mu.Lock()
	defer r.index.mu.Unlock()
	if r.library == nil || r.index.made != nil {
		return nil
	}
	pausing := &library{pause: pause}
	return interruptible(func() { r.index.made = r.newIndex(pausing.yield) })
}

func (r *Result) newIndex(yield func()) *figureIndex {
	d := &figureIndex{library: r.library, byParties: map[string][]*item{}, byMeasure: map[string][]*item{}, suspects: map[string]bool{}, disputed: map[string]bool{}}
	for _, i := range r.library.items {
		yield()
		switch {
		case i.withdrawn:
		case i.isDate():
			d.dates = append(d.dates, meeting{i, r.library.formats(i.f.Sentence)})
		case i.value != nil && (i.measure != nil || i.topic != ""):
			d.byParties[lookupKey(i)] = append(d.byParties[lookupKey(i)], i)
			d.byMeasure[fieldKey(i)] = append(d.byMeasure[fieldKey(i)], i)
		}
	}
	d.indexValues(yield)
	d.doubt(r)
	return d
}

// doubt notes what checks and series say against the library's own figures.
func (d *figureIndex) doubt(r *Result) {
	for _, c := range r.Checks {
		if c.Kind == Suspect {
			d.suspects[c.Members[0].id()] = true
		}
	}
	for _, s := range r.Series {
		for _, k := range s.contested {
			d.disputed[s.Members[k].id()] = true
		}
	}
}

func lookupKey(i *item) string {
	key := i.measureID()
	if key == "" {
		key = "?"
	}
	return key + border + kindGroup(i) + border + partyKey(i.f)
}

// fieldKey groups measures of one field: investment of a year and all of it.
func fieldKey(i *item) string {
	return field(i.measureID()) + border + kindGroup(i) + border + partyKey(i.f)
}

// kindGroup tells levels from growth; growth told as a multiple is growth.
func kindGroup(i *item) string {
	if i.changes() {
		return "change"
	}
	return i.f.Kind
}

// valueList holds figures of one kind and unit, the least first.
type valueList struct {
	items []*item
}

// valueKey is what the figures of a list share.
func valueKey(i *item) string { return kindGroup(i) + border + i.f.Unit }

// indexValues puts the figures into lists by value.
func (d *figureIndex) indexValues(yield func()) {
	d.byValue = map[string]*valueList{}
	for _, i := range d.items {
		yield()
		if i.value == nil || i.isDate() || i.derived || i.withdrawn || i.f.Kind == "anniversary" {
			continue
		}
		s := d.byValue[valueKey(i)]
		if s == nil {
			s = &valueList{}
			d.byValue[valueKey(i)] = s
		}
		s.items = append(s.items, i)
	}
	for _, s := range d.byValue {
		sort.SliceStable(s.items, func(a, b int) bool {
			yield()
			return s.items[a].size < s.items[b].size
		})
	}
}

// near are the figures about so large, no more than so many.
func (s *valueList) near(i *item) []*item {
	if s == nil {
		return nil
	}
	low, high := min(i.size*(1-sizeReach), i.size*(1+sizeReach)), max(i.size*(1-sizeReach), i.size*(1+sizeReach))
	from := sort.Search(len(s.items), func(k int) bool { return s.items[k].size >= low })
	to := sort.Search(len(s.items), func(k int) bool { return s.items[k].size > high })
	return s.items[from:min(to, from+valuesTried)]
}

// sizeReach is how far off a value may lie that is told of the same thing, and
// valuesTried how many values are looked at.
const (
	sizeReach   = 0.12
	valuesTried = 400
)
