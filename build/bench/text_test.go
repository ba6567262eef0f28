package bench

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"fenghui/corpus"
)

// pool is the text all engines are given, with questions to it.
type pool struct {
	documents []*corpus.Document
	passages  int
	bytes     int // of text
	questions []question
	source    string // what it is made of, for the report
}

// question has one document that answers it.
type question struct{ Set, Text, Answer string }

// sets of passages and questions, where they are at hand.
const setsFolder = "../../../shared/retrieval"

var sets = []string{"cmrc2018-trial", "csl-title-dev", "drcd-dev", "xquad-zh"}

// perArticle is how many passages an article has that is put together.
const perArticle = 5

// newPool makes so many articles' worth of passages: those of the sets, and
// articles put together of their clauses, always the same. Without the sets it
// is clauses of our own records, and the questions are such clauses.
func newPool(tb testing.TB, articles int) *pool {
	tb.Helper()
	random := rand.New(rand.NewPCG(20, 26))
	p, err := readSets(random, articles*perArticle)
	if errors.Is(err, fs.ErrNotExist) {
		p, err = ownPool(random, articles*perArticle)
	}
	if err != nil {
		tb.Fatal(err)
	}
	p.fill(random, articles*perArticle)
	return p
}

func readSets(random *rand.Rand, most int) (*pool, error) {
	p := &pool{source: "passages of four public sets of questions, and articles put together of the clauses of those that answer no question"}
	for _, set := range sets {
		if err := p.readSet(set); err != nil {
			return nil, err
		}
	}
	random.Shuffle(len(p.documents), func(i, j int) { p.documents[i], p.documents[j] = p.documents[j], p.documents[i] })
	p.documents = p.documents[:min(most, len(p.documents))]
	in := map[string]bool{}
	for _, d := range p.documents {
		in[d.ID] = true
	}
	var answered []question
	for _, q := range p.questions {
		if in[q.Answer] {
			answered = append(answered, q)
		}
	}
	random.Shuffle(len(answered), func(i, j int) { answered[i], answered[j] = answered[j], answered[i] })
	p.questions = answered[:min(*asked, len(answered))]
	return p, nil
}

func (p *pool) readSet(set string) error {
	err := eachLine(filepath.Join(setsFolder, set, "docs.jsonl"), func(l line) {
		p.documents = append(p.documents, newDocument(l.ID, l.Title, l.Text))
	})
	if err != nil {
		return err
	}
	return eachLine(filepath.Join(setsFolder, set, "queries.jsonl"), func(l line) {
		if len(l.Relevant) == 1 {
			p.questions = append(p.questions, question{set, l.Text, l.Relevant[0]})
		}
	})
}

type line struct {
	ID, Title, Text string
	Relevant        []string
}

func eachLine(file string, each func(line)) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	scanner := bufio.NewScanner(f)
	scanner.Buffer(nil, 16<<20)
	for n := 1; scanner.Scan(); n++ {
		var l line
		if err := json.Unmarshal(scanner.Bytes(), &l); err != nil {
			return fmt.Errorf("%s:%d: %w", file, n, err)
		}
		each(l)
	}
	return scanner.Err()
}

func ownPool(random *rand.Rand, most int) (*pool, error) {
	records, err := corpus.BuiltIn()
	if err != nil {
		return nil, err
	}
	p := &pool{source: "our own records, and articles put together of their clauses (the public sets of questions are not at hand, so the ranking is not measured)"}
	for n, d := range records {
		for i, passage := range d.Passages {
			p.documents = append(p.documents, newDocument(fmt.Sprintf("own-%d-%d", n, i), d.Title, passage.Text))
		}
	}
	random.Shuffle(len(p.documents), func(i, j int) { p.documents[i], p.documents[j] = p.documents[j], p.documents[i] })
	p.documents = p.documents[:min(most, len(p.documents))]
	clauses := clausesOf(p.documents)
	for _, clause := range clauses[:min(timed, len(clauses))] {
		p.questions = append(p.questions, question{Text: clause})
	}
	return p, nil
}

