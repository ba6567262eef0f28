package corpus

import (
	"slices"
	"strings"
	"testing"
)

const goodRecord = `---
id: 2024-01-02-test
title: 试验峰会：一份记录
event: 第一次试验峰会
organisation: 试验组织
format: 元首理事会
date: 2024-01-02
date_from: elsewhere
date_note: 据主办方网站
city: 阿斯塔纳
country: 哈萨克斯坦
host: 主人
speaker: 客人
participants:
- 主人｜某国总统
- 客人|某国总理
- 无职者
source: 某通讯社
source_link: https://example.org/a?b=c
source_date: 2024-01-03
topics:
- 贸易
- 水
---

没有标题的一段。 {¶1}

## 一个标题

第二段，有两处来源。 {¶2,¶14}
`

func TestReadRecord(t *testing.T) {
	for what, text := range map[string]string{
		"as it is": goodRecord, "byte order mark": "\uFEFF" + goodRecord, "Windows line ends": strings.ReplaceAll(goodRecord, "\n", "\r\n"),
	} {
		t.Run(what, func(t *testing.T) {
			doc, err := Read("r.md", text)
			if err != nil {
				t.Fatal(err)
			}
			checkPassages(t, text, doc)
			s := doc.Summit
			if doc.Kind != Record || doc.ID != "2024-01-02-test" || s.Date != "2024-01-02" || s.DateFrom != Elsewhere || s.DateNote == "" ||
				s.EventFrom != Stated || doc.TitleFrom != Stated || doc.Source.Link != "https://example.org/a?b=c" || doc.Source.Date != "2024-01-03" {
				t.Errorf("got %+v", doc)
			}
			people := []Participant{{"主人", "某国总统"}, {"客人", "某国总理"}, {"无职者", ""}}
			if !slices.Equal(doc.Participants, people) || !slices.Equal(doc.Topics, []string{"贸易", "水"}) {
				t.Errorf("got %v, %v", doc.Participants, doc.Topics)
			}
			last := doc.Passages[2]
			if len(doc.Passages) != 3 || last.Text != "第二段，有两处来源。" || last.Ref != "¶2,¶14" || last.Section != "一个标题" {
				t.Errorf("got %+v", doc.Passages)
			}
		})
	}
}

func TestUnknownDateOfRecord(t *testing.T) {
	text := strings.Replace(goodRecord, "date: 2024-01-02\ndate_from: elsewhere\ndate_note: 据主办方网站\n", "date_from: unknown\n", 1)
	doc, err := ReadRecord("r.md", text)
	if err != nil || doc.Summit.DateFrom != Unknown || doc.Summit.Date != "" {
		t.Errorf("got %+v, %v", doc, err)
	}
}

