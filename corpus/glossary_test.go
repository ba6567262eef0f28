package corpus

import (
	"slices"
	"strings"
	"testing"
)

func TestLookup(t *testing.T) {
	g := smallGlossary(t)
	for name, want := range map[string]string{
		"哈萨克斯坦": "哈萨克斯坦", "kazakhstan": "哈萨克斯坦", "КАЗАХСТАН": "哈萨克斯坦", "қазақстан": "哈萨克斯坦", "上合组织": "上海合作组织",
		"sco": "上海合作组织", "ＳＣＯ": "上海合作组织", "中亚—俄罗斯": "中亚-俄罗斯", "中亚－俄罗斯": "中亚-俄罗斯", "Central Asia - Russia": "中亚-俄罗斯",
		" 托卡耶夫 ": "哈斯穆-卓玛尔特·托卡耶夫", "哈斯穆－卓玛尔特・托卡耶夫": "哈斯穆-卓玛尔特·托卡耶夫", "Xi'an": "西安", "没有": "", "": "",
	} {
		t.Run(name, func(t *testing.T) {
			term, ok := g.Lookup(name)
			if ok != (want != "") || ok && term.Name() != want {
				t.Errorf("got %v, %v; want %q", term, ok, want)
			}
		})
	}
}

func TestLookupKind(t *testing.T) {
	g := smallGlossary(t)
	country, _ := g.LookupKind("新加坡", "country")
	city, _ := g.LookupKind("新加坡", "city")
	if country == nil || city == nil || country == city {
		t.Errorf("got %v and %v", country, city)
	}
	if _, ok := g.LookupKind("新加坡", "person", "place"); ok {
		t.Error("found among persons")
	}
}

// Mentions are written as name=canonical.
func TestFind(t *testing.T) {
	g := smallGlossary(t)
	for text, want := range map[string]string{
		"托卡耶夫在阿斯塔纳":                               "托卡耶夫=哈斯穆-卓玛尔特·托卡耶夫 阿斯塔纳=阿斯塔纳",
		"印度尼西亚和印度":                                "印度尼西亚=印度尼西亚 印度=印度",
		"中国—中亚峰会":                                 "中国—中亚峰会=中国-中亚",
		"“中亚－俄罗斯”":                                "中亚－俄罗斯=中亚-俄罗斯",
		"Kazakhstan and KAZAKHSTAN's Kazakhstani": "Kazakhstan=哈萨克斯坦 KAZAKHSTAN=哈萨克斯坦",
		"the UNITED nations; unite, UN":           "UNITED nations=联合国 UN=联合国",
		"SCO峰会":                                   "SCO=上海合作组织",
		"Казахстан, казахстанский":                "Казахстан=哈萨克斯坦",
		"scone disco":                             "",
		"\xff上合\xff上合组织":                          "上合组织=上海合作组织",
		"":                                        "",
	} {
		t.Run(text, func(t *testing.T) {
			var got []string
			for _, m := range g.Find(text) {
				got = append(got, text[m.Start:m.End]+"="+m.Term.Name())
			}
			if s := strings.Join(got, " "); s != want {
				t.Errorf("got %q, want %q", s, want)
			}
		})
	}
}

func TestLanguageOfMentions(t *testing.T) {
	g := smallGlossary(t)
	var langs []string
	for _, m := range g.Find("哈萨克斯坦 Kazakhstan Казахстан Қазақстан") {
		langs = append(langs, m.Lang)
	}
	if got := strings.Join(langs, " "); got != "zh en ru kk" {
		t.Errorf("got %s", got)
	}
}

func TestGlossaryErrors(t *testing.T) {
	const header = glossaryHeader + "\n"
	for what, c := range map[string]struct{ text, want string }{
		"no header":      {"country\tA\n", "g.tsv:1: the header must be"},
		"unknown kind":   {header + "planet\t火星\n", `g.tsv:2: unknown kind "planet"`},
		"no name":        {header + "# group\n\ncity\t\t | \n", "g.tsv:4: a term without a name"},
		"too many cells": {header + "city\ta\tb\tc\td\te\tf\tg\n", "g.tsv:2: 8 cells"},
		"not UTF-8":      {header + "city\t\xff\n", "g.tsv:2: not UTF-8"},
	} {
		t.Run(what, func(t *testing.T) {
			g, err := ParseGlossary("g.tsv", strings.NewReader(c.text+"city\t东京\n"))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
			if _, ok := g.Lookup("东京"); !ok {
				t.Error("the good line is lost")
			}
		})
	}
}

func TestShippedGlossaryHasNoMistakes(t *testing.T) {
	if _, err := ParseGlossary("glossary.tsv", strings.NewReader(glossaryFile)); err != nil {
		t.Error(err)
	}
	if err := glossaryMistakes(Names()); err != nil {
		t.Error(err)
	}
}

func TestShortFormsAreNoNames(t *testing.T) {
	g, err := ParseGlossary("g", strings.NewReader(glossaryHeader+"\ncountry\t哈萨克斯坦|哈^\tKazakhstan\t\t\t\t\n"))
	if err != nil {
		t.Fatal(err)
	}
	term, ok := g.Lookup("哈萨克斯坦")
	if !ok || !slices.Equal(term.Short, []string{"哈"}) || !slices.Equal(term.Zh, []string{"哈萨克斯坦"}) {
		t.Errorf("got %+v", term)
	}
	if _, ok := g.Lookup("哈"); ok {
		t.Error("哈 alone is taken for a name")
	}
}

func TestATermInALanguage(t *testing.T) {
	whole := Term{Zh: []string{"里海", "里海地区"}, En: []string{"Caspian"}, Ru: []string{"Каспий"}, Kk: []string{"Каспий теңізі"}}
	for _, c := range []struct {
		term           Term
		language, want string
	}{
		{whole, "zh", "里海"},
		{whole, "", "里海"},
		{whole, "en", "Caspian"},
		{whole, "uz", "Caspian"},
		{whole, "kk", "Каспий теңізі"},
		{Term{Zh: whole.Zh, En: whole.En, Ru: whole.Ru}, "kk", "Каспий"},
		{Term{Zh: whole.Zh, En: whole.En}, "ru", "Caspian"},
		{Term{Zh: whole.Zh}, "kk", "里海"},
		{Term{Ru: whole.Ru}, "en", "Каспий"},
	} {
		if got := c.term.In(c.language); got != c.want {
			t.Errorf("%+v in %q: %q, want %q", c.term, c.language, got, c.want)
		}
	}
}
