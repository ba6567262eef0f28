package figure

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"fenghui/corpus"
	"fenghui/corpus/goldtest"
)

// allTexts are the texts that indicators are checked on, by where they come from.
var allTexts = map[string]func(t *testing.T) []*corpus.Document{
	"our records": func(t *testing.T) []*corpus.Document {
		docs, err := corpus.BuiltIn()
		if err != nil {
			t.Fatal(err)
		}
		return docs
	},
	"paragraphs from elsewhere": func(t *testing.T) []*corpus.Document {
		return readTexts(t, goldtest.Texts(t, "testdata/elsewhere/*.txt"))
	},
	"the five articles": func(t *testing.T) []*corpus.Document { return readTexts(t, goldtest.Articles(t)) },
	"cases": func(t *testing.T) (docs []*corpus.Document) {
		for _, s := range specs(t) {
			docs = append(docs, s.document())
		}
		return docs
	},
}

func readTexts(t *testing.T, texts []goldtest.Text) (docs []*corpus.Document) {
	for _, x := range texts {
		docs = append(docs, readText(t, x))
	}
	return docs
}

// TestIndicators: whatever is read, an indicator is a noun phrase that fits a
// table cell.
func TestIndicators(t *testing.T) {
	for from, texts := range allTexts {
		t.Run(from, func(t *testing.T) {
			for _, doc := range texts(t) {
				found := Extract(doc, testNames(t))
				for i := range found {
					if what := badIndicator(&found[i], found); what != "" {
						t.Errorf("%s: %s: indicator %q: %s", doc.Name, found[i].Quote, found[i].Indicator, what)
					}
				}
			}
		})
	}
}

// badIndicator says what is wrong with an indicator, or nothing.
func badIndicator(f *Figure, all []Figure) string {
	s := f.Indicator
	switch {
	case s == "":
		return "empty"
	case utf8.RuneCountInString(s) > longest+2:
		return "too long"
	case undoubled(s) != s || namesTwice(s):
		return "a name or a word doubled"
	case balanced(s) != s:
		return "unbalanced brackets or quotation marks"
	}
	if _, ok := corpus.Names().LookupKind(s, partyKinds...); ok || slices.Contains(f.Parties, s) {
		return "only a name"
	}
	if w, ok := hasSuffix(s, "了", "的", "在", "和", "与", "为", "达", "于", "把", "将", "被", "是", "有", "到", "至", "超过", "约", "，", "、", "。"); ok && theBoundaries().whole.suffix(s) == "" {
		return "ends in " + w
	}
	if w, ok := hasPrefix(s, "指出", "强调", "表示", "认为", "提到", "宣布", "他说", "的", "了", "，", "、"); ok {
		return "begins with " + w
	}
	return holdsAnother(f, all)
}

// namesTwice: 上合组织上海合作组织.
func namesTwice(s string) bool {
	last, end := "", -1
	for _, m := range corpus.Names().Find(s) {
		if m.Term.Name() == last && m.Start == end {
			return true
		}
		last, end = m.Term.Name(), m.End
	}
	return false
}

// holdsAnother tells that the number of another figure stands in an indicator.
func holdsAnother(f *Figure, all []Figure) string {
	for i := range all {
		g := &all[i]
		if g == f || g.Passage != f.Passage || g.Core == f.Core || strings.Contains(f.Quote, g.Quote) {
			continue
		}
		number := strings.TrimSpace(g.Quote)
		if strings.Contains(number, "岁") || strings.Contains(f.Indicator, "《"+number) || strings.Contains(f.Indicator, "相当于"+number) {
			continue // 60岁以上老年人, 《2063年议程》, 客运量相当于2019年的倍数
		}
		if strings.ContainsAny(number, "0123456789") && strings.Contains(f.Indicator, number) {
			return "holds another figure: " + number
		}
	}
	return ""
}
