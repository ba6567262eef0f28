package bundle

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// small is a page of two views, and what runs elsewhere.
var small = map[string]string{
	"app.js":              `import { el } from "./dom.js"; import { later } from "./later.js"; import { program } from "./program.js"; el(program); export const views = { help: () => later(import("./help.js")), more: () => later(import("./more.js")), read: () => import("./read.js") };`,
	"dom.js":              `/** Makes it. */ export function el(longName) { return document.createElement(longName); } export const unused = 1;`,
	"later.js":            `export const later = (module) => module;`,
	"program.js":          `export const program = 1;`,
	"help.js":             `import { el } from "./dom.js"; import { facts } from "./facts.js"; el("help", facts);`,
	"more.js":             `import { el } from "./dom.js"; el("more");`,
	"read.js":             `import { facts } from "./facts.js"; import { views } from "./app.js"; export const read = [facts, views];`,
	"facts.js":            `import { el } from "./dom.js"; export const facts = el("facts");`,
	"explorer-element.js": `import { el } from "./dom.js"; import { program } from "./program.js"; el("elsewhere", program); import("./explorer-refusal.js");`,
	"explorer-refusal.js": `import { el } from "./dom.js"; el("refused");`,
	"worker.js":           `import "./wasm_exec.js"; import { start } from "./engine-host.js"; start();`,
	"engine-host.js":      `export const start = () => 1;`,
}

func folder(t *testing.T, modules map[string]string) (dir string, names []string) {
	t.Helper()
	dir = t.TempDir()
	for name, text := range modules {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
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
	if got := strings.Join(first, " "); got != "app.js dom.js engine-host.js explorer-element.js explorer-refusal.js facts.js later.js program.js read.js worker.js" {
		t.Errorf("with the words of the start: %s", got) // all but what is furnished with more
	}
	for _, c := range []struct{ file, has, hasNot string }{
		{"app.js", `from"./program.js"`, "dom.js"},
		{"app.js", `import("./help.js")`, "later.js"},
		{"app.js", "longName", "Makes it"},
		{"help.js", `import{el}from"./app.js"`, "longName"},
		{"read.js", `import{views}from"./app.js"`, "longName"},
		{"explorer-element.js", `from"./program.js"`, "app.js"},
		{"explorer-refusal.js", "refused", "app.js"},
		{"worker.js", `import"./wasm_exec.js"`, "app.js"},
		{"worker.js", `from"./engine-host.js"`, "dom.js"},
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
		{"no module", "dom.js", "export function el( {", "dom.js:1"},
		{"a module that is not there", "help.js", `import "./lost.js";`, "lost.js"},
		{"a name that is not there", "help.js", `import { lost } from "./facts.js"; lost();`, "lost"},
		{"two of one name", "app.js", `import "./dom.js"; import "./twin.js"; export const views = () => import("./help.js");`, `of "unused" comes from "twin.js"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			modules := maps.Clone(small)
			modules["twin.js"] = `export const unused = 2;`
			modules[c.file] = c.text
			if _, err := Join(folder(t, modules)); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func TestSheetsAreJoinedAsTheyImportEachOther(t *testing.T) {
	dir, names := folder(t, map[string]string{
		"first.css":  `@import "./house.css"; @import "./charts.css";`,
		"house.css":  "/* calm */ p { color: red; }\n",
		"charts.css": ".chart { margin: 0; }\n",
		"print.css":  "p { color: black; }\n",
	})
	files, err := Styles(dir, names, map[string]string{"charts.css": ".mark { fill: red; }\n"})
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
	files, err := filepath.Glob(web + "/*.js")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range files {
		if name := filepath.Base(file); name != "sw.js" && name != "explorer.js" {
			names = append(names, name)
		}
	}
	m, err := Join(web, names)
	if err != nil {
		t.Fatal(err)
	}
	return m
}
