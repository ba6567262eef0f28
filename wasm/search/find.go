package search

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"

	"fenghui/corpus"
	"fenghui/wasm/index"
	"fenghui/wasm/library"
	"fenghui/wasm/pace"
	"fenghui/wasm/text"
)

// finder finds the passages that satisfy a clause.
type finder struct {
	snapshot *library.Snapshot
	progress func(library.Progress)
	guesses  bool // half-typed and misspelt names are understood
	answers  map[string]answered
}

// answered is what a clause was found to be satisfied by, kept for when the
// same clause comes again, as it does in a pasted list.
type answered struct {
	found  *roaring.Bitmap
	others []string
	names  []string
}

func newFinder(s *library.Snapshot, progress func(library.Progress)) finder {
	return finder{snapshot: s, progress: progress, guesses: true, answers: map[string]answered{}}
}

// opening is the passage that represents a document found by its title: the
// first one, unless that is the heading of its first section.
func opening(d *corpus.Document) uint32 {
	if d.Kind == corpus.Record && len(d.Passages) > 1 && d.Passages[0].Kind == corpus.Heading && d.Passages[1].Kind == corpus.Text {
		return 1
	}
	return 0
}

// satisfying are the passages that satisfy a clause: those that hold it
// literally, or hold all its words, or another name of it, or tell the same
// value. The names that were found are noted in w. For a group they are those
// that satisfy one of its alternatives.
func (f finder) satisfying(ctx context.Context, w *expanded) (*roaring.Bitmap, error) {
	if w.any != nil {
		return f.satisfyingGroup(ctx, w)
	}
	key := Clause{Phrase: w.Phrase, Text: w.Text}.String()
	if a, ok := f.answers[key]; ok {
		w.others, w.found = a.others, a.names
		return a.found.Clone(), nil
	}
	found, err := f.satisfyingOne(ctx, w)
	if err == nil {
		f.answers[key] = answered{found.Clone(), w.others, w.found}
	}
	return found, err
}

func (f finder) satisfyingOne(ctx context.Context, w *expanded) (*roaring.Bitmap, error) {
	found, err := f.containing(ctx, w.folded, w.in())
	if err != nil || w.Phrase {
		return found, err
	}
	if utf8.RuneCountInString(w.folded) > 1 && !w.whole() && !w.sentence {
		words, err := f.allWords(w.folded)
		if err != nil {
			return nil, err
		}
		found.Or(words)
	}
	if w.value != nil {
		told, err := f.withFigures(ctx, w.value)
		if err != nil {
			return nil, err
		}
		found.Or(told)
	}
	if err := f.byOtherNames(ctx, w, found); err != nil || !f.guesses || w.value != nil || len(w.others) > 0 {
		return found, err
	}
	return found, f.byGuess(ctx, w, found)
}

// byOtherNames adds the passages with another name of the clause.
func (f finder) byOtherNames(ctx context.Context, w *expanded, found *roaring.Bitmap) error {
	for _, other := range w.others {
		more, err := f.containing(ctx, other, holdsName)
		if err != nil {
			return err
		}
		if !more.IsEmpty() {
			w.found = append(w.found, other)
			found.Or(more)
		}
	}
	return nil
}

// byGuess adds the passages with what a half-typed word or one with a wrong
// letter may mean.
func (f finder) byGuess(ctx context.Context, w *expanded, found *roaring.Bitmap) error {
	w.others = guesses(w.folded)
	if err := f.byOtherNames(ctx, w, found); err != nil || !found.IsEmpty() {
		return err
	}
	var err error
	if w.others, err = f.nearWords(w.folded); err != nil {
		return err
	}
	return f.byOtherNames(ctx, w, found)
}

func (f finder) satisfyingGroup(ctx context.Context, w *expanded) (*roaring.Bitmap, error) {
	found := roaring.New()
	for _, all := range w.any {
		one, err := f.everyPassage()
		if err != nil {
			return nil, err
		}
		for i := range all {
			with, err := f.satisfying(ctx, &all[i])
			if err != nil {
				return nil, err
			}
			if all[i].Occur == MustNot {
				one.AndNot(with)
			} else {
				one.And(with)
			}
		}
		found.Or(one)
	}
	return found, nil
}

