package library

import (
	"fmt"
	"testing"
)

// A library of ten thousand articles, brought in fifty at a time, must not be
// indexed over and over again.
func TestALargeLibraryIsNotBuiltAgainWithEveryImport(t *testing.T) {
	const batches, passages = 200, 50 * 40
	var parts []*part
	built := 0
	for n := range batches {
		next := merged(append(parts, &part{items: []item{{key: fmt.Sprint(n), document: &Document{}, passages: passages}}}))
		for _, p := range next {
			if p.hash == "" {
				p.hash = "built"
				built += p.passages()
			}
		}
		if parts = next; len(parts) > maxParts {
			t.Fatalf("after %d imports there are %d parts", n, len(parts))
		}
	}
	if built > 6*batches*passages {
		t.Errorf("%d passages were built of %d", built, batches*passages)
	}
}
