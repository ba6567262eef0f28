package packs

import (
	"cmp"
	"errors"

	"fenghui/build/input"
	"fenghui/corpus"
)

// Refusal is a file that is not in the library, and why.
type Refusal struct {
	File   string `json:"file"` // in its folder; empty: more than one file
	Reason string `json:"reason"`
}

// Refused lists what reading folders joined into one error.
func Refused(joined error) (list []Refusal) {
	for _, err := range input.Errors(joined) {
		refusal := Refusal{Reason: err.Error()}
		var file *corpus.FileError
		if errors.As(err, &file) {
			refusal = Refusal{file.Path, file.Error()}
		}
		list = append(list, refusal)
	}
	return list
}

// Place is where a document of a library comes from. Our records come before
// all folders, and folders in the order in which they were named.
type Place struct {
	Folder int    // counted from 0; -1 for our records
	Path   string // in the folder
}

// Compare orders places as the library does.
func (p Place) Compare(o Place) int {
	return cmp.Or(cmp.Compare(p.Folder, o.Folder), cmp.Compare(p.Path, o.Path))
}

// Choose decides which document is kept of those with one ID: the first one of
// the last folder. The others are refused if an earlier file of the same folder
// has the ID too, and otherwise replaced by the later folder.
func Choose(places []Place) (kept int, refused []Refusal) {
	first := map[int]int{} // of each folder
	for i, p := range places {
		if at, ok := first[p.Folder]; !ok || p.Path < places[at].Path {
			first[p.Folder] = i
		}
		if p.Folder > places[kept].Folder {
			kept = i
		}
	}
	kept = first[places[kept].Folder]
	for i, p := range places {
		if at := first[p.Folder]; at != i {
			refused = append(refused, Refusal{p.Path, corpus.SameAs(p.Path, places[at].Path).Error()})
		}
	}
	return kept, refused
}
