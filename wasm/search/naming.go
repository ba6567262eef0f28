package search

import (
	"context"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"fenghui/corpus"
	"fenghui/wasm/library"
	"fenghui/wasm/pace"
	"fenghui/wasm/text"
)

// Kinds of names that the filters by country, person and topic ask for.
var (
	placeKinds  = []string{"country", "organisation", "format"}
	personKinds = []string{"person"}
	topicKinds  = []string{"term", "corridor", "programme"}
)

// naming are the passages that name any of these, under whatever name; nil when
// none is asked for. A person is also in what he or she says, a topic in what
// stands under its heading. What is no name of the kind is looked for as a
// string.
func (f finder) naming(ctx context.Context, asked, kinds []string) (*roaring.Bitmap, error) {
	if len(asked) == 0 {
		return nil, nil
	}
	found := roaring.New()
	for _, name := range asked {
		term, known := corpus.Names().LookupKind(name, kinds...)
		var one *roaring.Bitmap
		var err error
		if known {
			one, err = f.namingTerm(ctx, term)
		} else {
			one, err = f.containing(ctx, text.Fold(name), contains)
		}
		if err != nil {
			return nil, err
		}
		found.Or(one)
	}
	return found, nil
}

// namingTerm are the passages that name a term. A name within a longer one does
// not count: 日本 in 日本海.
func (f finder) namingTerm(ctx context.Context, term *corpus.Term) (*roaring.Bitmap, error) {
	maybe := roaring.New()
	for _, name := range slices.Concat(term.Zh, term.En, term.Ru, term.Kk) {
		with, _, err := f.candidates(text.Fold(name))
		if err != nil {
			return nil, err
		}
		maybe.Or(with)
	}
	found := f.around(term)
	for numbers := maybe.Iterator(); numbers.HasNext(); {
		number := numbers.Next()
		if err := pace.Yield(ctx); err != nil {
			return nil, err
		}
		if p := f.snapshot.Passage(uint64(number)); slices.Contains(p.Document.Mentions(p.Ordinal), term) {
			found.Add(number)
		}
	}
	return found, nil
}

// around are the passages that a term is said of: of a person, what is in a
// document of his or her words; of a topic, what is under a heading with it.
func (f finder) around(term *corpus.Term) *roaring.Bitmap {
	found := roaring.New()
	if !slices.Contains(personKinds, term.Kind) && !slices.Contains(topicKinds, term.Kind) {
		return found
	}
	for number := range f.snapshot.Len() {
		if p := f.snapshot.Passage(uint64(number)); p.Document != nil && isAbout(p, term) {
			found.Add(uint32(number))
		}
	}
	return found
}

func isAbout(p library.Passage, term *corpus.Term) bool {
	if term.Kind == "person" {
		return p.Document.Speaker == term.Name()
	}
	section := p.Document.Passages[p.Ordinal].Section
	return section != "" && slices.ContainsFunc(term.Zh, func(name string) bool { return strings.Contains(section, name) }) &&
		slices.Contains(headingTerms(p.Document, p.Ordinal), term)
}

// headingTerms are what the heading names that a passage stands under.
func headingTerms(d *library.Document, ordinal int) []*corpus.Term {
	if d.Passages[ordinal].Section == "" {
		return nil
	}
	for n := ordinal - 1; n >= 0; n-- {
		if d.Passages[n].Kind == corpus.Heading {
			return d.Mentions(n)
		}
	}
	return nil
}

// termsOf are the terms whose filters a passage passes.
func termsOf(d *library.Document, ordinal int) []*corpus.Term {
	terms := d.Mentions(ordinal)
	also := func(t *corpus.Term) {
		if !slices.Contains(terms, t) {
			terms = append(slices.Clip(terms), t)
		}
	}
	if speaker, ok := corpus.Names().LookupKind(d.Speaker, personKinds...); ok && speaker.Name() == d.Speaker {
		also(speaker)
	}
	for _, t := range headingTerms(d, ordinal) {
		if slices.Contains(topicKinds, t.Kind) {
			also(t)
		}
	}
	return terms
}
