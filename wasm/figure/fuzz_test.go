package figure

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"fenghui/corpus"
)

// FuzzExtract: no text makes Extract fail, spans hold what is quoted, and
// values are finite.
func FuzzExtract(f *testing.F) {
	for _, s := range specs(f) {
		f.Add(s.text, s.set["date"])
	}
	for _, s := range []string{"9999999999999999999999999999999999999999999万亿亿吨", "1/0", "%倍元年月日", strings.Repeat("亿", 60), "\u202e5亿美元👍", "增长了从由至5%降至", "论坛开幕，2025年6月3日"} {
		f.Add(s, "2025-09-10")
	}
	f.Add("明天开幕！\u3000各方到会\n本台消息", "")
	f.Add("““甲”全国增长5%", "")
	f.Fuzz(func(t *testing.T, s, date string) {
		if !utf8.ValidString(s) || len(s) > 20000 {
			return
		}
		for _, doc := range []*corpus.Document{speech(s, date), {Passages: paragraphs(s)}} {
			for _, x := range Extract(doc, corpus.Names()) {
				checkFigure(t, s, &x)
			}
		}
	})
}

// speech is a text with all that a document may tell of itself.
func speech(s, date string) *corpus.Document {
	doc := &corpus.Document{Speaker: "托卡耶夫", Passages: paragraphs(s)}
	doc.Summit.Date, doc.Summit.Organisation, doc.Summit.Country = date, "中亚+日本", "日本"
	return doc
}

// paragraphs are the lines of a text.
func paragraphs(s string) (list []corpus.Passage) {
	at := 0
	for line := range strings.SplitSeq(s, "\n") {
		list = append(list, corpus.Passage{Kind: corpus.Text, Text: line, Start: at})
		at += len(line) + 1
	}
	return list
}

func checkFigure(t *testing.T, s string, x *Figure) {
	if s[x.Span.Start:x.Span.End] != x.Quote || !utf8.ValidString(x.Quote) || x.Quote == "" {
		t.Fatalf("span %v does not hold %q", x.Span, x.Quote)
	}
	if x.Value == nil && x.Date == "" {
		t.Fatalf("%q has no value", x.Quote)
	}
	if x.Value != nil {
		if v, _ := x.Value.Float64(); math.IsInf(v, 0) || math.IsNaN(v) {
			t.Fatalf("%q is %v", x.Quote, v)
		}
	}
	_ = x.Record("zh")
}

// dense is text of about size bytes made of the specs: a figure in every line.
func dense(tb testing.TB, size int) *corpus.Document {
	doc := &corpus.Document{Speaker: "托卡耶夫"}
	doc.Summit.Date = "2025-09-10"
	list := specs(tb)
	at := 0
	for n := 0; at < size; n++ {
		var b strings.Builder
		for k := range 6 {
			b.WriteString(list[(n*6+k)%len(list)].text)
		}
		doc.Passages = append(doc.Passages, corpus.Passage{Kind: corpus.Text, Text: b.String(), Start: at})
		at += b.Len() + 1
	}
	return doc
}

// prose is our own records, over and over, with as many figures as articles
// have.
func prose(tb testing.TB, size int) *corpus.Document {
	docs, err := corpus.BuiltIn()
	if err != nil {
		tb.Fatal(err)
	}
	doc := &corpus.Document{Speaker: "托卡耶夫"}
	doc.Summit.Date = "2025-09-10"
	for at := 0; at < size; {
		for _, d := range docs {
			for _, p := range d.Passages {
				p.Start = at
				doc.Passages = append(doc.Passages, p)
				at += len(p.Text) + 1
			}
		}
	}
	return doc
}

func BenchmarkExtract(b *testing.B) {
	for name, made := range map[string]func(testing.TB, int) *corpus.Document{"prose": prose, "dense": dense} {
		b.Run(name, func(b *testing.B) {
			doc, size := made(b, 1<<20), 0
			for _, p := range doc.Passages {
				size += len(p.Text)
			}
			b.SetBytes(int64(size))
			for b.Loop() {
				Extract(doc, corpus.Names())
			}
		})
	}
}
