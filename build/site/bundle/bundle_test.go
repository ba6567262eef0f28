package bundle

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fenghui/build/filetest"
)

// small is a page of two views, and what runs elsewhere.
var small = map[string]string{
	"app.js":              `import { el } from "./parts/dom.js"; import { later } from "./parts/later.js"; import { program } from "./engine/program.js"; el(program); export const views = { help: () => later(import("./page/help.js")), more: () => later(import("./more.js")), read: () => import("./read/read.js") };`,
	"parts/dom.js":        `/** Makes it. */ export function el(longName) { return document.createElement(longName); } export const unused = 1;`,
	"parts/later.js":      `export const later = (module) => module;`,
	"engine/program.js":   `export const program = 1;`,
	"page/help.js":        `import { el } from "../parts/dom.js"; import { facts } from "../read/facts.js"; el("help", facts);`,
	"more.js":             `import { el } from "./parts/dom.js"; el("more");`,
	"read/read.js":        `import { facts } from "./facts.js"; import { views } from "../app.js"; export const read = [facts, views];`,
	"read/facts.js":       `import { el } from "../parts/dom.js"; export const facts = el("facts");`,
	"explorer/element.js": `import { el } from "../parts/dom.js"; import { program } from "../engine/program.js"; import { where } from "./facts.js"; el(where, program); import("./refusal.js");`,
	"explorer/refusal.js": `import { el } from "../parts/dom.js"; el("refused");`,
	"explorer/facts.js":   `export const where = "elsewhere";`, // joined like the other of its name
	"worker.js":           `import "./wasm_exec.js"; import { start } from "./engine/host.js"; start();`,
	"engine/host.js":      `export const start = () => 1;`,
}

func folder(t *testing.T, modules map[string]string) (dir string, names []string) {
	t.Helper()
	dir = t.TempDir()
	filetest.WriteAll(t, dir, modules)
	return dir, slices.Collect(maps.Keys(modules))
}

