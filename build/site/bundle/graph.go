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
	first set // pageFile and what it imports
	later set // what it imports when it comes to it, and what that needs besides
}

type set map[string]bool

// need is an import of another module.
type need struct {
	Path, Kind string
	External   bool
}

// Kinds of imports.
const (
	atOnce    = "import-statement"
	inTime    = "dynamic-import"
	furnished = "dynamic-import through web/parts/later.js, with words and a style sheet"
)

var throughLater = regexp.MustCompile(`\blater\(import\("(\.[\w./-]+\.js)"\)`)

func read(web string, names []string) (*graph, error) {
	g := &graph{web: web, all: slices.Sorted(slices.Values(names)), text: map[string]string{}, needs: map[string][]need{}, first: set{}, later: set{}}
	built, err := build(web, part{g.entries(g.all, whatever), g.leading(nil)})
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
	g.reach(pageFile, g.first, atOnce)
	for name := range g.first {
		g.reach(name, g.later, atOnce, inTime, furnished)
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
	for _, found := range throughLater.FindAllStringSubmatch(string(text), -1) {
		through[path.Join(path.Dir(name), found[1])] = true
	}
	for _, n := range imports {
		if n.External {
			continue
		}
		if n.Kind == inTime && through[n.Path] {
			n.Kind = furnished
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

// unfurnished are the sources of all that shows itself with what is there from
// the start.
func (g *graph) unfurnished() map[string]string {
	reached := set{}
	for _, name := range append(g.strays(), pageFile) {
		g.reach(name, reached, atOnce, inTime)
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

// whatever is for files that nobody gets.
func whatever(module string) string { return module }

// page is pageFile, and what it imports when it comes to it.
func (g *graph) page() part {
	entries := []api.EntryPoint{{InputPath: whole, OutputPath: strings.TrimSuffix(pageFile, ".js")}}
	for _, name := range slices.Sorted(maps.Keys(g.later)) {
		if g.needed(name, inTime, furnished) {
			entries = append(entries, g.entries([]string{name}, published)...)
		}
	}
	return part{entries, g.leading(g.first)}
}

// others are the modules the page does not import: they run elsewhere, and have
// copies of what they share with it.
func (g *graph) others() part {
	return part{g.entries(g.strays(), published), g.leading(nil)}
}

func (g *graph) strays() (names []string) {
	for _, name := range g.all {
		if !g.first[name] && !g.later[name] && !g.needed(name, atOnce) || slices.Contains(alone, name) {
			names = append(names, name)
		}
	}
	return names
}
