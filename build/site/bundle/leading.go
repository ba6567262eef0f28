package bundle

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// whole stands for a module that exports what the modules of the page do.
const whole = "page"

// leading resolves imports: of a module that stands alone, to its own file; of
// a module of the first from any other module, to Page, which has them all.
func (g *graph) leading(first set) api.Plugin {
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
func exports(modules set) string {
	text := fmt.Sprintf("export * from \"./%s\";\n", Page)
	for _, name := range slices.Sorted(maps.Keys(modules)) {
		if name != Page {
			text += fmt.Sprintf("export * from \"./%s\";\n", name)
		}
	}
	return text
}
