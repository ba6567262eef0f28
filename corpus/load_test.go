package corpus

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestLoad(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	docs, err := Load(fstest.MapFS{
		"b.md":           file(goodRecord),
		"a/deep/x.TXT":   file("一篇报道。\n"),
		"c.txt":          file("一篇报道。\r\n"),
		"d.txt":          file("  \n"),
		"e.txt":          file("会议\xff\xfe"),
		"f.md":           file("---\nid: x\nevent: y\n---\n"),
		"g.txt":          file("date 2024-01-01\n"),
		"h.txt":          file("另一篇。"),
		"ignored.json":   file("{}"),
		"huge/large.txt": {Data: bytes.Repeat([]byte("大"), 6<<20)},
	})
	var names []string
	for _, d := range docs {
		names = append(names, d.Name)
	}
	if got := strings.Join(names, " "); got != "x.TXT b.md h.txt" {
		t.Errorf("got %s", got)
	}
	for _, want := range []string{
		"corpus: c.txt: same content or id as a/deep/x.TXT", "corpus: d.txt: refused: empty", "corpus: e.txt: refused: undecodable",
		"corpus: f.md:3: missing key: title", "corpus: g.txt: refused: empty: nothing but metadata", "corpus: large.txt: refused: too-large",
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q in\n%v", want, err)
		}
	}
}

func TestLoadOfNothing(t *testing.T) {
	if docs, err := Load(fstest.MapFS{}); len(docs) != 0 || err != nil {
		t.Errorf("got %v, %v", docs, err)
	}
}

func TestCheckText(t *testing.T) {
	for what, c := range map[string]struct{ text, reason string }{
		"empty":              {"", Empty},
		"only space":         {"\uFEFF \r\n\u3000\u200B", Empty},
		"zero bytes":         {"会议\x00", Binary},
		"control signs":      {"ab\x01\x02cd", Binary},
		"undecoded":          {strings.Repeat("\uFFFD字", 10), Binary},
		"private use":        {strings.Repeat("\uE000字", 10), Binary},
		"invalid bytes":      {"\xff\xfe\xfd会", Binary},
		"too large":          {strings.Repeat("a", MaxArticleBytes+1), TooLarge},
		"text":               {"会议", ""},
		"tabs and breaks":    {"\t\r\n\fа", ""},
		"a damaged place":    {strings.Repeat("会议", 10) + "\uFFFD", ""},
		"as large as can be": {strings.Repeat("a", MaxArticleBytes), ""},
	} {
		t.Run(what, func(t *testing.T) {
			err := CheckText("f.txt", c.text)
			var refused *RefusedError
			if c.reason == "" && err != nil || c.reason != "" && (!errors.As(err, &refused) || refused.Reason != c.reason || refused.Name != "f.txt") {
				t.Errorf("got %v, want %q", err, c.reason)
			}
		})
	}
}

// What we ship must be right: every record can be read, and names only what
// the glossary knows.
func TestBuiltIn(t *testing.T) {
	docs, err := BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		if d.Kind != Record {
			t.Errorf("%s is no record", d.Name)
		}
		for _, name := range Names().UnknownNames(d) {
			t.Errorf("%s: %s is not in the glossary", d.Name, name)
		}
	}
}

func TestTheProgramCarriesTheRecordsMarkedByHand(t *testing.T) {
	all, err := BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	carried, err := Carried()
	if err != nil {
		t.Fatal(err)
	}
	ids := func(docs []*Document) (ids []string) {
		for _, d := range docs {
			ids = append(ids, d.ID)
		}
		return ids
	}
	marked := slices.DeleteFunc(all, func(d *Document) bool { return len(d.Expected) > 0 })
	if got, want := ids(carried), ids(marked); !slices.Equal(got, want) {
		t.Errorf("carried %v, marked %v", got, want)
	}
}
