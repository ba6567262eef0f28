package library

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/index"
	"fenghui/wasm/library/sitefile"
	"fenghui/wasm/store"
)

// site is a site in memory: its files, and what was asked of it.
type site struct {
	Site
	files map[string][]byte
	asked []string
}

func (s *site) fetch(_ context.Context, address string) ([]byte, error) {
	s.asked = append(s.asked, address)
	data, ok := s.files[strings.TrimSuffix(address, "?again")]
	if !ok {
		return nil, fmt.Errorf("%w: the server answered 404", store.ErrNotFound)
	}
	return data, nil
}

// testArticle makes an article of its own wording: n tells them apart.
func testArticle(n int) File {
	text := fmt.Sprintf(" date 2024-03-%02d 渔业部长在第%d次海洋会议上介绍情况。\n\n去年捕捞量为%d万吨，港口扩建按期进行。\n", n%28+1, n, n+100)
	return File{Name: fmt.Sprintf("fish-%d.txt", n), Text: text}
}

func testDocuments(t *testing.T) []*corpus.Document {
	t.Helper()
	d, err := corpus.ReadArticle("built-in.txt", "港口吞吐量创新高\n\n今年上半年，各港口吞吐量达到三亿吨，集装箱增长较快。\n\n下半年将新开三条航线。\n")
	if err != nil {
		t.Fatal(err)
	}
	return []*corpus.Document{d}
}

// newSite is a site built from testDocuments.
func newSite(t *testing.T) *site {
	t.Helper()
	s := &site{
		Site:  Site{Pack: "v-1/pack.bin", Documents: "v-1/documents-1.bin", Dictionary: "v-1/dictionary-1.fst"},
		files: map[string][]byte{"v-1/dictionary-1.fst": builtInWords(t)},
	}
	s.ship(t, testDocuments(t))
	return s
}

// ship builds the site anew from other documents.
func (s *site) ship(t *testing.T, docs []*corpus.Document) {
	t.Helper()
	pack, hash, err := Pack(t.Context(), docs, builtInWords(t))
	if err != nil {
		t.Fatal(err)
	}
	file, err := sitefile.Documents{List: docs}.Encode()
	if err != nil {
		t.Fatal(err)
	}
	s.PackHash = hash
	s.Documents = "v-1/documents-" + hash[:8] + ".bin"
	s.files[s.Pack], s.files[s.Documents] = pack, file
}

// open opens a library and returns the codes of the notices with it.
func open(t *testing.T, s store.Store, from *site) (*Library, []string) {
	t.Helper()
	var notices []string
	l, err := Open(t.Context(), Options{Store: s, Fetch: from.fetch, Site: from.Site, Notice: func(n Notice) {
		if n.Code != NotKept {
			notices = append(notices, n.Code)
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	return l, notices
}

// finds counts the live passages that hold a word of two characters.
func finds(t *testing.T, l *Library, pair string) int {
	t.Helper()
	docs, err := l.Snapshot().Reader.DocsWithAll(index.FieldBigrams, []string{pair})
	if err != nil {
		t.Fatal(err)
	}
	return int(docs.GetCardinality())
}

func add(t *testing.T, l *Library, files ...File) []Result {
	t.Helper()
	results, err := l.Import(t.Context(), files, nil)
	if err != nil {
		t.Fatal(err)
	}
	return results
}

func statuses(results []Result) string {
	var list []string
	for _, r := range results {
		list = append(list, strings.TrimSuffix(r.Status+":"+r.Reason, ":"))
	}
	return strings.Join(list, " ")
}

func flipped(data []byte, at int) []byte {
	changed := bytes.Clone(data)
	changed[at] ^= 1
	return changed
}

// builtInWords is the dictionary that a library has without any site.
func builtInWords(t *testing.T) []byte {
	t.Helper()
	words, err := carriedWords()
	if err != nil {
		t.Fatal(err)
	}
	return words
}