func newDocument(id, title string, passages ...string) *corpus.Document {
	d := &corpus.Document{ID: id, Name: id + ".txt", Kind: corpus.Article, Title: title}
	for _, text := range passages {
		d.Passages = append(d.Passages, corpus.Passage{Kind: corpus.Text, Text: text})
	}
	return d
}

// others are the documents that answer none of the questions; all, should there
// be none of these. What is made of their clauses holds no answer.
func (p *pool) others() []*corpus.Document {
	answers := map[string]bool{}
	for _, q := range p.questions {
		answers[q.Answer] = true
	}
	others := slices.DeleteFunc(slices.Clone(p.documents), func(d *corpus.Document) bool { return answers[d.ID] })
	if len(others) == 0 {
		return p.documents
	}
	return others
}

// fill adds articles until there are so many passages, and gives each a date.
func (p *pool) fill(random *rand.Rand, passages int) {
	clauses := clausesOf(p.others())
	pick := func() string { return clauses[random.IntN(len(clauses))] }
	p.passages = len(p.documents)
	for n := 0; p.passages < passages; n++ {
		var texts []string
		for range min(perArticle, passages-p.passages) {
			texts = append(texts, composed(random, pick))
		}
		p.documents = append(p.documents, newDocument(fmt.Sprintf("article-%d", n), pick(), texts...))
		p.passages += len(texts)
	}
	for _, d := range p.documents {
		d.Summit.Date = fmt.Sprintf("%d-%02d-%02d", 2015+random.IntN(11), 1+random.IntN(12), 1+random.IntN(28))
		for _, passage := range d.Passages {
			p.bytes += len(passage.Text)
		}
	}
}

// composed is a paragraph of a few sentences.
func composed(random *rand.Rand, pick func() string) string {
	var b strings.Builder
	for range 2 + random.IntN(2) {
		for range 1 + random.IntN(3) {
			b.WriteString(pick() + "，")
		}
		b.WriteString(pick() + "。")
	}
	return b.String()
}

// clausesOf are the pieces between punctuation, those of a length to be read.
func clausesOf(docs []*corpus.Document) (clauses []string) {
	for _, d := range docs {
		for _, p := range d.Passages {
			for _, c := range strings.FieldsFunc(p.Text, func(r rune) bool { return strings.ContainsRune("，。；：？！,;?!\n", r) }) {
				if n := utf8.RuneCountInString(c); n >= 4 && n <= 40 {
					clauses = append(clauses, strings.TrimSpace(c))
				}
			}
		}
	}
	return clauses
}

// flat are the passages as other engines take them: a document each.
func (p *pool) flat() []map[string]string {
	var list []map[string]string
	for _, d := range p.documents {
		for n, passage := range d.Passages {
			list = append(list, map[string]string{"id": fmt.Sprintf("%s/%d", d.ID, n), "title": d.Title, "text": passage.Text})
		}
	}
	return list
}

func (p *pool) texts(most int) (texts []string) {
	for _, q := range p.questions[:min(most, len(p.questions))] {
		texts = append(texts, q.Text)
	}
	return texts
}

func TestThePoolIsAlwaysTheSame(t *testing.T) {
	samePools(t, func() *pool { return newPool(t, 40) })
}

// What is measured where the public sets are not at hand.
func TestThePoolOfOurOwnRecordsIsAlwaysTheSame(t *testing.T) {
	samePools(t, func() *pool {
		random := rand.New(rand.NewPCG(20, 26))
		p, err := ownPool(random, 40*perArticle)
		if err != nil {
			t.Fatal(err)
		}
		p.fill(random, 40*perArticle)
		return p
	})
}

func samePools(t *testing.T, make func() *pool) {
	t.Helper()
	a, b := make(), make()
	if a.passages != 200 || len(a.questions) == 0 {
		t.Errorf("%d passages, %d questions", a.passages, len(a.questions))
	}
	for i, d := range a.documents {
		if d.ID != b.documents[i].ID || d.Passages[0].Text != b.documents[i].Passages[0].Text || d.Summit.Date != b.documents[i].Summit.Date {
			t.Fatalf("document %d differs: %s and %s", i, d.ID, b.documents[i].ID)
		}
	}
}
