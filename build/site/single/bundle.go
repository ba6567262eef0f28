package single

import (
	"fmt"
	"path/filepath"

	"github.com/evanw/esbuild/pkg/api"
)

// replaced are the modules that one file has others for.
var replaced = map[string]string{"./port.js": "port.js", "./updates.js": "updates.js", "./later.js": "later.js"}

// bundle makes one script of the page's modules. Runtime is Go's wasm_exec.js,
// which web/ does not have.
func bundle(web, runtime string) (string, error) {
	runtime, err := filepath.Abs(runtime)
	if err != nil {
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
		Plugins: []api.Plugin{{Name: "single", Setup: func(build api.PluginBuild) {
			build.OnResolve(api.OnResolveOptions{Filter: `^\./`}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
				if args.Path == "./wasm_exec.js" {
					return api.OnResolveResult{Path: runtime}, nil
				}
				if name, ok := replaced[args.Path]; ok {
					path, err := filepath.Abs(filepath.Join(web, "single", name))
					return api.OnResolveResult{Path: path}, err
				}
				return api.OnResolveResult{}, nil
			})
		}}},
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
