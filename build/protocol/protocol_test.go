package protocol

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"fenghui/build/filetest"
	"fenghui/corpus/goldtest"
)

func TestTranslate(t *testing.T) {
	got, err := translate(os.DirFS("testdata/library"), "talk/protocol.go")
	if err != nil {
		t.Fatal(err)
	}
	goldtest.Compare(t, "testdata/library/protocol.js", string(got))
}

// The page's file is the one the engine's protocol gives.
func TestPageIsUpToDate(t *testing.T) {
	if err := Check("../.."); err != nil {
		t.Error(err)
	}
}

func TestMistakes(t *testing.T) {
	const version = "package p\nconst ProtocolVersion = 1\n"
	for _, c := range []struct{ name, source, want string }{
		{"no version", "package p\n", "p.go: no constant ProtocolVersion"},
		{"not Go", "package\n", "p.go:1:9"},
		{"no json name", version + "type T struct {\n\tA int\n}\n", "p.go:4: A has no json name"},
		{"tag of something else", version + "type T struct {\n\tA int `xml:\"a\"`\n}\n", "p.go:4: A has no json name"},
		{"two names on a line", version + "type T struct {\n\tA, B int\n}\n", "p.go:4: one named field a line"},
		{"embedded struct", version + "type T struct {\n\tU\n}\n", "p.go:4: one named field a line"},
		{"a channel", version + "type T struct {\n\tA chan int `json:\"a\"`\n}\n", "p.go:4: a type that has no counterpart"},
		{"an unknown type", version + "type T struct {\n\tA Nowhere `json:\"a\"`\n}\n", "p.go:4: a type that has no counterpart"},
		{"a type from elsewhere", "package p\nimport \"time\"\nconst ProtocolVersion = 1\ntype T struct {\n\tA time.Time `json:\"a\"`\n}\n", "p.go:5: a type that has no counterpart"},
		{"a map with number keys", version + "type T struct {\n\tA map[int]string `json:\"a\"`\n}\n", "p.go:4: a map needs string keys"},
		{"a computed code", version + "const ErrOdd = \"a\" + \"b\"\n", "p.go:3: ErrOdd is not a plain value"},
		{"a number as code", version + "const ErrOdd = 7\n", "p.go:3: ErrOdd is not a string"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := translate(fstest.MapFS{"p.go": {Data: []byte(c.source)}}, "p.go")
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got error %v, want one with %q", err, c.want)
			}
		})
	}
}

func TestCheckNamesTheLine(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{
		Source: "package engine\n\n// Counted up.\nconst ProtocolVersion = 1\n",
		Target: "something else\n",
	} {
		filetest.Write(t, root, name, text)
	}
	err := Check(root)
	if err == nil || !strings.Contains(err.Error(), Target+":1 differs") {
		t.Errorf("got %v", err)
	}
	text, err := Generate(root)
	if err != nil {
		t.Fatal(err)
	}
	filetest.Write(t, root, Target, string(text))
	if err := Check(root); err != nil {
		t.Error(err)
	}
}
