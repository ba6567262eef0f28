package bundle

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

var sheetImported = regexp.MustCompile(`@import "(\.[\w./-]+\.css)"`)

// Styles joins the named style sheets of a folder, which may lie in folders of
// it: one that another imports stands in that one, behind what more there is to
// it, the others become files side by side.
func Styles(web string, names []string, more map[string]string) (map[string][]byte, error) {
	web, err := filepath.Abs(web)
	if err != nil {
		return nil, fmt.Errorf("bundle: %w", err)
	}
	p := part{plugin: adding(web, more)}
	var imported []string
	for _, name := range names {
		text, err := os.ReadFile(filepath.Join(web, name))
		if err != nil {
			return nil, fmt.Errorf("bundle: %w", err)
		}
		for _, found := range sheetImported.FindAllStringSubmatch(string(text), -1) {
			imported = append(imported, path.Join(path.Dir(name), found[1]))
		}
	}
	for _, name := range names {
		if !slices.Contains(imported, name) {
			p.entries = append(p.entries, api.EntryPoint{InputPath: filepath.Join(web, name), OutputPath: strings.TrimSuffix(path.Base(name), ".css")})
		}
	}
	return p.files(web)
}

func adding(web string, more map[string]string) api.Plugin {
	return api.Plugin{Name: "adding", Setup: func(b api.PluginBuild) {
		b.OnLoad(api.OnLoadOptions{Filter: `\.css$`}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
			name, err := within(web, args.Path)
			if err != nil {
				return api.OnLoadResult{}, err
			}
			data, err := os.ReadFile(args.Path)
			text := string(data) + more[name]
			return api.OnLoadResult{Contents: &text, Loader: api.LoaderCSS}, err
		})
	}}
}
