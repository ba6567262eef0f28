package scene

import (
	"strings"
	"testing"
)

func TestWrite(t *testing.T) {
	words := map[string]string{"greet": "你好，{name}！"}
	tests := map[string]struct {
		node Node
		want string
	}{
		"text is escaped":              {El("p", "lead", Text(`<b>&"'`)), `<p class="lead">&lt;b&gt;&amp;&quot;&#39;</p>`},
		"a word takes its arguments":   {Word("greet", "name", "<天津>"), "你好，&lt;天津&gt;！"},
		"attributes come in order":     {Text("").with("li").With("title", "t").With("class", "c"), `<li class="c" title="t"></li>`},
		"links inside the page":        {Link("#/search?q=a&b", Text("x")), `<a href="#/search?q=a&amp;b">x</a>`},
		"a drawing":                    {El("svg", "c", Node{Tag: "path"}.With("d", "M0 -1.5L2 3Z")).With("viewBox", "0 0 9 9"), `<svg class="c" viewBox="0 0 9 9"><path d="M0 -1.5L2 3Z"></path></svg>`},
		"children after text and word": {Node{Tag: "p", Text: "a", Children: []Node{Text("b")}}, "<p>ab</p>"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			if err := Write(&b, tt.node, words); err != nil {
				t.Fatal(err)
			}
			if b.String() != tt.want {
				t.Errorf("got  %s\nwant %s", b.String(), tt.want)
			}
		})
	}
}

func (n Node) with(tag string) Node { n.Tag = tag; return n }

func TestWriteRefuses(t *testing.T) {
	tests := map[string]Node{
		"a script":               {Tag: "script"},
		"an event handler":       El("p", "").With("onclick", "x"),
		"a javascript address":   Link("javascript:alert(1)"),
		"a data address":         Link("data:text/html,x"),
		"an unknown word":        Word("missing"),
		"something deep within":  El("p", "", El("div", "", Node{Tag: "iframe"})),
		"a relative address":     Link("other.html"),
		"a style attribute":      El("p", "").With("style", "color:red"),
		"HTML in a drawing":      El("svg", "", El("div", "")),
		"a script in a drawing":  El("svg", "", El("script", "")),
		"a drawing on its own":   El("path", ""),
		"a path that is none":    El("svg", "", El("path", "").With("d", "M0 NaN")),
		"a colour in a drawing":  El("svg", "", El("path", "").With("fill", "url(https://a.b)")),
		"geometry outside it":    El("p", "").With("width", "3"),
		"an address in disguise": Link(" javascript:alert(1)"),
	}
	for name, node := range tests {
		t.Run(name, func(t *testing.T) {
			if err := Write(&strings.Builder{}, node, nil); err == nil {
				t.Error("written, want an error")
			}
		})
	}
}

func TestWithLeavesTheOriginalAlone(t *testing.T) {
	a := El("p", "x")
	a.With("title", "t")
	if len(a.Attr) != 1 {
		t.Errorf("the original changed: %v", a.Attr)
	}
}
