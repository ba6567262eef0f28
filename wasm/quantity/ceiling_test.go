package quantity

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

func many(n int) (list []string) {
	for k := range n {
		list = append(list, fmt.Sprint("c", k))
	}
	return list
}

func ofElements(n int) []rule {
	return []rule{{name: "r", pattern: strings.TrimSpace(strings.Repeat("num ", n))}}
}

func addSigns(signs ...rune) {
	tr := newTree()
	for _, r := range signs {
		tr.addSign(r, sign{})
	}
}

func addWords(texts ...string) {
	tr := newTree()
	for _, s := range texts {
		tr.add(&word{text: s, class: isDay})
	}
}

func ideographs(n int) (list []rune) {
	for k := range n {
		list = append(list, rune(0x4E00+k))
	}
	return list
}

// What the program's own rules and data outgrow must be seen when they are
// loaded, never by a reader whose numbers are read wrongly.
func TestCeilings(t *testing.T) {
	for name, c := range map[string]struct {
		load func()
		want string
	}{
		"as many classes as a set holds":   {func() { sets(many(maxClasses)) }, ""},
		"a class more":                     {func() { sets(many(maxClasses + 1)) }, "quantity: 129 classes, at most 128"},
		"a class twice":                    {func() { sets([]string{"num", "yr", "num"}) }, `quantity: the class "num" stands twice`},
		"a class nobody knows":             {func() { classes("num,none") }, `quantity: no class "none"`},
		"as many rules as a stage holds":   {func() { stage{name: "s", rules: make([]rule, maxRules)}.compile() }, ""},
		"a rule more":                      {func() { stage{name: "s", rules: make([]rule, maxRules+1)}.compile() }, "quantity: s: 65 rules, at most 64"},
		"as many elements as a match":      {func() { stage{rules: ofElements(maxElements)}.compile() }, ""},
		"an element more":                  {func() { stage{rules: ofElements(maxElements + 1)}.compile() }, "quantity: r: 10 elements, at most 9"},
		"as many signs as an entry counts": {func() { addSigns(ideographs(math.MaxUint8)...) }, ""},
		"a sign more":                      {func() { addSigns(ideographs(math.MaxUint8 + 1)...) }, "quantity: data: more than 255 signs"},
		"a sign twice":                     {func() { addSigns('一', '一') }, "quantity: data: the sign '一' is told twice"},
		"two words":                        {func() { addWords("日", "日子") }, ""},
		"a word twice":                     {func() { addWords("日", "日") }, `quantity: data: "日" is told twice`},
		"a word beyond the first plane":    {func() { addWords("𠀀") }, "quantity: data: no word can begin with U+20000"},
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				got := ""
				if r := recover(); r != nil {
					got = fmt.Sprint(r)
				}
				if got != c.want {
					t.Errorf("panic %q, want %q", got, c.want)
				}
			}()
			c.load()
		})
	}
}
