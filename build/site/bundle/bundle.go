// Package bundle joins the modules of the page that are always fetched together.
// What every visit needs becomes app.js. A view that is loaded on demand becomes a
// file of its own, together with the modules that only it needs; it imports
// everything else from app.js. All files lie in one folder under the names of their
// modules, so no two modules may have the same name. Names in the code stay as
// written, so that an error in a reader's console can be read and found. Style
// sheets are joined where they import each other.
//
//	m, err := bundle.Join("web", []string{"app.js", "parts/dom.js", "page/help.js"})
//	m.Files["help.js"]      // import{el}from"./app.js";…
//	m.First["parts/dom.js"] // export function el(tag) { …
package bundle

import (
	"bytes"
	"fmt"
	"maps"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// pageFile is the module that every visit needs, with all that it imports.
const pageFile = "app.js"

// alone are modules that run where the page does not: ahead of it, or in the
// program's thread. They stay files of their own. wasm_exec.js is Go's.
var alone = []string{"engine/program.js", "engine/host.js", "wasm_exec.js"}

// Modules are the scripts of a site.
type Modules struct {
	Files map[string][]byte // by name
	First map[string]string // sources of the modules that use the words of the start, by path in the folder
}

// Join joins the modules of a folder, which go by their paths in it. It fails
// with file and line on what is no module, where two modules of the page export
// the same name, and where two files would have the same name.
func Join(web string, names []string) (*Modules, error) {
	web, err := filepath.Abs(web)
	if err != nil {
		return nil, fmt.Errorf("bundle: %w", err)
	}
	g, err := read(web, names)
	if err != nil {
		return nil, err
	}
	m := &Modules{Files: map[string][]byte{}, First: g.startSources()}
	for _, part := range []part{g.page(), g.others()} {
		files, err := part.files(web)
		if err != nil {
			return nil, err
		}
		if name := common(m.Files, files); name != "" {
			return nil, fmt.Errorf("bundle: two modules would be the file %s", name)
		}
		maps.Copy(m.Files, files)
	}
	return m, nil
}

// common is the name of a file that is in both, and not the same; "" if none.
func common(a, b map[string][]byte) string {
	for name, text := range b {
		if other, ok := a[name]; ok && !bytes.Equal(text, other) {
			return name
		}
	}
	return ""
}

// part of the modules, which shares no code with another part.
type part struct {
	entries []api.EntryPoint
	plugin  api.Plugin
}

func (p part) files(web string) (map[string][]byte, error) {
	built, err := build(web, p)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, file := range built.OutputFiles {
		files[filepath.Base(file.Path)] = file.Contents
	}
	return files, nil
}

func build(web string, p part) (*api.BuildResult, error) {
	result := api.Build(api.BuildOptions{
		AbsWorkingDir:       web,
		EntryPointsAdvanced: p.entries,
		Plugins:             []api.Plugin{p.plugin},
		Outdir:              web, // nothing is written
		Bundle:              true,
		Splitting:           true,
		Metafile:            true,
		Format:              api.FormatESModule,
		Target:              api.ES2022,
		Charset:             api.CharsetUTF8,
		LegalComments:       api.LegalCommentsNone,
		MinifyWhitespace:    true,
		MinifySyntax:        true,
		LogOverride:         map[string]api.LogLevel{"ambiguous-reexport": api.LogLevelError},
	})
	if len(result.Errors) == 0 {
		return &result, nil
	}
	return nil, tell(result.Errors[0])
}

func tell(m api.Message) error {
	text := m.Text
	for _, note := range m.Notes {
		text += "; " + strings.TrimSuffix(note.Text, " here:")
	}
	if m.Location == nil {
		return fmt.Errorf("bundle: %s", text)
	}
	return fmt.Errorf("bundle: %s:%d: %s", m.Location.File, m.Location.Line, text)
}
