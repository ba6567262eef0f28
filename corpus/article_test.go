package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"fenghui/corpus/goldtest"
)

// smallGlossary keeps the tests of the reader apart from the shipped names.
func smallGlossary(t testing.TB) *Glossary {
	t.Helper()
	file, err := os.Open("testdata/glossary.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	g, err := ParseGlossary("glossary.tsv", file)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// Each article in testdata/articles stands beside what must be read out of
// it. UPDATE=1 writes what is read now.
func TestArticles(t *testing.T) {
	names := smallGlossary(t)
	wanted, _ := filepath.Glob("testdata/articles/*.want")
	orphans := map[string]bool{}
	for _, path := range wanted {
		orphans[path] = true
	}
	articles, _ := filepath.Glob("testdata/articles/*.txt")
	for _, path := range articles {
		golden := strings.TrimSuffix(path, ".txt") + ".want"
		delete(orphans, golden)
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := readArticle(names, filepath.Base(path), string(text))
			if err != nil {
				t.Fatal(err)
			}
			checkPassages(t, string(text), doc)
			goldtest.Compare(t, golden, dump(doc)+leftOut(string(text), doc))
		})
	}
	for path := range orphans {
		t.Errorf("%s: no article of that name", path)
	}
}

// dump writes a document for people to check.
func dump(d *Document) string {
	var b strings.Builder
	line := func(key, value string, from Origin) {
		if value != "" || from != "" {
			fmt.Fprintln(&b, strings.Join(strings.Fields(key+": "+value+" "+string(from)), " "))
		}
	}
	s := d.Summit
	line("title", d.Title, d.TitleFrom)
	line("event", s.Event, s.EventFrom)
	line("organisation", s.Organisation, "")
	line("format", s.Format, "")
	line("date", s.Date, s.DateFrom)
	line("city", s.City, "")
	line("country", s.Country, "")
	line("host", s.Host, "")
	line("speaker", d.Speaker, "")
	for _, p := range d.Participants {
		line("participant", p.Name+"｜"+p.Office, "")
	}
	line("source", strings.TrimSpace(d.Source.Name+" "+d.Source.Date+" "+d.Source.Link), "")
	for _, p := range d.Passages {
		fmt.Fprintf(&b, "%-7s %s%s\n", p.Kind, sectionMark(p), ends(p.Text))
	}
	return b.String()
}

// leftOut lists the lines no passage holds: metadata and decoration.
func leftOut(text string, d *Document) string {
	held := map[int]bool{}
	for _, l := range splitLines(text) {
		for _, p := range d.Passages {
			if p.Start >= l.start && p.Start < l.start+len(l.text) {
				held[l.start] = true
			}
		}
	}
	left := ""
	for _, l := range splitLines(text) {
		if !held[l.start] {
			left += "left out " + l.text + "\n"
		}
	}
	return left
}

func sectionMark(p Passage) string {
	if p.Section == "" {
		return ""
	}
	return "[" + p.Section + "] "
}

// ends shows how a text begins and ends.
func ends(s string) string {
	runes := []rune(s)
	if len(runes) <= 24 {
		return s
	}
	return string(runes[:14]) + " … " + string(runes[len(runes)-8:])
}

// checkPassages asserts what holds for every article: passages are slices of
// the file, in order and apart.
func checkPassages(t testing.TB, text string, doc *Document) {
	t.Helper()
	end := 0
	for i, p := range doc.Passages {
		if p.Start < end || p.Start+len(p.Text) > len(text) || text[p.Start:p.Start+len(p.Text)] != p.Text {
			t.Fatalf("passage %d (%q at %d) is no slice of the text, or out of order", i, p.Text, p.Start)
		}
		if strings.TrimFunc(p.Text, isBlank) != p.Text || p.Text == "" {
			t.Fatalf("passage %d %q has space around it, or nothing in it", i, p.Text)
		}
		end = p.Start + len(p.Text)
	}
	if doc.TitleFrom == FromText && utf8.RuneCountInString(doc.Title) > titleRunes {
		t.Fatalf("title %q is longer than %d characters", doc.Title, titleRunes)
	}
	if doc.Title == "" || (doc.Summit.Date == "") != (doc.Summit.DateFrom == Unknown) || (doc.Summit.Event == "") != (doc.Summit.EventFrom == Unknown) {
		t.Fatalf("inconsistent metadata: %+v", doc)
	}
}

