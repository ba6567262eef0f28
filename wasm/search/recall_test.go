package search

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/corpus/goldtest"
	"fenghui/wasm/library"
	"fenghui/wasm/library/librarytest"
	"fenghui/wasm/text"
)

// What Ctrl+F would find, search finds. The articles are not part of the
// product; without them the records alone are searched.
func TestEverySubstringIsFound(t *testing.T) {
	libraries := map[string]func(*testing.T) []*corpus.Document{
		"records":  func(t *testing.T) []*corpus.Document { return builtIn(t) },
		"articles": articles,
		"invented": func(*testing.T) []*corpus.Document { return fleet },
		"hostile": func(*testing.T) []*corpus.Document {
			return []*corpus.Document{librarytest.Document("hostile", "", "", `"标题\"`, hostile...)}
		},
	}
	for name, documents := range libraries {
		t.Run(name, func(t *testing.T) {
			s := librarytest.Snapshot(t, documents(t))
			asked, scan := map[string]bool{}, map[string]string{}
			for number := range s.Len() {
				p := s.Passage(uint64(number))
				scan[fmt.Sprintf("%s/%d", p.Document.ID, p.Ordinal)] = text.Fold(p.Text())
				for _, sub := range substrings(p.Text()) {
					asked[sub] = true
				}
			}
			for sub := range asked {
				checkPhrase(t, s, scan, sub, quote(sub))
				if !strings.Contains(sub, `\`) { // which may stand before a quotation mark to make it text
					checkPhrase(t, s, scan, sub, `"`+sub+`"`)
				}
			}
			t.Logf("%d strings asked for in %d passages", len(asked), s.Len())
		})
	}
}

// hostile passages: what stands in the way of quoting, cutting and folding.
var hostile = []string{
	`"" "a" ""b"" "c"d"e" " f " g"`,
	`\ \\ \" "\ "\" \"\" a\b\\c\"d`,
	`他说"你好"，她说“再"见”，又说「"」'单'‘双’。`,
	`+1 -2 --3 +-4 + - (a) OR date:2024 summit:x`,
	"  前后  有　空格\t和\u00a0\u2003各种\r空白  ",
	"Ünïcode e\u0301 I\u0307 ǅ ß ﬁ ½ ² Ⅳ ㎡ ① Ａ１ ё Ё ʼ",
	"שלום עולם مرحبا\u200f بالعالم ٣٤٥ ทดสอบภาษา საქართველო हिन्दी",
	"👨‍👩‍👧‍👦😀🇰🇿❤️ 𠮷野家 𝒳 a😀b 😀😀",
	"零\u200b宽\ufeff度\u00ad字\u2060符 nul\u0000nul \ufffd\ufffd坏",
	"々〇ー⺀⻌㐀 カタカナ ｶﾀｶﾅ ひらがな 한국어 ᄒ",
	strings.Repeat("abcdefghij", 30) + "峰" + strings.Repeat("7", 300) + " " + strings.Repeat("щ", 130),
	"C5+1 T-34 a_b a.b,c;d:e!f?g 1,234.5% $5bn №7 §3 «ё» 2024—2025 ",
	"峰", "会", "峰会", "a", "1", `"`, `\`, "，", "😀", "\ufffd",
}

// checkPhrase compares a query for a phrase with a plain scan of the texts: exactly
// the passages that hold the string, no more and no fewer.
func checkPhrase(t *testing.T, s *library.Snapshot, scan map[string]string, phrase, query string) {
	t.Helper()
	want := map[string]bool{}
	folded := text.Fold(phrase)
	for id, passage := range scan {
		if strings.Contains(passage, folded) {
			want[id] = true
		}
	}
	for _, id := range found(t, s, query) {
		if !want[id] && !strings.Contains(text.Fold(title(t, s, id)), folded) {
			t.Errorf("%s is said to be in %s", query, id)
		}
		delete(want, id)
	}
	for id := range want {
		t.Errorf("%s is not found in %s", query, id)
	}
}

// found lists all hits, not only those shown.
func found(t *testing.T, s *library.Snapshot, query string) []string {
	t.Helper()
	list := expander{corpus.Names(), s}.expand(Parse(query).Clauses)
	m, err := match(t.Context(), newFinder(s, nil), list)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, number := range m.hits.ToArray() {
		p := s.Passage(uint64(number))
		ids = append(ids, fmt.Sprintf("%s/%d", p.Document.ID, p.Ordinal))
	}
	return ids
}

func title(t *testing.T, s *library.Snapshot, id string) string {
	t.Helper()
	d, err := s.Find(id[:strings.LastIndexByte(id, '/')])
	if err != nil {
		t.Fatal(err)
	}
	return d.Title
}

// substrings of a passage: all of two characters, and some of 1 to 12; none
// that is white space alone.
func substrings(passage string) []string {
	r := rand.New(rand.NewPCG(1, uint64(len(passage))))
	runes := []rune(passage)
	var list []string
	add := func(from, to int) {
		if s := string(runes[from:to]); strings.TrimSpace(text.Fold(s)) != "" {
			list = append(list, s)
		}
	}
	for i := range max(len(runes)-1, 0) {
		add(i, i+2)
	}
	for range 10 {
		from := r.IntN(len(runes))
		add(from, min(from+1+r.IntN(12), len(runes)))
	}
	return list
}

func builtIn(t *testing.T) []*corpus.Document {
	t.Helper()
	docs, err := corpus.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// markedRecords are those marked by hand; the others list their figures in
// their front matter.
func markedRecords(t *testing.T) []*corpus.Document {
	t.Helper()
	return slices.DeleteFunc(builtIn(t), func(d *corpus.Document) bool { return len(d.Expected) > 0 })
}

func articles(t *testing.T) []*corpus.Document {
	t.Helper()
	docs, err := corpus.Load(os.DirFS(goldtest.Shared(t, "seeds")))
	if err != nil {
		t.Fatal(err)
	}
	return docs
}
