package site

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"fenghui/build/cache"
	"fenghui/build/filetest"
	"fenghui/wasm/text"
)

// workshop is a repository with a small page, and options for building it
// with a stand-in for the program and a dictionary of a few words.
func workshop(t *testing.T) Options {
	t.Helper()
	root := t.TempDir()
	if err := os.CopyFS(filepath.Join(root, "web"), os.DirFS("testdata/web")); err != nil {
		t.Fatal(err)
	}
	words, err := os.ReadFile("../../web/lang/zh.json")
	if err != nil {
		t.Fatal(err)
	}
	filetest.Write(t, root, "web/lang/zh.json", string(words))
	return Options{
		Root: root, Out: filepath.Join(root, "out"), Records: true, Quick: true, Cache: cache.Folder(filepath.Join(root, "cache")),
		Program:    func(context.Context, string) ([]byte, error) { return []byte("\x00asm stand-in"), nil },
		Dictionary: dictionaryOf("峰会", "贸易", "合作"),
	}
}

func dictionaryOf(list ...string) func() ([]byte, error) {
	return func() ([]byte, error) {
		var words []text.Word
		for _, w := range list {
			words = append(words, text.Word{Text: w, Frequency: 100})
		}
		var b bytes.Buffer
		err := text.WriteDictionary(&b, words)
		return b.Bytes(), err
	}
}

func build(t *testing.T, o Options) Result {
	t.Helper()
	result, err := Build(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// listing is all files of a site by path.
func listing(t *testing.T, out string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(out), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(name)))
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestSiteHoldsWhatItsPageAsksFor(t *testing.T) {
	o := workshop(t)
	result := build(t, o)
	files := listing(t, o.Out)
	index := files["index.html"]
	attributes := regexp.MustCompile(` (href|src|wasm|pack|dictionary|documents)="([^"]*)"`).FindAllStringSubmatch(index, -1)
	if len(attributes) < 6 {
		t.Fatalf("only %d addresses in %s", len(attributes), index)
	}
	for _, a := range attributes {
		if a[2] == "./" || strings.HasPrefix(a[2], "#") || strings.HasPrefix(a[2], "https:") || strings.HasPrefix(a[2], "?") {
			continue
		}
		if files[a[2]] == "" {
			t.Errorf("%s: no such file", a[0])
		}
	}
	for _, want := range []string{`lang="zh"`, `content="` + result.Version + `"`, `base="v-` + result.Version + `/"`} {
		if !strings.Contains(index, want) {
			t.Errorf("no %s in index.html", want)
		}
	}
	if strings.Contains(index, "{{") || !strings.Contains(index, `class="timeline`) {
		t.Errorf("index.html is not filled in: %s", index)
	}
	for name := range files {
		if strings.Contains(name, "test") || strings.Contains(name, "package.json") {
			t.Errorf("%s is not part of a site", name)
		}
	}
}

func TestServiceWorkerKeepsAllButTheLargeFiles(t *testing.T) {
	o := workshop(t)
	o.Corpus = []string{articles(t)}
	result := build(t, o)
	files := listing(t, o.Out)
	list := regexp.MustCompile("JSON.parse\\(`(.*)`\\)").FindStringSubmatch(files["sw.js"])
	var kept map[string]string
	if list == nil || json.Unmarshal([]byte(list[1]), &kept) != nil {
		t.Fatalf("no list in %s", files["sw.js"])
	}
	for name, want := range kept {
		if got := integrity([]byte(files[name])); got != want {
			t.Errorf("%s: %s, the file is %s", name, want, got)
		}
	}
	large := regexp.MustCompile(`/(pack|dictionary|documents)-[0-9a-f]{16}\.(bin|fst|json)$`)
	for name := range files {
		if !strings.Contains(name, "/") || strings.HasSuffix(name, ".br") || strings.HasSuffix(name, ".gz") || strings.HasSuffix(name, "/"+contentsFile) {
			continue
		}
		if kept[name] != "" == large.MatchString(name) {
			t.Errorf("%s: kept by the service worker: %t", name, kept[name] != "")
		}
	}
	if !strings.Contains(files["sw.js"], `VERSION = "`+result.Version+`"`) {
		t.Errorf("no version in %s", files["sw.js"])
	}
}

func TestManifestNamesItsIcons(t *testing.T) {
	o := workshop(t)
	build(t, o)
	files := listing(t, o.Out)
	var manifest struct {
		Icons []struct{ Src, Sizes, Purpose string }
	}
	if err := json.Unmarshal([]byte(files[manifestFile]), &manifest); err != nil {
		t.Fatal(err)
	}
	purposes := map[string]int{}
	for _, icon := range manifest.Icons {
		purposes[icon.Purpose]++
		if files[icon.Src] == "" {
			t.Errorf("%s: no such file", icon.Src)
		}
	}
	if purposes["any"] != len(iconSizes) || purposes["maskable"] != len(maskableSizes) {
		t.Errorf("got %+v", manifest)
	}
}

func TestEveryCompressedFormIsOfItsFile(t *testing.T) {
	o := workshop(t)
	build(t, o)
	files := listing(t, o.Out)
	forms := 0
	for name, data := range files {
		var r io.Reader
		plain, compressed := "", false
		if plain, compressed = strings.CutSuffix(name, ".br"); compressed {
			r = brotli.NewReader(strings.NewReader(data))
		} else if plain, compressed = strings.CutSuffix(name, ".gz"); compressed {
			zipped, err := gzip.NewReader(strings.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			r = zipped
		} else {
			continue
		}
		forms++
		if got, err := io.ReadAll(r); err != nil || string(got) != files[plain] {
			t.Errorf("%s: differs from its file, %v", name, err)
		}
	}
	if forms < 8 {
		t.Errorf("only %d compressed files", forms)
	}
}
