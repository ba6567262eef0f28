package site

import (
	"strings"
	"testing"

	"fenghui/build/filetest"
	"fenghui/wasm/chart"
)

func TestMistakesInThePage(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"unknown placeholder", "web/index.html", "<p>{{colour}}</p>", "web/index.html: no value for {{colour}}"},
		{"no list of files", "web/sw.js", `const VERSION = "{{version}}";`, "web/sw.js: no {{files}}"},
		{"no place for the files", "web/explorer.js", "x", "web/explorer.js: no {{base}}"},
		{"no word for the overview", "web/lang/zh.json", "{}", "overview"},
		{"words that are no JSON", "web/lang/zh.json", "{", "lang/zh.json"},
		{"a file name that ends a string", "web/a`b.js", "x", "plainer name"},
		{"a file of the builder's name", "web/wasm_exec.js", "x", "two files are called wasm_exec.js"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := workshop(t)
			filetest.Write(t, o.Root, c.file, c.text)
			_, err := Build(t.Context(), o)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

// The marks of charts are told once, by the package that draws them.
func TestChartsHaveTheirMarks(t *testing.T) {
	o := workshop(t)
	filetest.Write(t, o.Root, "web/style/charts.css", ".chart { margin: 0; }\n")
	filetest.Write(t, o.Root, "web/style/first.css", "@import \"./charts.css\";\np { margin: 0; }\n")
	files := map[string][]byte{}
	if _, err := readShell(o.Root, files); err != nil {
		t.Fatal(err)
	}
	last, _, _ := strings.Cut(chart.Style()[strings.LastIndex(chart.Style(), "\n.")+1:], " {")
	css := string(files["first.css"])
	if !strings.HasPrefix(css, ".chart{margin:0}.") || !strings.Contains(css, last+"{") || !strings.HasSuffix(css, "}p{margin:0}\n") {
		t.Errorf("first.css is %s, without %s", css, last)
	}
	if files["charts.css"] != nil {
		t.Error("they are there twice")
	}
}

func TestFillInEscapes(t *testing.T) {
	got, err := fillIn("index.html", `<a b="{{lang}}">{{overview}}</a>`, map[string]string{"lang": `"><script>`, "overview": "<p>1</p>"})
	want := `<a b="&#34;&gt;&lt;script&gt;"><p>1</p></a>`
	if err != nil || string(got) != want {
		t.Errorf("got %s, %v", got, err)
	}
}
