package bundle

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"github.com/evanw/esbuild/pkg/api"
)

// whole names a module that exports everything that the modules of the page do.
const whole = "page"

// resolving leads imports to the files that have the modules: a module of alone to
// its own file, and a module of first, imported from elsewhere, to pageFile.
func (g *graph) resolving(first set) api.Plugin {
	return api.Plugin{Name: "resolving", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: "^" + whole + "$"}, func(api.OnResolveArgs) (api.OnResolveResult, error) {
			return api.OnResolveResult{Path: whole, Namespace: whole}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: whole}, func(api.OnLoadArgs) (api.OnLoadResult, error) {
			text := exports(first)
			return api.OnLoadResult{Contents: &text, ResolveDir: g.web}, nil
		})
		b.OnResolve(api.OnResolveOptions{Filter: `^\.\.?/`}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
			name, err := within(g.web, filepath.Join(args.ResolveDir, args.Path))
			if err != nil {
				return api.OnResolveResult{}, err
			}
			if slices.Contains(alone, name) {
				return api.OnResolveResult{Path: "./" + published(name), External: true}, nil
			}
			if args.Namespace != "file" || !first[name] {
				return api.OnResolveResult{}, nil
			}
			importer, err := within(g.web, args.Importer)
			if err != nil || first[importer] {
				return api.OnResolveResult{}, err
			}
			return api.OnResolveResult{Path: "./" + pageFile, External: true}, nil
		})
	}}
}

// within is the path of a file in a folder, with slashes.
func within(folder, file string) (string, error) {
	path, err := filepath.Rel(folder, file)
	return filepath.ToSlash(path), err
}

// exports is a module of all that these export, those of pageFile first.
func exports(modules set) string {
	text := fmt.Sprintf("export * from \"./%s\";\n", pageFile)
	for _, name := range slices.Sorted(maps.Keys(modules)) {
		if name != pageFile {
			text += fmt.Sprintf("export * from \"./%s\";\n", name)
		}
	}
	return text
}
