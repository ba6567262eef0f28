package correction

import (
	"encoding/json"
	"errors"
	"strings"
)

// Record is what is said of the figures of a document, as the store keeps it: a
// record of its own beside the articles.
type Record struct {
	Of    string       `json:"of"`    // ID of the document
	Title string       `json:"title"` // should the document not be here
	List  []Correction `json:"list"`
}

const keyPrefix = "corrections/"

// Key is where the store has the Record of a document.
func Key(document string) string { return keyPrefix + document }

// IsKey reports whether a key of the store is that of a Record.
func IsKey(key string) bool { return strings.HasPrefix(key, keyPrefix) }

// Decode reads what the store has under a key.
func Decode(key string, data []byte) (r Record, err error) {
	if err := json.Unmarshal(data, &r); err != nil {
		return r, err
	}
	if r.Of == "" || Key(r.Of) != key {
		return r, errors.New("corrections of no document")
	}
	return r, nil
}

// Replace puts what is said now in place of what was said before.
func (r *Record) Replace(former, now []Correction) {
	for n := range former {
		r.List = others(r.List, &former[n])
	}
	r.List = append(r.List, now...)
}

// Join adds to the corrections made here those made elsewhere of other figures.
func Join(here, elsewhere []Correction) []Correction {
	both := here[:len(here):len(here)]
	for n := range elsewhere {
		if len(others(here, &elsewhere[n])) == len(here) {
			both = append(both, elsewhere[n])
		}
	}
	return both
}

// others leaves out what is said of a figure.
func others(list []Correction, of *Correction) (rest []Correction) {
	for n := range list {
		if !list[n].sameFigure(of) {
			rest = append(rest, list[n])
		}
	}
	return rest
}
