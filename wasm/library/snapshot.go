package library

import (
	"fmt"
	"sort"
	"sync"
	"sync/atomic"

	"github.com/RoaringBitmap/roaring/v2"

	"fenghui/corpus"
	"fenghui/wasm/index"
	"fenghui/wasm/library/correction"
	"fenghui/wasm/library/sitefile"
)

// Snapshot is the library at one moment. It never changes, so a search sees
// one state from beginning to end.
type Snapshot struct {
	Documents []*Document     // newest summit first, unknown dates last
	Damaged   []Damaged       // kept, but not to be read
	Pending   []sitefile.Year // years of a large site that are not loaded yet, newest first
	Reader    *index.Reader

	byID            map[string]*Document
	passages        []Passage // by number in Reader
	headingOrCredit []bool    // likewise: see HeadingOrCredit
	textBytes       int
	indexBytes      int
	segments        int
	origin          string
	words           func() (*Words, error) // see Words
	titles          func() *titles

	corrections map[string]correction.Record

	recent *recentFigures
	parts  []*part
	places map[*Document]place
	tables atomic.Pointer[[]Table] // when they have been asked for
	ahead  atomic.Bool             // names are read ahead

	*cutter
}

// Passage is a place in the library: the passage of that ordinal (from 0) in
// a document.
type Passage struct {
	Document *Document
	Ordinal  int
}

// Kind tells running text from headings and credits.
func (p Passage) Kind() corpus.PassageKind { return p.Document.Passages[p.Ordinal].Kind }

// Text is the passage's original text.
func (p Passage) Text() string { return p.Document.Passages[p.Ordinal].Text }

func newSnapshot(parts []*part, c *cutter, r *recentFigures) *Snapshot {
	documents, passages := 0, 0
	for _, p := range parts {
		documents += len(p.items)
		passages += p.passages()
	}
	s := &Snapshot{
		Documents: make([]*Document, 0, documents), byID: make(map[string]*Document, documents), places: make(map[*Document]place, documents),
		passages: make([]Passage, 0, passages), headingOrCredit: make([]bool, 0, passages),
		cutter: c, recent: r, parts: parts, origin: parts[0].origin,
	}
	var segments []*index.Segment
	var deleted []*roaring.Bitmap
	for _, p := range parts {
		segments = append(segments, p.segment)
		deleted = append(deleted, s.add(p))
	}
	s.Reader = index.NewReader(segments, deleted)
	s.words = sync.OnceValues(func() (*Words, error) { return newWords(s.Reader) })
	s.titles = sync.OnceValue(s.foldTitles)
	s.segments = len(segments)
	sortNewestFirst(s.Documents)
	return s
}

// add takes in the documents of a part and returns the numbers, within the
// part, of passages that are no longer in the library.
func (s *Snapshot) add(p *part) *roaring.Bitmap {
	dead := roaring.New()
	local := uint32(0)
	for n, d := range p.items {
		for i := range d.passages {
			if d.document == nil {
				dead.Add(local)
				s.passages, s.headingOrCredit = append(s.passages, Passage{}), append(s.headingOrCredit, false)
			} else {
				p := Passage{d.document, i}
				s.passages, s.headingOrCredit = append(s.passages, p), append(s.headingOrCredit, p.Kind() == corpus.Heading || p.Kind() == corpus.Credit)
			}
			local++
		}
		if d.document != nil {
			s.Documents = append(s.Documents, d.document)
			s.byID[d.document.ID] = d.document
			s.places[d.document] = place{p, n}
			s.textBytes += d.document.Bytes
		}
	}
	s.indexBytes += p.bytes
	return dead
}

func sortNewestFirst(docs []*Document) {
	sort.SliceStable(docs, func(i, j int) bool {
		a, b := docs[i], docs[j]
		if a.Summit.Date != b.Summit.Date {
			return a.Summit.Date > b.Summit.Date
		}
		return a.ID < b.ID
	})
}

// Find looks up a document of the snapshot. The error is ErrNoSuchDocument.
func (s *Snapshot) Find(id string) (*Document, error) {
	if d, ok := s.byID[id]; ok {
		return d, nil
	}
	return nil, fmt.Errorf("%w: %s", ErrNoSuchDocument, id)
}

// Passage is the one of that number in Reader.
func (s *Snapshot) Passage(number uint64) Passage { return s.passages[number] }

// HeadingOrCredit reports whether a passage, by its number in Reader, is a
// heading or a credit and not running text. It is quicker than Kind of the
// Passage, whose documents lie far apart in memory.
func (s *Snapshot) HeadingOrCredit(number uint32) bool { return s.headingOrCredit[number] }

// Words are the different words of all texts.
func (s *Snapshot) Words() (*Words, error) { return s.words() }

// Len is the count of numbers in Reader, passages no longer in the library
// included.
func (s *Snapshot) Len() int { return len(s.passages) }

// Size of the library.
type Size struct {
	Passages   int // live ones
	TextBytes  int
	IndexBytes int
	Segments   int
	Origin     string // of the built-in part: store pack built
}

// Size counts.
func (s *Snapshot) Size() Size {
	live := 0
	for _, d := range s.Documents {
		live += len(d.Passages)
	}
	return Size{Passages: live, TextBytes: s.textBytes, IndexBytes: s.indexBytes, Segments: s.segments, Origin: s.origin}
}
