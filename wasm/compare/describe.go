package compare

import (
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// genericWord is a word that hardly tells proposals apart, with what it means
// here.
type genericWord struct{ word, same string }

// generic lists the words of data/generic.tsv, longest first.
var generic = sync.OnceValue(func() []genericWord {
	var list []genericWord
	for _, r := range rows("generic.tsv") {
		if r[1] == "" {
			r[1] = r[0]
		}
		list = append(list, genericWord{r[0], r[1]})
	}
	sort.SliceStable(list, func(a, b int) bool { return len(list[a].word) > len(list[b].word) })
	return list
})

// describe collects what is said of the proposal, by pairs of characters. Whose
// it is, and general words, hardly tell what it is.
func (l *library) describe(t *telling, s string) {
	at := 0
	for _, m := range l.names.Find(s) {
		kind := m.Term.Kind
		if kind == "place" || kind == "country" || kind == "city" || kind == "organisation" && l.of[m.Term.Name()] != nil {
			t.describe(s[at:m.Start])
			t.size += utf8.RuneCountInString(s[m.Start:m.End]) / 2
			t.pairs(s[m.Start:m.End], weak)
			at = m.End
		}
	}
	t.describe(s[at:])
}

func (t *telling) describe(s string) {
	plain := s
	for _, g := range generic() {
		if strings.Contains(s, g.word) {
			t.size += utf8.RuneCountInString(g.word) / 2
			t.pairs(g.same, weak)
			s = strings.ReplaceAll(s, g.word, border)
		}
	}
	s = strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || strings.ContainsRune("一二两三四五六七八九十百千万亿多余几个名所项份", r) {
			return '|'
		}
		return r
	}, s)
	s = describing.Replace(fillers().Replace(s))
	for _, part := range strings.Split(s, border) {
		if n := utf8.RuneCountInString(part); n > 1 {
			t.size += n
			t.pairs(part, 1)
		}
	}
	if t.size > 0 && strings.ContainsAny(plain, "0123456789") {
		t.size += 2 // 40万学生 tells more than 学生
	}
}

// pairs adds the pairs of neighbouring characters.
func (t *telling) pairs(s string, weight float64) {
	runes := []rune(s)
	for k := 0; k+1 < len(runes); k++ {
		pair := string(runes[k : k+2])
		t.terms[pair] = max(t.terms[pair], weight)
	}
}

// covers are words behind a proposal that describe it further: 计划覆盖40万学生.
var covers = []string{"覆盖", "涵盖", "包括", "惠及", "面向"}

// further is the description behind a proposal's noun, up to the next comma.
func further(s string) string {
	for _, w := range covers {
		if strings.HasPrefix(s, w) {
			if k := strings.IndexAny(s, "，。；、！"); k >= 0 {
				return s[:k]
			}
			return text.First(s, phraseReach)
		}
	}
	return ""
}

// describing are words that tie a description to its noun.
var describing = strings.NewReplacer("专注于", border, "专注", border, "关于", border, "专攻", border, "我们", border, "他们", border, "还", border, "今后", border, "涵盖", border, "覆盖", border, "整个", border, "全地区", border, "全区域", border,
	"面向", border, "用于", border, "领域", border, "方面", border, "问题", border, "研究型", border, "型", border, "进一步", border, "积极", border)
