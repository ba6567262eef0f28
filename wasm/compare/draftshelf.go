package compare

import "sort"

// shelf holds figures of one kind and unit, by their size.
type shelf struct {
	items []*item
}

// shelfOf names the shelf of a figure.
func shelfOf(i *item) string { return kindGroup(i) + border + i.f.Unit }

// shelved puts the figures on their shelves.
func (d *desk) shelved(rest func()) {
	d.shelves = map[string]*shelf{}
	for _, i := range d.items {
		rest()
		if i.value == nil || i.isDate() || i.derived || i.withdrawn || i.f.Kind == "anniversary" {
			continue
		}
		s := d.shelves[shelfOf(i)]
		if s == nil {
			s = &shelf{}
			d.shelves[shelfOf(i)] = s
		}
		s.items = append(s.items, i)
	}
	for _, s := range d.shelves {
		sort.SliceStable(s.items, func(a, b int) bool {
			rest()
			return s.items[a].size < s.items[b].size
		})
	}
}

// near are the figures about so large, no more than so many.
func (s *shelf) near(i *item) []*item {
	if s == nil {
		return nil
	}
	low, high := min(i.size*(1-sizeReach), i.size*(1+sizeReach)), max(i.size*(1-sizeReach), i.size*(1+sizeReach))
	from := sort.Search(len(s.items), func(k int) bool { return s.items[k].size >= low })
	to := sort.Search(len(s.items), func(k int) bool { return s.items[k].size > high })
	return s.items[from:min(to, from+shelfReach)]
}

// sizeReach is how far off a value may lie that is told of the same thing, and
// shelfReach how many values are looked at.
const (
	sizeReach  = 0.12
	shelfReach = 400
)
