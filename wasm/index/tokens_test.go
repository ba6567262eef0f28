package index

import (
	"strings"
	"testing"
	"unicode/utf8"

	"fenghui/wasm/text"
)

func TestTokens(t *testing.T) {
	c := cutter(t, sampleWords...)
	for _, e := range []struct{ field, text, want string }{
		{FieldWords, "贸易额超过700亿", "贸易额 超过 700 亿"},
		{FieldWords, "，。 …", ""},
		{FieldWords, "Trade grew 14%", "trade grew 14"},
		{FieldWords, "", ""},
		{FieldBigrams, "峰会上，国", "峰会 会上 国"},
		{FieldBigrams, "GDP增长", "增长"},
		{FieldBigrams, "", ""},
		{FieldTitle, "峰会上 GDP", "峰会 会上 上 gdp"},
		{FieldTitle, "運輸走廊", "运输 运输走廊 输走 走廊"},
		{"unknown", "峰会", ""},
	} {
		t.Run(e.field+" "+e.text, func(t *testing.T) {
			f := folded(e.text)
			var terms []string
			for i, token := range Tokens(e.field, f, c) {
				terms = append(terms, token.Term)
				if token.Of(f) != token.Term || token.Position != i+1 {
					t.Errorf("token %d: %+v covers %q", i, token, token.Of(f))
				}
			}
			if got := strings.Join(terms, " "); got != e.want {
				t.Errorf("got  %s\nwant %s", got, e.want)
			}
		})
	}
}

func TestLongWordsAreIndexedInPieces(t *testing.T) {
	whole := wholeText{}
	for _, s := range []string{strings.Repeat("x", 1000), strings.Repeat("ж", 500), strings.Repeat("é😀", 99)} {
		var joined string
		for _, token := range Tokens(FieldWords, s, whole) {
			if len(token.Term) > maxTerm || !utf8.ValidString(token.Term) {
				t.Errorf("term of %d bytes: %q", len(token.Term), token.Term)
			}
			joined += token.Term
		}
		if joined != s {
			t.Errorf("pieces of %d bytes make %d", len(s), len(joined))
		}
	}
}

// wholeText is a Cutter that never cuts.
type wholeText struct{}

func (wholeText) Cut(folded string) []text.Span { return []text.Span{{Start: 0, End: len(folded)}} }

func TestInputHash(t *testing.T) {
	base := []Entry{{"1", "題目", "一二"}, {"2", "", "三"}}
	want := InputHash(base, "d")
	for _, e := range []struct {
		name       string
		entries    []Entry
		dictionary string
		same       bool
	}{
		{"the same", []Entry{{"1", "題目", "一二"}, {"2", "", "三"}}, "d", true},
		{"another way to write the same", []Entry{{"1", "题目", "一二"}, {"2", "", "三"}}, "d", true},
		{"another dictionary", base, "e", false},
		{"another order", []Entry{base[1], base[0]}, "d", false},
		{"another id", []Entry{{"3", "題目", "一二"}, {"2", "", "三"}}, "d", false},
		{"a letter moved to the next passage", []Entry{{"1", "題目", "一"}, {"2", "", "二三"}}, "d", false},
		{"title and text changed places", []Entry{{"1", "一二", "題目"}, {"2", "", "三"}}, "d", false},
		{"one passage less", base[:1], "d", false},
	} {
		t.Run(e.name, func(t *testing.T) {
			if got := InputHash(e.entries, e.dictionary); (got == want) != e.same || len(got) != 64 {
				t.Errorf("%s, the base has %s", got, want)
			}
		})
	}
}
