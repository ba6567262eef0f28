package bundle

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// graph tells which module needs which. Modules go by their paths in web.
type graph struct {
	web   string
	all   []string          // sorted
	text  map[string]string // of each
	needs map[string][]need
	first set // pageFile and its static imports
	later set // what these import dynamically, and what that needs besides
}

type set map[string]bool

// need is an import of another module.
type need struct {
	Path, Kind string
	External   bool
}

// Kinds of imports, by the names that esbuild has for the first two.
const (
	staticImport  = "import-statement"
	dynamicImport = "dynamic-import"
	laterImport   = "dynamic-import through web/parts/later.js, which also loads words and a style sheet"
)

var laterCall = regexp.MustCompile(`\blater\(import\("(\.[\w./-]+\.js)"\)`)

func read(web string, names []string) (*graph, error) {
	g := &graph{web: web, all: slices.Sorted(slices.Values(names)), text: map[string]string{}, needs: map[string][]need{}, first: set{}, later: set{}}
	built, err := build(web, part{g.entries(g.all, asIs), g.resolving(nil)})
	if err != nil {
		return nil, err
	}
	var told struct {
		Inputs map[string]struct{ Imports []need }
	}
	if err := json.Unmarshal([]byte(built.Metafile), &told); err != nil {
		return nil, fmt.Errorf("bundle: %w", err)
	}
	for name, input := range told.Inputs {
		if err := g.add(name, input.Imports); err != nil {
			return nil, err
		}
	}
	g.reach(pageFile, g.first, staticImport)
	for name := range g.first {
		g.reach(name, g.later, staticImport, dynamicImport, laterImport)
	}
	maps.DeleteFunc(g.later, func(name string, _ bool) bool { return g.first[name] })
	return g, nil
}

func (g *graph) add(name string, imports []need) error {
	text, err := os.ReadFile(filepath.Join(g.web, name))
	if err != nil {
		return fmt.Errorf("bundle: %w", err)
	}
	g.text[name] = string(text)
	through := set{}
	for _, found := range laterCall.FindAllStringSubmatch(string(text), -1) {
		through[path.Join(path.Dir(name), found[1])] = true
	}
	for _, n := range imports {
		if n.External {
			continue
		}
		if n.Kind == dynamicImport && through[n.Path] {
			n.Kind = laterImport
		}
		g.needs[name] = append(g.needs[name], n)
	}
	return nil
}

// reach adds a module and all that it imports in these ways.
func (g *graph) reach(name string, reached set, kinds ...string) {
	if reached[name] {
		return
	}
	reached[name] = true
	for _, n := range g.needs[name] {
		if slices.Contains(kinds, n.Kind) {
			g.reach(n.Path, reached, kinds...)
		}
	}
}

// needed reports whether any module imports one in one of these ways.
func (g *graph) needed(name string, kinds ...string) bool {
	for _, needs := range g.needs {
		if slices.ContainsFunc(needs, func(n need) bool { return n.Path == name && slices.Contains(kinds, n.Kind) }) {
			return true
		}
	}
	return false
}

// startSources are the sources of the modules that make do with the words and
// style sheets of the start.
func (g *graph) startSources() map[string]string {
	reached := set{}
	for _, name := range append(g.standalone(), pageFile) {
		g.reach(name, reached, staticImport, dynamicImport)
	}
	sources := map[string]string{}
	for name := range reached {
		sources[name] = g.text[name]
	}
	return sources
}

// entries are modules under the names that name gives them.
func (g *graph) entries(modules []string, name func(string) string) (list []api.EntryPoint) {
	for _, m := range modules {
		list = append(list, api.EntryPoint{InputPath: filepath.Join(g.web, m), OutputPath: strings.TrimSuffix(name(m), ".js")})
	}
	return list
}

// published is what a module's file is called: files lie side by side, whatever
// the folder of their module.
func published(module string) string { return path.Base(module) }

// asIs keeps the path of a module, for a build whose files nobody gets.
func asIs(module string) string { return module }

// page is pageFile, and the modules that it imports dynamically.
func (g *graph) page() part {
	entries := []api.EntryPoint{{InputPath: whole, OutputPath: strings.TrimSuffix(pageFile, ".js")}}
	for _, name := range slices.Sorted(maps.Keys(g.later)) {
		if g.needed(name, dynamicImport, laterImport) {
			entries = append(entries, g.entries([]string{name}, published)...)
		}
	}
	return part{entries, g.resolving(g.first)}
}

// others are the standalone modules, with copies of what they share with the
// page.
func (g *graph) others() part {
	return part{g.entries(g.standalone(), published), g.resolving(nil)}
}

// standalone are the modules that run elsewhere than in the page, or ahead of it.
func (g *graph) standalone() (names []string) {
	for _, name := range g.all {
		if !g.first[name] && !g.later[name] && !g.needed(name, staticImport) || slices.Contains(alone, name) {
			names = append(names, name)
		}
	}
	return names
}
