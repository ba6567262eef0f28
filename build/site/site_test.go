package site

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"fenghui/wasm/library"
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
	put(t, root, "web/lang/zh.json", string(words))
	return Options{
		Root: root, Out: filepath.Join(root, "out"), Records: true, Quick: true, Cache: filepath.Join(root, "cache"),
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

func put(t *testing.T, dir, name, text string) string {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
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
	attributes := regexp.MustCompile(` (href|src|wasm|pack|dictionary)="([^"]*)"`).FindAllStringSubmatch(index, -1)
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
	for _, want := range []string{`lang="zh"`, `documents=""`, `content="` + result.Version + `"`, `base="v-` + result.Version + `/"`} {
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
	var kept []string
	if list == nil || json.Unmarshal([]byte(list[1]), &kept) != nil {
		t.Fatalf("no list in %s", files["sw.js"])
	}
	for _, name := range kept {
		if files[name] == "" {
			t.Errorf("%s: no such file", name)
		}
	}
	large := regexp.MustCompile(`/(pack|dictionary|documents)-[0-9a-f]{16}\.(bin|fst|json)$`)
	for name := range files {
		if !strings.Contains(name, "/") || strings.HasSuffix(name, ".br") || strings.HasSuffix(name, ".gz") || strings.HasSuffix(name, "/"+contentsFile) {
			continue
		}
		if slices.Contains(kept, name) == large.MatchString(name) {
			t.Errorf("%s: kept by the service worker: %t", name, slices.Contains(kept, name))
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
		Icons []struct{ Src, Sizes string }
	}
	if err := json.Unmarshal([]byte(files[manifestFile]), &manifest); err != nil {
		t.Fatal(err)
	}
	if len(manifest.Icons) != 1+len(iconSizes) {
		t.Errorf("got %+v", manifest)
	}
	for _, icon := range manifest.Icons {
		if files[icon.Src] == "" {
			t.Errorf("%s: no such file", icon.Src)
		}
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

func TestTheSameInputsGiveTheSameVersion(t *testing.T) {
	o := workshop(t)
	first := build(t, o)
	before := listing(t, o.Out)
	second := build(t, o)
	if second.Version != first.Version || first.Unchanged || !second.Unchanged {
		t.Errorf("first %+v, second %+v", first, second)
	}
	if after := listing(t, o.Out); !sameFiles(before, after) {
		t.Error("the second build changed a file")
	}
	o.Out = filepath.Join(t.TempDir(), "elsewhere")
	if third := build(t, o); third.Version != first.Version {
		t.Errorf("elsewhere: version %s, want %s", third.Version, first.Version)
	}
}

func sameFiles(a, b map[string]string) bool {
	if len(a) != len(b) {
		return false
	}
	for name := range a {
		if a[name] != b[name] {
			return false
		}
	}
	return true
}

func TestAnyChangeGivesAnotherVersion(t *testing.T) {
	first := build(t, workshop(t)).Version
	for _, c := range []struct {
		name   string
		change func(*Options)
	}{
		{"a module", func(o *Options) { put(t, o.Root, "web/app.js", "changed") }},
		{"a new module", func(o *Options) { put(t, o.Root, "web/new.js", "x") }},
		{"the page", func(o *Options) { extend(t, o.Root, "web/index.html", "<!-- changed -->") }},
		{"the service worker", func(o *Options) { extend(t, o.Root, "web/sw.js", "// changed") }},
		{"the program", func(o *Options) {
			o.Program = func(context.Context, string) ([]byte, error) { return []byte("\x00asm other"), nil }
		}},
		{"the dictionary", func(o *Options) { o.Dictionary = dictionaryOf("峰会", "铁路") }},
		{"more documents", func(o *Options) { o.Corpus = []string{articles(t)} }},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := workshop(t)
			c.change(&o)
			if got := build(t, o).Version; got == first {
				t.Errorf("still %s", got)
			}
		})
	}
}

func extend(t *testing.T, root, name, more string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	put(t, root, name, string(text)+more)
}

func TestANewBuildTakesThePlaceOfTheOld(t *testing.T) {
	o := workshop(t)
	first := build(t, o)
	put(t, o.Out, leftover+"123/new/app.js", "of a build under way")
	put(t, o.Root, "web/app.js", "changed")
	second := build(t, o)
	if _, err := os.Stat(filepath.Join(o.Out, "v-"+first.Version)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the old folder: %v", err)
	}
	if files := listing(t, o.Out); files["v-"+second.Version+"/app.js"] != "changed" {
		t.Error("the new folder is not there")
	}
	if _, err := os.Stat(filepath.Join(o.Out, leftover+"123")); err != nil {
		t.Errorf("the work of another build: %v", err)
	}
}

func TestADamagedFolderIsBuiltAgain(t *testing.T) {
	for _, c := range []struct {
		name   string
		damage func(dir string)
	}{
		{"a changed file", func(dir string) { put(t, dir, "app.js", "flipped") }},
		{"a missing file", func(dir string) { _ = os.Remove(filepath.Join(dir, programFile)) }},
		{"no list", func(dir string) { _ = os.Remove(filepath.Join(dir, contentsFile)) }},
		{"a list that is none", func(dir string) { put(t, dir, contentsFile, "{") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := workshop(t)
			first := build(t, o)
			c.damage(filepath.Join(o.Out, "v-"+first.Version))
			second := build(t, o)
			files := listing(t, o.Out)
			if second.Unchanged || second.Version != first.Version {
				t.Errorf("got %+v after %+v", second, first)
			}
			folder := "v-" + first.Version + "/"
			if files[folder+programFile] == "" || files[folder+contentsFile] == "" || strings.Contains(files[folder+"app.js"], "flipped") {
				t.Error("not repaired")
			}
		})
	}
}

func TestAQuickBuildIsCompressedAgainForReal(t *testing.T) {
	o := workshop(t)
	quick := build(t, o)
	o.Quick = false
	if best := build(t, o); best.Unchanged || best.Version != quick.Version {
		t.Errorf("got %+v after %+v", best, quick)
	}
	o.Quick = true
	if again := build(t, o); !again.Unchanged {
		t.Error("what was compressed well is compressed again")
	}
}

func TestFoldersOfOthersAreLeftAlone(t *testing.T) {
	o := workshop(t)
	file := put(t, o.Out, "index.html", "<p>somebody's page</p>")
	if _, err := Build(t.Context(), o); err == nil || !strings.Contains(err.Error(), "holds other files") {
		t.Errorf("got %v", err)
	}
	if text, _ := os.ReadFile(file); string(text) != "<p>somebody's page</p>" {
		t.Error("the page was changed")
	}
	o.Out = file
	if _, err := Build(t.Context(), o); err == nil {
		t.Error("built into a file")
	}
}

func TestAnInterruptedBuildChangesNothing(t *testing.T) {
	o := workshop(t)
	build(t, o)
	before := listing(t, o.Out)
	put(t, o.Root, "web/app.js", strings.Repeat("changed ", 10000))
	ctx, cancel := context.WithCancel(t.Context())
	o.Program = func(context.Context, string) ([]byte, error) {
		cancel()
		return []byte("\x00asm"), nil
	}
	if _, err := Build(ctx, o); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if !sameFiles(before, listing(t, o.Out)) {
		t.Error("something was changed")
	}
}

// articles is a folder of invented articles, two of them unreadable.
func articles(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	put(t, dir, "rail.txt", "铁路合作大会\n\n与会各方商定明年把运量提高一成。\n")
	put(t, dir, "photo.txt", "\x89PNG\r\n\x1a\n\x00\xff")
	put(t, dir, "broken.md", "---\nid: x\ndate: someday\n---\n")
	return dir
}

func TestCorpusIsAdded(t *testing.T) {
	alone := build(t, workshop(t))
	o := workshop(t)
	o.Corpus = []string{articles(t)}
	result := build(t, o)
	if result.Documents != alone.Documents+1 {
		t.Errorf("%d documents, without the folder %d", result.Documents, alone.Documents)
	}
	for _, name := range []string{"photo.txt", "broken.md"} {
		if result.Refused == nil || !strings.Contains(result.Refused.Error(), name) {
			t.Errorf("%s is not told of: %v", name, result.Refused)
		}
	}
	file := documentsOf(t, o)
	if !file.Embedded || len(file.Documents) != 1 || file.Documents[0].Title != "铁路合作大会" {
		t.Errorf("got %+v", file)
	}
}

// documentsOf finds the documents file through the page.
func documentsOf(t *testing.T, o Options) library.DocumentsFile {
	t.Helper()
	files := listing(t, o.Out)
	found := regexp.MustCompile(`documents="([^"]+)"`).FindStringSubmatch(files["index.html"])
	var file library.DocumentsFile
	if found == nil || json.Unmarshal([]byte(files[found[1]]), &file) != nil {
		t.Fatalf("no documents in %s", files["index.html"])
	}
	return file
}

func TestCorpusAlone(t *testing.T) {
	o := workshop(t)
	o.Records = false
	o.Corpus = []string{articles(t)}
	if result := build(t, o); result.Documents != 1 {
		t.Errorf("got %d documents", result.Documents)
	}
	if documentsOf(t, o).Embedded {
		t.Error("the page would add our records")
	}
	if index := listing(t, o.Out)["index.html"]; !strings.Contains(index, "铁路合作大会") {
		t.Error("the overview does not show the article")
	}
}

func TestALaterFolderReplacesDocumentsOfTheSameID(t *testing.T) {
	const record = "---\nid: %s\ntitle: %s\nevent: 某次会议\norganisation: 上海合作组织\ndate: 2024-05-01\nsource: 某报\n---\n\n会议开了一天。 {¶1}\n"
	o := workshop(t)
	o.Records = false
	for i, title := range []string{"第一稿", "第二稿"} {
		dir := t.TempDir()
		put(t, dir, "one.md", strings.Replace(strings.Replace(record, "%s", "one", 1), "%s", title, 1))
		put(t, dir, "own.md", strings.Replace(strings.Replace(record, "%s", fmt.Sprintf("own-%d", i), 1), "%s", title+"独有", 1))
		o.Corpus = append(o.Corpus, dir)
	}
	build(t, o)
	var titles []string
	for _, d := range documentsOf(t, o).Documents {
		titles = append(titles, d.Title)
	}
	slices.Sort(titles)
	if got := strings.Join(titles, " "); got != "第一稿独有 第二稿 第二稿独有" {
		t.Errorf("got %s", got)
	}
}

func TestNothingToBuildFrom(t *testing.T) {
	empty := t.TempDir()
	bad := t.TempDir()
	put(t, bad, "photo.txt", "\x89PNG\x00\xff")
	for _, c := range []struct {
		name   string
		corpus []string
		want   string
	}{
		{"no records, no folder", nil, "nothing to search"},
		{"an empty folder", []string{empty}, "no .md or .txt files"},
		{"a folder of pictures", []string{bad}, "photo.txt"},
		{"no such folder", []string{empty + "/missing"}, "missing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := workshop(t)
			o.Records, o.Corpus = false, c.corpus
			_, err := Build(t.Context(), o)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func TestMistakesInThePage(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"unknown placeholder", "web/index.html", "<p>{{colour}}</p>", "web/index.html: no value for {{colour}}"},
		{"no list of files", "web/sw.js", `const VERSION = "{{version}}";`, "web/sw.js: no {{files}}"},
		{"no word for the overview", "web/lang/zh.json", "{}", "overview"},
		{"words that are no JSON", "web/lang/zh.json", "{", "lang/zh.json"},
		{"a file name that ends a string", "web/a`b.js", "x", "plainer name"},
		{"a file of the builder's name", "web/wasm_exec.js", "x", "two files are called wasm_exec.js"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := workshop(t)
			put(t, o.Root, c.file, c.text)
			_, err := Build(t.Context(), o)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func TestFillInEscapes(t *testing.T) {
	got, err := fillIn("index.html", `<a b="{{lang}}">{{overview}}</a>`, map[string]string{"lang": `"><script>`, "overview": "<p>1</p>"})
	want := `<a b="&#34;&gt;&lt;script&gt;"><p>1</p></a>`
	if err != nil || string(got) != want {
		t.Errorf("got %s, %v", got, err)
	}
}