func TestSameArticleInAnotherFileHasTheSameID(t *testing.T) {
	const text = "标题一行\n\n第一段在这里。\n第二段在那里。\n"
	first, err := ReadArticle("a.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	for what, other := range map[string]string{
		"byte order mark":      "\uFEFF" + text,
		"Windows line ends":    strings.ReplaceAll(text, "\n", "\r\n"),
		"old Mac line ends":    strings.ReplaceAll(text, "\n", "\r"),
		"spaces at line ends":  strings.ReplaceAll(text, "\n", " \u3000\n"),
		"no line end at last":  strings.TrimRight(text, "\n"),
		"more empty lines":     strings.ReplaceAll(text, "\n", "\n\n\n"),
		"full-width indention": strings.ReplaceAll(text, "\n", "\n　　"),
	} {
		t.Run(what, func(t *testing.T) {
			doc, err := ReadArticle("b.txt", other)
			if err != nil {
				t.Fatal(err)
			}
			if doc.ID != first.ID {
				t.Errorf("got %s, want %s", doc.ID, first.ID)
			}
			checkPassages(t, other, doc)
		})
	}
	if other, _ := ReadArticle("a.txt", strings.Replace(text, "那里", "这里", 1)); other.ID == first.ID {
		t.Error("another article has the same ID")
	}
}

func TestLongOddArticles(t *testing.T) {
	const mega = 1 << 20
	for what, unit := range map[string]string{
		"one line without punctuation": "在东京举行的第二届中亚峰会托卡耶夫表示",
		"one line of sentences":        "托卡耶夫在东京举行的上合组织峰会上说，日本首相高市早苗出席。",
		"short lines":                  "峰会\n",
		"headings and text":            "一个标题\n\n这是一段话。\n",
		"opening brackets":             "【（",
		"credits":                      "【编译：某】\n",
		"dashes":                       "—",
		"invalid bytes":                "会议开始\xff",
		"joined names":                 "中亚—俄罗斯—",
		"thanks":                       "感谢日本热情接待，",
		"spaces within a line":         "峰 \u3000",
		"carriage returns":             "段。\r",
	} {
		t.Run(what, func(t *testing.T) {
			size := mega
			if strings.HasPrefix(what, "one line") {
				size *= 4
			}
			text := "开头" + strings.Repeat(unit, size/len(unit))
			doc, err := ReadArticle("long.txt", text)
			if err != nil {
				t.Fatal(err)
			}
			checkPassages(t, text, doc)
		})
	}
}

func TestTitlesFromText(t *testing.T) {
	names := smallGlossary(t)
	for text, want := range map[string]string{
		"会议开始，各方就座。":            "会议开始，各方就座",
		"托卡耶夫感谢主人的接待，并谈到贸易。":    "托卡耶夫感谢主人的接待",
		"- 草原上的风很大，路却修好了。-他说。":  "草原上的风很大，路却修好了",
		"“我们把水看成共同的账本，而不是各家的井。": "我们把水看成共同的账本",
		"（草原通讯社讯）新的一天从铁路开始。":    "新的一天从铁路开始",
		"短。": "短",
		"这个句子里没有逗号也没有句号而且一直写下去直到超过四十个字才肯停下来因为写它的人很固执": "这个句子里没有逗号也没有句号而且一直写下去直到超过四十个字才肯停下来因为写它的…",
		"五国交通部长会同铁路与港口的负责人以及海关的代表用整整两天的时间讨论了统一的货运单据":  "五国交通部长会同铁路与港口的负责人以及海关的代表用整整两天的时间讨论了统一的货…",
	} {
		t.Run(text, func(t *testing.T) {
			if got := firstClause(text, names); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}