func join(t *testing.T, modules map[string]string) *Modules {
	t.Helper()
	m, err := Join(folder(t, modules))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestWhatIsFetchedTogetherIsOneFile(t *testing.T) {
	m := join(t, small)
	first := slices.Sorted(maps.Keys(m.First))
	if got := strings.Join(first, " "); got != "app.js engine/host.js engine/program.js explorer/element.js explorer/facts.js explorer/refusal.js parts/dom.js parts/later.js read/facts.js read/read.js worker.js" {
		t.Errorf("with the words of the start: %s", got) // all but what is laterImport with more
	}
	for _, c := range []struct{ file, has, hasNot string }{
		{"app.js", `from"./program.js"`, "dom.js"},
		{"app.js", `import("./help.js")`, "later.js"},
		{"app.js", "longName", "Makes it"},
		{"help.js", `import{el}from"./app.js"`, "longName"},
		{"read.js", `import{views}from"./app.js"`, "longName"},
		{"element.js", `from"./program.js"`, "app.js"},
		{"refusal.js", "refused", "app.js"},
		{"worker.js", `import"./wasm_exec.js"`, "app.js"},
		{"worker.js", `from"./host.js"`, "dom.js"},
	} {
		if text := string(m.Files[c.file]); !strings.Contains(text, c.has) || strings.Contains(text, c.hasNot) {
			t.Errorf("%s: want %s and no %s in %s", c.file, c.has, c.hasNot, text)
		}
	}
	for _, file := range []string{"dom.js", "facts.js"} {
		if m.Files[file] != nil {
			t.Errorf("%s is a file of its own", file)
		}
	}
}

func TestTheSameModulesGiveTheSameFiles(t *testing.T) {
	dir, names := folder(t, small)
	for range 3 {
		a, errA := Join(dir, names)
		slices.Reverse(names)
		b, errB := Join(dir, names)
		if errA != nil || errB != nil || !maps.EqualFunc(a.Files, b.Files, slices.Equal) {
			t.Fatalf("they differ, %v, %v", errA, errB)
		}
	}
}

func TestMistakes(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"no module", "parts/dom.js", "export function el( {", "parts/dom.js:1"},
		{"a module that is not there", "page/help.js", `import "./lost.js";`, "lost.js"},
		{"a name that is not there", "page/help.js", `import { lost } from "../read/facts.js"; lost();`, "lost"},
		{"two of one name", "app.js", `import "./parts/dom.js"; import "./twin.js"; export const views = () => import("./page/help.js");`, `of "unused" comes from "twin.js"`},
		{"two files of one name", "app.js", `export const views = [() => import("./page/help.js"), () => import("./read/help.js")];`, "share the same path"},
		{"two files of one name, one of them for elsewhere", "app.js", `export const views = () => import("./read/help.js");`, "two modules would be the file help.js"},
	} {
		t.Run(c.name, func(t *testing.T) {
			modules := maps.Clone(small)
			modules["twin.js"] = `export const unused = 2;`
			modules["read/help.js"] = `import { el } from "../parts/dom.js"; el("other help");`
			modules[c.file] = c.text
			if _, err := Join(folder(t, modules)); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func TestSheetsAreJoinedAsTheyImportEachOther(t *testing.T) {
	dir, names := folder(t, map[string]string{
		"style/first.css":  `@import "./house.css"; @import "./charts.css";`,
		"style/house.css":  "/* calm */ p { color: red; }\n",
		"style/charts.css": ".chart { margin: 0; }\n",
		"print.css":        "p { color: black; }\n",
	})
	files, err := Styles(dir, names, map[string]string{"style/charts.css": ".mark { fill: red; }\n"})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"first.css": "p{color:red}.chart{margin:0}.mark{fill:red}\n", "print.css": "p{color:#000}\n"}
	for name, text := range want {
		if string(files[name]) != text {
			t.Errorf("%s is %s, want %s", name, files[name], text)
		}
	}
	if len(files) != len(want) {
		t.Errorf("%d files, want %d", len(files), len(want))
	}
}

// What a visit may fetch, in one version of the site: others link to none of it.
func TestFilesOfOurPage(t *testing.T) {
	names := slices.Sorted(maps.Keys(ours(t).Files))
	names = slices.DeleteFunc(names, func(name string) bool { return hashed.MatchString(name) })
	const want = "app.js card.js compare.js comparison.js correction-request.js draft.js element.js embed.js figures.js help.js host.js kazakh.js library.js" +
		" partner.js program.js read.js refusal.js since.js suggestions.js updates.js worker.js"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// hashed names are of what several files share.
var hashed = regexp.MustCompile(`-[0-9A-Z]{8}\.js$`)

var (
	imported = regexp.MustCompile(`import(?:\{([^}]*)\}from)?"\./([\w-]+\.js)"`)
	exported = regexp.MustCompile(`export\{([^}]*)\}`)
)

// A name that is missing is an error only in the browser.
func TestEverythingImportedIsThere(t *testing.T) {
	m := ours(t)
	exports := map[string]map[string]bool{}
	for file, text := range m.Files {
		exports[file] = map[string]bool{}
		for _, found := range exported.FindAllStringSubmatch(string(text), -1) {
			for name := range strings.SplitSeq(found[1], ",") {
				exports[file][name[strings.LastIndex(name, " ")+1:]] = true
			}
		}
	}
	names := 0
	for file, text := range m.Files {
		for _, found := range imported.FindAllStringSubmatch(string(text), -1) {
			from := found[2]
			if m.Files[from] == nil && from != "wasm_exec.js" {
				t.Errorf("%s needs %s", file, from)
			}
			for name := range strings.FieldsFuncSeq(found[1], func(r rune) bool { return r == ',' }) {
				name, _, _ = strings.Cut(name, " ")
				if names++; !exports[from][name] {
					t.Errorf("%s needs %s of %s", file, name, from)
				}
			}
		}
	}
	if names < 100 {
		t.Errorf("only %d names are imported", names)
	}
}

// ours are the modules of the site.
func ours(t *testing.T) *Modules {
	t.Helper()
	const web = "../../../web"
	var names []string
	for _, pattern := range []string{"*.js", "*/*.js"} {
		files, err := fs.Glob(os.DirFS(web), pattern)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, files...)
	}
	names = slices.DeleteFunc(names, func(name string) bool {
		return name == "sw.js" || name == "explorer.js" || path.Dir(name) == "test" || path.Dir(name) == "single"
	})
	m, err := Join(web, names)
	if err != nil {
		t.Fatal(err)
	}
	return m
}
