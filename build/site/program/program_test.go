package program

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"fenghui/build/filetest"
	"fenghui/corpus"
)

// repository writes a stand-in for ours, so that no test waits for the real
// program to be compiled.
func repository(t *testing.T, main string) string {
	t.Helper()
	root := t.TempDir()
	filetest.WriteAll(t, root, map[string]string{
		"go.mod": "module fenghui\n\ngo 1.26.0\n", "go.sum": "", "corpus/corpus.go": "package corpus\n", "wasm/main_js.go": main,
	})
	return root
}

const smallest = "package main\n\nimport \"syscall/js\"\n\nvar build = \"development\"\n\n" +
	"func main() { js.Global().Set(\"build\", build) }\n"

func TestCompileGivesTheSameBytesAnywhere(t *testing.T) {
	var all [][]byte
	var root string
	for range 2 {
		root = repository(t, smallest)
		wasm, err := Compile(t.Context(), root)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, wasm)
	}
	if !bytes.HasPrefix(all[0], []byte("\x00asm")) {
		t.Errorf("not a program: % x", all[0][:8])
	}
	if !bytes.Equal(all[0], all[1]) {
		t.Error("two folders with the same sources give different bytes")
	}
	version, err := Version(os.DirFS(root))
	if err != nil || !bytes.Contains(all[0], []byte(version)) {
		t.Errorf("the program does not know its version %s: %v", version, err)
	}
	if bytes.Contains(all[0], []byte(root)) {
		t.Error("the program names the folder it was compiled in")
	}
}

func TestCompileTellsWhatTheCompilerSays(t *testing.T) {
	_, err := Compile(t.Context(), repository(t, "package main\n\nfunc main() { nowhere() }\n"))
	if err == nil || !strings.Contains(err.Error(), "main_js.go:3") || !strings.Contains(err.Error(), "nowhere") {
		t.Errorf("got %v", err)
	}
}

func TestRuntime(t *testing.T) {
	script, err := Runtime(t.Context(), repository(t, smallest))
	if err != nil || !bytes.Contains(script, []byte("class")) {
		t.Errorf("%d bytes, %v", len(script), err)
	}
}

func TestImports(t *testing.T) {
	imports, err := Imports(t.Context(), repository(t, smallest))
	if err != nil || !slices.Contains(imports, "syscall/js") || !slices.Contains(imports, "fenghui/wasm") {
		t.Errorf("got %v, %v", imports, err)
	}
}

func TestVersion(t *testing.T) {
	base := map[string]string{"go.mod": "module fenghui\n", "go.sum": "", "corpus/a.go": "package corpus\n", "wasm/b.go": "package main\n"}
	version := func(change, text string) string {
		files := fstest.MapFS{}
		for name, text := range base {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
		if change != "" {
			files[change] = &fstest.MapFile{Data: []byte(text)}
		}
		v, err := Version(files)
		if err != nil || len(v) != 12 {
			t.Fatalf("%s: %q, %v", change, v, err)
		}
		return v
	}
	first := version("", "")
	for _, c := range []struct {
		name, file, text string
		changes          bool
	}{
		{"nothing", "", "", false},
		{"a test", "wasm/b_test.go", "package main\n", false},
		{"test data", "wasm/testdata/x.txt", "x", false},
		{"something outside", "web/app.js", "x", false},
		{"code", "wasm/b.go", "package main // new\n", true},
		{"a new file", "wasm/c.go", "package main\n", true},
		{"data", "corpus/records/x.md", "x", true},
		{"a module", "go.sum", "x", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := version(c.file, c.text); (got != first) != c.changes {
				t.Errorf("before %s, after %s", first, got)
			}
		})
	}
	if _, err := Version(fstest.MapFS{}); err == nil {
		t.Error("no error where there is no program")
	}
}

func TestGseIsWrittenLighter(t *testing.T) {
	source := "package p\n\nimport (\n\t\"regexp\"\n)\n\nvar one, two = regexp.MustCompile(`b`), unicode.Scripts[\"Katakana\"]\n"
	want := "package p\n\nimport (\n\t\"github.com/go-ego/gse/regexp\"\n)\n\nvar one, two = regexp.MustCompile(`b`), unicode.Katakana\n"
	if got := gse.lighter.Replace(source); got != want {
		t.Errorf("got %s", got)
	}
}

// Remarks in data files are for who reads the sources, and no part of the
// program.
func TestCompileLeavesRemarksOut(t *testing.T) {
	root := repository(t, "package main\n\nimport (\n\t\"syscall/js\"\n\n\t\"fenghui/wasm/words\"\n)\n\nvar build = \"development\"\n\n"+
		"func main() { js.Global().Set(build, words.Text) }\n")
	for name, text := range map[string]string{
		"words.go":       "package words\n\nimport _ \"embed\"\n\n//go:embed data/words.tsv\nvar Text string\n",
		"data/words.tsv": "# where these words are from\nword\tkind\twhat\nword\ta-word-of-the-data\twhat this is for\n",
	} {
		if err := write(filepath.Join(root, "wasm", "words", filepath.FromSlash(name)), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	wasm, err := Compile(t.Context(), root)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(wasm, []byte("word\ta-word-of-the-data")) || bytes.Contains(wasm, []byte("where these words are from")) || bytes.Contains(wasm, []byte("what this is for")) {
		t.Error("the data is not what the file has but for its remarks")
	}
}

// A row keeps its cells where its remark goes.
func TestPlainNames(t *testing.T) {
	for line, want := range map[string]string{
		"# where names are from":         "",
		"kind\tzh\ten\tnote":             "kind\tzh\ten\tnote",
		"person\t托卡耶夫\tTokayev\t总统":      "person\t托卡耶夫\tTokayev\t总统",
		"country\t中国\tChina\tsince 1949": "country\t中国\tChina\t",
		"country\t中国\tChina\t":           "country\t中国\tChina\t",
		"":                               "",
	} {
		if got := plainNames(line); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

// Without its remarks the glossary tells the same of every name, and the
// offices of people.
func TestPlainNamesTellTheSame(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "..", namesFile))
	if err != nil {
		t.Fatal(err)
	}
	var read [2][]corpus.Term
	for k, text := range []string{string(text), plainNames(string(text))} {
		g, err := corpus.ParseGlossary("glossary.tsv", strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		for _, term := range g.Terms() {
			if term.Kind != "person" {
				term.Note = ""
			}
			read[k] = append(read[k], term)
		}
	}
	if !reflect.DeepEqual(read[0], read[1]) {
		t.Error("they do not")
	}
	if short := len(plainNames(string(text))); short > len(text)-8000 {
		t.Errorf("%d of %d bytes are left", short, len(text))
	}
}
