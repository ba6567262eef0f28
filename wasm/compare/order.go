package compare

import (
	"cmp"

	"fenghui/corpus"
)

// InTime puts documents in the order of time, unknown dates last: the order in
// which they are compared best, since what is found stays under its key when a
// newer document joins.
func InTime(a, b *corpus.Document) int {
	x, y := a.Summit.Date, b.Summit.Date
	if (x == "") != (y == "") {
		return cmp.Compare(y, x)
	}
	return cmp.Or(cmp.Compare(x, y), cmp.Compare(a.ID, b.ID))
}
