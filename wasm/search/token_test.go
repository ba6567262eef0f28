package search

import (
	"strings"
	"testing"
)

// Each line is a query and its tokens: signs as they are, [words], "phrases",
// filter=value, and ?names that look like a filter's.
const tokenCases = `
贸易　投资                    => [贸易] [投资]
贸易 OR +投资 AND NOT -物流   => [贸易] OR + [投资] AND NOT - [物流]
C5+1 中亚-俄罗斯              => [C5+1] [中亚-俄罗斯]
（贸易 OR 投资）日本          => ( [贸易] OR [投资] ) [日本]
人工智能（AI） AI）           => [人工智能（AI）] [AI] )
论“跨里海”与“中间走廊”        => [论“跨里海”与“中间走廊”]
贸易"跨里海" 「路线           => [贸易] "跨里海" "路线
ORDER NOT"x"                  => [ORDER] NOT "x"
日期：2024 峰会:"中亚 日本"   => date=2024 summit=中亚 日本
值:>=1.5 billion US dollars 港 => value=>=1.5 billion us dollars [港]
值: 5                         => value= [5]
author:"a b" 10:30            => ?author: "a b" [10:30]
`

var tokenSigns = map[tokenKind]string{plusSign: "+", minusSign: "-", notSign: "NOT", orSign: "OR", andSign: "AND", opensGroup: "(", closesGroup: ")"}

func (t token) String() string {
	switch t.kind {
	case aWord:
		return "[" + t.typed + "]"
	case aPhrase:
		if t.unclosed {
			return `"` + t.text
		}
		return `"` + t.text + `"`
	case aFilter:
		return t.filter.name + "=" + t.text
	case noFilter:
		return "?" + t.typed
	}
	return tokenSigns[t.kind]
}

func TestTokens(t *testing.T) {
	for _, line := range strings.Split(strings.Trim(tokenCases, "\n"), "\n") {
		input, want, _ := strings.Cut(line, " => ")
		input = strings.TrimSpace(input)
		t.Run(input, func(t *testing.T) {
			l := lexer{input}
			var got []string
			for token := l.next(); token.kind != atEnd; token = l.next() {
				got = append(got, token.String())
			}
			if got := strings.Join(got, " "); got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}
