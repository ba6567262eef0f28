package corpus

import (
	"slices"
	"strings"
	"testing"
)

// severalSources is goodRecord resting on several sources, with the figures
// its editor means.
var severalSources = strings.NewReplacer(
	"source: 某通讯社\nsource_link: https://example.org/a?b=c\nsource_date: 2024-01-03\n",
	"category: forum\nsupplement: 2024-01-01-test\nsources:\n- S1｜某通讯社｜https://example.org/a｜2024-01｜zh\n- S2|某报||2024|en\n"+
		"figures:\n- 贸易额｜某国、他国｜超过3亿美元｜2023｜现状\n",
	"{¶1}", "{S1}", "{¶2,¶14}", "{S1,S2}", "## 一个标题", "## 一个标题 {bilateral}",
).Replace(goodRecord)

func TestRecordOfSeveralSources(t *testing.T) {
	doc, err := ReadRecord("r.md", severalSources)
	if err != nil {
		t.Fatal(err)
	}
	checkPassages(t, severalSources, doc)
	if doc.Category != "forum" || doc.Supplement != "2024-01-01-test" || doc.Source != (Source{Name: "某通讯社", Link: "https://example.org/a", Date: "2024-01"}) {
		t.Errorf("got %+v", doc)
	}
	if want := (Reference{"S2", Source{"某报", "", "2024"}, "en"}); len(doc.Sources) != 2 || doc.Sources[1] != want {
		t.Errorf("sources %+v", doc.Sources)
	}
	if want := []Expected{{24, "贸易额", "某国、他国", "超过3亿美元", "2023", "现状", ""}}; !slices.Equal(doc.Expected, want) {
		t.Errorf("expected %+v", doc.Expected)
	}
	first, heading, last := doc.Passages[0], doc.Passages[1], doc.Passages[2]
	if first.Ref != "S1" || first.Category != "" || heading.Text != "一个标题" || last.Section != "一个标题" || last.Ref != "S1,S2" || last.Category != "bilateral" {
		t.Errorf("got %+v", doc.Passages)
	}
}

func TestErrorsOfSources(t *testing.T) {
	for _, c := range []struct{ what, old, new, want string }{
		{"unknown category", "category: forum", "category: chat", `r.md:18: category: "chat": want summit, forum`},
		{"source of three parts", "- S2|某报||2024|en", "- S2|某报|en", "r.md:22: sources: want S1｜publisher"},
		{"source without a publisher", "S2|某报", "S2|", "r.md:22: sources: want S1｜publisher"},
		{"source without a number", "- S2|", "- 二|", "r.md:22: sources: \"二\": want S and a number"},
		{"source given twice", "- S2|", "- S1|", "r.md:22: sources: S1: given twice"},
		{"script as address", "https://example.org/a", "javascript:a", "r.md:21: sources: \"javascript:a\""},
		{"odd date", "|2024|en", "|last year|en", "r.md:22: sources: not a date"},
		{"marker of no source", "{S1,S2}", "{S1,S3}", "no source S3 in the front matter"},
		{"figure of four parts", "｜2023｜现状", "｜现状", "r.md:24: figures: want indicator"},
		{"figure with an empty part", "｜2023｜", "｜｜", "r.md:24: figures: want indicator"},
	} {
		t.Run(c.what, func(t *testing.T) {
			text := strings.Replace(severalSources, c.old, c.new, 1)
			if _, err := ReadRecord("r.md", text); text == severalSources || err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}
