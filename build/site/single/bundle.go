package single

import (
	"fmt"
	"path/filepath"

	"github.com/evanw/esbuild/pkg/api"
)

// replaced are the modules that one file has others for, by their paths in web/.
var replaced = map[string]string{
	"engine/port.js":  "single/port.js",
	"page/updates.js": "single/updates.js",
	"parts/later.js":  "single/later.js",
}

// bundle makes one script of the page's modules. Runtime is Go's wasm_exec.js,
// which stands for the one that web/ does not have.
func bundle(web, runtime string) (string, error) {
	web, err := filepath.Abs(web)
	if err != nil {
		return "", fmt.Errorf("single: %w", err)
	}
	if runtime, err = filepath.Abs(runtime); err != nil {
		return "", fmt.Errorf("single: %w", err)
	}
	result := api.Build(api.BuildOptions{
		EntryPoints:       []string{filepath.Join(web, "single", "main.js")},
		Bundle:            true,
		Format:            api.FormatIIFE,
		Target:            api.ES2022,
		Charset:           api.CharsetUTF8,
		LegalComments:     api.LegalCommentsNone,
		MinifyWhitespace:  true,
		MinifySyntax:      true,
		MinifyIdentifiers: true,
		Define:            map[string]string{"import.meta.url": `"` + scheme + `"`},
		Plugins:           []api.Plugin{replacing(web, runtime)},
	})
	if len(result.Errors) > 0 {
		e := result.Errors[0]
		if e.Location == nil {
			return "", fmt.Errorf("single: %s", e.Text)
		}
		return "", fmt.Errorf("single: %s:%d: %s", e.Location.File, e.Location.Line, e.Text)
	}
	return string(result.OutputFiles[0].Contents), nil
}

// replacing resolves imports to what stands for a module, where something does.
func replacing(web, runtime string) api.Plugin {
	return api.Plugin{Name: "single", Setup: func(build api.PluginBuild) {
		build.OnResolve(api.OnResolveOptions{Filter: `^\.\.?/`}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
			name, err := filepath.Rel(web, filepath.Join(args.ResolveDir, args.Path))
			if err != nil {
				return api.OnResolveResult{}, err
			}
			if name == "wasm_exec.js" {
				return api.OnResolveResult{Path: runtime}, nil
			}
			if other, ok := replaced[filepath.ToSlash(name)]; ok {
				return api.OnResolveResult{Path: filepath.Join(web, filepath.FromSlash(other))}, nil
			}
			return api.OnResolveResult{}, nil
		})
	}}
}