// Every mistake is named with its line; several are reported together.
// brokenRecords are what is wrong with goodRecord once old is new.
var brokenRecords = []struct{ what, old, new, want string }{
	{"unknown key", "format:", "fromat:", `r.md:6: unknown key "fromat"`},
	{"missing id", "id: 2024-01-02-test\n", "", "r.md:22: missing key: id"},
	{"missing title", "title: 试验峰会：一份记录\n", "", "missing key: title"},
	{"missing event", "event: 第一次试验峰会\n", "", "missing key: event"},
	{"missing organisation", "organisation: 试验组织\n", "", "missing key: organisation"},
	{"missing source", "source: 某通讯社\n", "", "missing key: source"},
	{"missing date", "date: 2024-01-02\n", "", "r.md:7: missing key: date"},
	{"no word of the date", "date: 2024-01-02\ndate_from: elsewhere\ndate_note: 据主办方网站\n", "", "missing key: date, or date_from: unknown"},
	{"date and unknown", "date_from: elsewhere", "date_from: unknown", "r.md:8: date_from: unknown, but there is a date"},
	{"odd origin", "date_from: elsewhere", "date_from: hearsay", `r.md:8: date_from: "hearsay"`},
	{"elsewhere without a note", "date_note: 据主办方网站\n", "", "r.md:8: date_from: elsewhere needs a date_note"},
	{"bad date", "date: 2024-01-02", "date: 2024-02-30", `r.md:7: date: not a date: "2024-02-30"`},
	{"date in another form", "date: 2024-01-02", "date: 2024年1月2日", "r.md:7: date: not a date"},
	{"bad source date", "source_date: 2024-01-03", "source_date: soon", "r.md:20: source_date: not a date"},
	{"script as link", "https://example.org/a?b=c", "javascript:alert(1)", "r.md:19: source_link"},
	{"relative link", "https://example.org/a?b=c", "/a", "r.md:19: source_link"},
	{"link without a host", "https://example.org/a?b=c", "https:///a", "r.md:19: source_link"},
	{"key given twice", "city: 阿斯塔纳", "city: 阿斯塔纳\ncity: 东京", "r.md:11: city: given twice, first in line 10"},
	{"empty value", "city: 阿斯塔纳", "city:", "r.md:10: city: empty"},
	{"list on one line", "topics:\n", "topics: 贸易\n", "r.md:21: topics: is a list"},
	{"empty list", "topics:\n- 贸易\n- 水\n", "topics:\n", "r.md:21: topics: an empty list"},
	{"empty item", "- 贸易\n", "-\n", "r.md:22: topics: an empty item"},
	{"nameless participant", "- 无职者", "- ｜总统", "r.md:17: participants: want Name｜Office"},
	{"item without a list", "title: 试验峰会：一份记录\n", "- x\ntitle: y\n", "r.md:3: a list item that belongs to no list"},
	{"no pair", "title: 试验峰会：一份记录\n", "title\n", "r.md:3: neither key: value nor - item"},
	{"id like an article's", "id: 2024-01-02-test", "id: a-0123456789ab", "r.md:2: id:"},
	{"id with capitals", "id: 2024-01-02-test", "id: Test", "r.md:2: id:"},
	{"paragraph without marker", "没有标题的一段。 {¶1}", "没有标题的一段。", "r.md:26: a paragraph without its source paragraph"},
	{"marker without a number", "{¶1}", "{¶}", "r.md:26: a paragraph without"},
	{"marker after mere space", "没有标题的一段。 {¶1}", "\u2002\u200B{¶1}", "r.md:26: a paragraph without"},
	{"marker alone", "没有标题的一段。 {¶1}", "{¶1}", "r.md:26: a paragraph without"},
	{"front matter without an end", "- 水\n---", "- 水\n", "r.md:1: front matter without an end"},
}

func TestRecordErrors(t *testing.T) {
	for _, c := range brokenRecords {
		t.Run(c.what, func(t *testing.T) {
			text := strings.Replace(goodRecord, c.old, c.new, 1)
			if text == goodRecord {
				t.Fatalf("%q does not occur", c.old)
			}
			_, err := ReadRecord("r.md", text)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func TestRecordErrorsComeTogether(t *testing.T) {
	text := strings.NewReplacer("date: 2024-01-02", "date: x", "format:", "frm:", " {¶1}", "").Replace(goodRecord)
	_, err := ReadRecord("r.md", text)
	if err == nil {
		t.Fatal("no error")
	}
	if got := len(strings.Split(err.Error(), "\n")); got != 3 {
		t.Errorf("%d errors, want 3: %v", got, err)
	}
	want := `corpus: r.md:7: date: not a date: "x", want YYYY-MM-DD`
	if !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "r.md:26: ") {
		t.Errorf("got %v", err)
	}
}

func TestRecordWithoutFrontMatter(t *testing.T) {
	if _, err := ReadRecord("r.md", "只有正文。 {¶1}\n"); err == nil || !strings.Contains(err.Error(), "r.md:1: a record begins with") {
		t.Errorf("got %v", err)
	}
	if _, err := ReadRecord("r.md", strings.SplitAfter(goodRecord, "- 水\n---\n")[0]); err == nil || !strings.Contains(err.Error(), "without a paragraph") {
		t.Errorf("got %v", err)
	}
}
