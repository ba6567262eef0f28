package site

import (
	"fmt"
	"slices"

	"fenghui/build/dictionary"
	"fenghui/build/input"
	"fenghui/build/packs"
	"fenghui/corpus"
	"fenghui/wasm/library/sitefile"
)

// material is what the library of a site is made of.
type material struct {
	added     []*corpus.Document // not in the program, so the site brings them
	documents []*corpus.Document // all of them, as the page will see them
	refused   error

	first []*corpus.Document // those of the first pack: all of a small library
	years []packs.Year       // the rest, newest first
}

// readLibrary reads our records and the folders of Options.Corpus, which come
// after Options.Add.
func readLibrary(o Options) (*material, error) {
	carried, rest, err := ourRecords()
	if err != nil {
		return nil, err
	}
	added := o.Add
	if o.Records {
		added = sitefile.Merge(rest, o.Add)
	} else {
		carried = nil
	}
	l, err := input.ReadLibrary(carried, added, o.Corpus)
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	m := &material{added: l.Added, documents: l.Documents, refused: l.Refused, first: l.Documents}
	m.split(o.Undivided)
	return m, nil
}

// ourRecords are those that the program for the browser carries, and the rest,
// which a site brings.
func ourRecords() (carried, rest []*corpus.Document, err error) {
	all, err := corpus.BuiltIn()
	if err != nil {
		return nil, nil, fmt.Errorf("site: our records: %w", err)
	}
	if carried, err = corpus.Carried(); err != nil {
		return nil, nil, fmt.Errorf("site: our records: %w", err)
	}
	isCarried := func(d *corpus.Document) bool {
		return slices.ContainsFunc(carried, func(c *corpus.Document) bool { return c.ID == d.ID })
	}
	return carried, slices.DeleteFunc(all, isCarried), nil
}

// documentsFile is what the page needs to have the same documents without the
// pack; nil when the program carries them all.
func (m *material) documentsFile(o Options, years []sitefile.Year) ([]byte, error) {
	if len(m.added) == 0 {
		return nil, nil
	}
	data, err := sitefile.Documents{Embedded: o.Records, List: m.added, Years: years}.Encode()
	if err != nil {
		return nil, fmt.Errorf("site: documents: %w", err)
	}
	return data, nil
}

// words are the dictionaries of a site: the full one for imports, and the one
// of the pack, which holds the words of its texts and no others.
type words struct{ full, small []byte }

func readWords(o Options, m *material) (words, error) {
	full, err := o.Dictionary()
	if err != nil {
		return words{}, fmt.Errorf("site: %w", err)
	}
	small, err := dictionary.Small(full, dictionary.Texts(m.documents))
	if err != nil {
		return words{}, fmt.Errorf("site: dictionary of the pack: %w", err)
	}
	return words{full, small}, nil
}