func (f finder) everyPassage() (*roaring.Bitmap, error) {
	return f.snapshot.Reader.DocsWithAll(index.FieldBigrams, nil)
}

func (f finder) allWords(folded string) (*roaring.Bitmap, error) {
	var terms []string
	for _, t := range index.Tokens(index.FieldWords, folded, f.snapshot) {
		terms = append(terms, t.Term)
	}
	if len(terms) == 0 {
		return roaring.New(), nil
	}
	return f.snapshot.Reader.DocsWithAll(index.FieldWords, terms)
}

// containing passages hold the folded string as it is, in their text, in the
// sense of holds; a document whose title holds it is represented by the
// passage it opens with.
func (f finder) containing(ctx context.Context, folded string, holds holding) (*roaring.Bitmap, error) {
	found, certain, err := f.candidates(folded)
	if err != nil {
		return nil, err
	}
	if !certain {
		if found, err = f.verified(ctx, found, folded, holds); err != nil {
			return nil, err
		}
	}
	return found, f.titled(folded, holds, found)
}

// titled adds the documents with the folded string in their title. The index
// knows which titles may have it, unless the string consists of letters, which
// stand in words of their own.
func (f finder) titled(folded string, holds holding, found *roaring.Bitmap) error {
	add := func(title string, first uint32) {
		if holds(title, folded) {
			found.Add(first + opening(f.snapshot.Passage(uint64(first)).Document.Document))
		}
	}
	pairs, _ := piecesOf(folded)
	if len(pairs) == 0 {
		f.snapshot.Titled(folded, add)
		return nil
	}
	with, err := f.snapshot.Reader.DocsWithAll(index.FieldTitle, pairs)
	if err != nil {
		return err
	}
	eachDocument(f.snapshot, with, func(d *library.Document, own []uint32) bool {
		add(d.Title, own[0]-uint32(f.snapshot.Passage(uint64(own[0])).Ordinal))
		return true
	})
	return nil
}

// verified are the candidates whose text does hold the folded string.
func (f finder) verified(ctx context.Context, candidates *roaring.Bitmap, folded string, holds holding) (*roaring.Bitmap, error) {
	found := roaring.New()
	for numbers := candidates.Iterator(); numbers.HasNext(); {
		number := numbers.Next()
		if err := pace.Yield(ctx); err != nil {
			return nil, err
		}
		if holds(f.snapshot.Passage(uint64(number)).Text(), folded) {
			found.Add(number)
		}
	}
	return found, nil
}

// holding tells whether a text holds a folded string.
type holding func(original, folded string) bool

// in is how a text must hold the clause: a value on its own, a number also
// with spaces around its digits.
func (w *expanded) in() holding {
	if !w.whole() {
		return contains
	}
	places := w.places()
	return func(original, folded string) bool { return len(places(text.Fold(original), folded)) > 0 }
}

// holdsName reports whether a text has a name of something, see namesIn.
func holdsName(original, folded string) bool {
	if first, _ := utf8.DecodeRuneInString(folded); !keptTogether(first) && !isNumber(folded) {
		return contains(original, folded)
	}
	return len(namesIn(text.Fold(original), folded)) > 0
}

// contains reports whether a text holds a folded string. As most texts fold to
// themselves for the most part, it mostly need not be folded to tell.
func contains(original, folded string) bool {
	return strings.Contains(original, folded) || strings.Contains(text.Fold(original), folded)
}

// ofDocuments are the passages of the documents that accept accepts.
func ofDocuments(s *library.Snapshot, accepts func(*library.Document) bool) *roaring.Bitmap {
	found := roaring.New()
	var last *library.Document
	accepted := false
	for number := range s.Len() {
		d := s.Passage(uint64(number)).Document
		if d == nil {
			continue
		}
		if d != last { // passages of one document stand together
			last, accepted = d, accepts(d)
		}
		if accepted {
			found.Add(uint32(number))
		}
	}
	return found
}
