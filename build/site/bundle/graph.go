package bundle

import (
	"encoding/json"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// graph tells which module needs which.
type graph struct {
	web   string
	all   []string // modules, sorted
	needs map[string][]need
	first map[string]bool // Page and what it imports
	later map[string]bool // what it imports when it comes to it, and what that needs besides
}

// need is an import of another module.
type need struct {
	Path, Kind string
	External   bool
}

const (
	atOnce = "import-statement"
	inTime = "dynamic-import"
)

func read(web string, names []string) (*graph, error) {
	g := &graph{web: web, all: slices.Sorted(slices.Values(names)), needs: map[string][]need{}, first: map[string]bool{}, later: map[string]bool{}}
	built, err := build(web, part{g.entries(g.all), g.leading(nil)})
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
		for _, n := range input.Imports {
			if !n.External {
				g.needs[name] = append(g.needs[name], n)
			}
		}
	}
	g.reach(Page, g.first, atOnce)
	for name := range g.first {
		g.reach(name, g.later, atOnce, inTime)
	}
	for name := range g.first {
		delete(g.later, name)
	}
	return g, nil
}

// reach adds a module and all that it imports in these ways.
func (g *graph) reach(name string, reached map[string]bool, kinds ...string) {
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

// needed reports whether a module is imported in this way by one of a set; nil
// stands for all.
func (g *graph) needed(name, kind string, by map[string]bool) bool {
	for from, needs := range g.needs {
		if (by == nil || by[from]) && slices.ContainsFunc(needs, func(n need) bool { return n.Path == name && n.Kind == kind }) {
			return true
		}
	}
	return false
}

func (g *graph) entries(names []string) (list []api.EntryPoint) {
	for _, name := range names {
		list = append(list, api.EntryPoint{InputPath: filepath.Join(g.web, name), OutputPath: strings.TrimSuffix(name, ".js")})
	}
	return list
}

// whole stands for a module that exports what the modules of the page do.
const whole = "page"

// page is Page, and what it imports when it comes to it.
func (g *graph) page() part {
	var views []string
	for name := range g.later {
		if g.needed(name, inTime, nil) {
			views = append(views, name)
		}
	}
	slices.Sort(views)
	entries := []api.EntryPoint{{InputPath: whole, OutputPath: strings.TrimSuffix(Page, ".js")}}
	return part{append(entries, g.entries(views)...), g.leading(g.first)}
}

// others are the modules the page does not import: they run elsewhere, and have
// copies of what they share with it.
func (g *graph) others() part {
	var names []string
	for _, name := range g.all {
		stray := !g.first[name] && !g.later[name] && !g.needed(name, atOnce, nil)
		if stray || slices.Contains(alone, name) {
			names = append(names, name)
		}
	}
	return part{g.entries(names), g.leading(nil)}
}

// leading leads imports: those of modules that stand alone to their files, and
// those that other modules than the first make of the first to Page.
func (g *graph) leading(first map[string]bool) api.Plugin {
	return api.Plugin{Name: "leading", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: "^" + whole + "$"}, func(api.OnResolveArgs) (api.OnResolveResult, error) {
			return api.OnResolveResult{Path: whole, Namespace: whole}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: whole}, func(api.OnLoadArgs) (api.OnLoadResult, error) {
			text := exports(first)
			return api.OnLoadResult{Contents: &text, ResolveDir: g.web}, nil
		})
		b.OnResolve(api.OnResolveOptions{Filter: `^\./`}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
			name := strings.TrimPrefix(args.Path, "./")
			if slices.Contains(alone, name) {
				return api.OnResolveResult{Path: args.Path, External: true}, nil
			}
			if first[name] && args.Namespace == "file" && !first[filepath.Base(args.Importer)] {
				return api.OnResolveResult{Path: "./" + Page, External: true}, nil
			}
			return api.OnResolveResult{}, nil
		})
	}}
}

// exports is a module of all that these export, Page's own first.
func exports(modules map[string]bool) string {
	text := fmt.Sprintf("export * from \"./%s\";\n", Page)
	for _, name := range slices.Sorted(maps.Keys(modules)) {
		if name != Page {
			text += fmt.Sprintf("export * from \"./%s\";\n", name)
		}
	}
	return text
}
