package corpus

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	_ "embed"
)

//go:embed glossary.tsv
var glossaryFile string

// Names is the glossary that ships with the program.
var Names = sync.OnceValue(func() *Glossary {
	// A mistake in the file costs a term, never the program; a test finds it.
	g, _ := ParseGlossary("glossary.tsv", strings.NewReader(glossaryFile))
	return g
})

// Term is one person, place or thing with its names in four languages. The
// first name of each language is the canonical one.
type Term struct {
	Kind           string // one of Kinds
	Zh, En, Ru, Kk []string
	Short          []string // Chinese forms that mean it in compounds only, marked "^" in the file: 哈 in 哈俄, 对哈, 哈方
	Of             []string // person, city: country; country: organisations it belongs to; else members or parent
	Note           string   // person: offices; else a remark
}

// Kinds are the kinds of terms.
var Kinds = []string{
	"country", "city", "organisation", "format", "person", "corridor", "programme",
	"place", "office", "term", "unit", "company", "document",
}

// Name is the term's canonical name: Chinese, or else the first there is.
func (t *Term) Name() string {
	for _, in := range [][]string{t.Zh, t.En, t.Ru, t.Kk} {
		if len(in) > 0 {
			return in[0]
		}
	}
	return ""
}

// In is the term's name in a language of the interface; where it has none, in
// the one that readers of that language know next, and else its name. Readers
// of a language the glossary has no names in get the English ones, as they get
// the program's sentences.
func (t *Term) In(language string) string {
	order := [][]string{t.En}
	switch language {
	case "", "zh":
		order = nil
	case "ru":
		order = [][]string{t.Ru, t.En}
	case "kk":
		order = [][]string{t.Kk, t.Ru, t.En}
	}
	for _, names := range order {
		if len(names) > 0 {
			return names[0]
		}
	}
	return t.Name()
}

// byLanguage lists the names with their languages, Chinese first.
func (t *Term) byLanguage() []struct {
	lang  string
	names []string
} {
	return []struct {
		lang  string
		names []string
	}{{"zh", t.Zh}, {"en", t.En}, {"ru", t.Ru}, {"kk", t.Kk}}
}

// Glossary holds terms and finds them by name. It is safe for concurrent use.
type Glossary struct {
	terms   []Term
	names   []name // from 1
	byName  map[string]int32
	byStart map[startKey]int32
	begins  starts
}

// Terms lists all terms in the order of the file.
func (g *Glossary) Terms() []Term { return g.terms }

// Lookup finds a term by any of its names in any language. Case, width and
// the style of dashes, dots and quotation marks make no difference.
func (g *Glossary) Lookup(name string) (*Term, bool) {
	return g.LookupKind(name)
}

// LookupKind is Lookup among terms of the given kinds: Singapore is a country
// and a city. The first in the file wins.
func (g *Glossary) LookupKind(name string, kinds ...string) (*Term, bool) {
	var found *Term
	for at := g.byName[foldName(name)]; at != 0; at = g.names[at].sameName {
		if t := g.names[at].term; len(kinds) == 0 || slices.Contains(kinds, t.Kind) {
			found = t
		}
	}
	return found, found != nil
}

const glossaryHeader = "kind\tzh\ten\tru\tkk\tof\tnote"

// ParseGlossary reads terms from r, one a line, the cells separated by tabs
// and the names in a cell by "|". Errors name file and line and come joined;
// the glossary then holds the lines that were right.
func ParseGlossary(fileName string, r io.Reader) (*Glossary, error) {
	g := &Glossary{}
	var errs []error
	scanner := bufio.NewScanner(r)
	scanner.Buffer(nil, 1<<20)
	header := false
	for number := 1; scanner.Scan(); number++ {
		row := strings.TrimRight(strings.TrimPrefix(scanner.Text(), "\uFEFF"), "\r")
		if strings.TrimSpace(row) == "" || strings.HasPrefix(row, "#") {
			continue
		}
		if !header {
			header = true
			if row != glossaryHeader {
				errs = append(errs, &LineError{fileName, number, "the header must be: " + glossaryHeader})
			}
			continue
		}
		t, err := parseTerm(row)
		if err != nil {
			errs = append(errs, &LineError{fileName, number, err.Error()})
			continue
		}
		g.terms = append(g.terms, t)
	}
	if err := scanner.Err(); err != nil {
		errs = append(errs, fmt.Errorf("corpus: %s: %w", fileName, err))
	}
	g.index()
	return g, errors.Join(errs...)
}

// parseTerm reads one line. Editors drop empty cells at the end of a line, so
// they may be missing.
func parseTerm(row string) (Term, error) {
	cells := strings.Split(row, "\t")
	if len(cells) > 7 {
		return Term{}, fmt.Errorf("%d cells, at most 7", len(cells))
	}
	cells = append(cells, make([]string, 7-len(cells))...)
	t := Term{
		Kind: strings.TrimSpace(cells[0]),
		Zh:   splitCell(cells[1]), En: splitCell(cells[2]), Ru: splitCell(cells[3]), Kk: splitCell(cells[4]),
		Of: splitCell(cells[5]), Note: strings.TrimSpace(cells[6]),
	}
	t.Zh, t.Short = takeShort(t.Zh)
	switch {
	case !slices.Contains(Kinds, t.Kind):
		return Term{}, fmt.Errorf("unknown kind %q", t.Kind)
	case t.Name() == "":
		return Term{}, errors.New("a term without a name")
	case !utf8.ValidString(row):
		return Term{}, errors.New("not UTF-8")
	}
	return t, nil
}

// takeShort takes the names out that are marked with "^".
func takeShort(names []string) (rest, short []string) {
	for _, n := range names {
		if unmarked, ok := strings.CutSuffix(n, "^"); ok {
			short = append(short, unmarked)
		} else {
			rest = append(rest, n)
		}
	}
	return rest, short
}

func splitCell(cell string) []string {
	var names []string
	for _, n := range strings.Split(cell, "|") {
		if n = strings.TrimFunc(n, isBlank); strings.IndexFunc(n, isNamed) >= 0 {
			names = append(names, n)
		}
	}
	return names
}

// isNamed reports whether folding leaves something of a rune.
func isNamed(r rune) bool { return foldRune(r) >= 0 && !isBlank(r) }
