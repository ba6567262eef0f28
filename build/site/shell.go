package site

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"fenghui/build/site/bundle"
	"fenghui/build/site/lang"
	"fenghui/corpus"
	"fenghui/wasm/chart"
	"fenghui/wasm/compare"
	"fenghui/wasm/library"
	"fenghui/wasm/overview"
	"fenghui/wasm/scene"
)

// Files beside the version folder, and the program in it.
const (
	indexFile         = "index.html"
	serviceWorkerFile = "sw.js"
	manifestFile      = "manifest.webmanifest"
	explorerFile      = "explorer.js"
	programFile       = "fenghui.wasm"
)

// chartsFile frames the charts; what is drawn in the frames has its rules from
// package chart, which draws it.
const chartsFile = "style/charts.css"

// language of the page as it is delivered; the reader may choose another.
const language = "zh"

// shell is what web/ gives besides plain files.
type shell struct {
	index, serviceWorker, manifest, explorer string // templates
	words                                    map[string]string
}

// readShell puts the plain files of web/ into files, scripts and style sheets
// joined and words divided by what a visit begins with.
func readShell(root string, files map[string][]byte) (*shell, error) {
	dir := filepath.Join(root, "web")
	web := os.DirFS(dir)
	var scripts, sheets []string
	err := fs.WalkDir(web, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir():
			return leaveOut(name)
		case !belongs(name):
			return nil
		case path.Ext(name) == ".js":
			scripts = append(scripts, name)
			return nil
		case path.Ext(name) == ".css":
			sheets = append(sheets, name)
			return nil
		}
		files[name], err = fs.ReadFile(web, name)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("site: web: %w", err)
	}
	if err := join(dir, scripts, sheets, files); err != nil {
		return nil, fmt.Errorf("site: web: %w", err)
	}
	return readTemplates(web)
}

func join(dir string, scripts, sheets []string, files map[string][]byte) error {
	modules, err := bundle.Join(dir, scripts)
	if err != nil {
		return err
	}
	maps.Copy(files, modules.Files)
	styles, err := bundle.Styles(dir, sheets, map[string]string{chartsFile: chart.Style()})
	if err != nil {
		return err
	}
	maps.Copy(files, styles)
	return divideWords(files, slices.Collect(maps.Values(modules.First)))
}

// divideWords sets apart the words of each language that these sources do not
// ask for: lang/zh-rest.json beside lang/zh.json.
func divideWords(files map[string][]byte, sources []string) error {
	for _, name := range sorted(files) {
		before, ok := strings.CutSuffix(name, ".json")
		if !ok || path.Dir(name) != "lang" {
			continue
		}
		var err error
		if files[name], files[before+"-rest.json"], err = lang.Split(files[name], sources); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// leaveOut skips folders of web/ that are for developers, and for the page as one file.
func leaveOut(name string) error {
	if base := path.Base(name); base == "test" || base == "single" || base == "node_modules" || base != "." && strings.HasPrefix(base, ".") {
		return fs.SkipDir
	}
	return nil
}

func belongs(name string) bool {
	switch name {
	case indexFile, serviceWorkerFile, manifestFile, explorerFile, "package.json":
		return false
	}
	switch path.Ext(name) {
	case ".js", ".css", ".json", ".svg", ".png":
		return true
	}
	return false
}

func readTemplates(web fs.FS) (*shell, error) {
	s := &shell{}
	templates := map[string]*string{indexFile: &s.index, serviceWorkerFile: &s.serviceWorker, manifestFile: &s.manifest, explorerFile: &s.explorer}
	for name, to := range templates {
		data, err := fs.ReadFile(web, name)
		if err != nil {
			return nil, fmt.Errorf("site: web: %w", err)
		}
		*to = string(data)
	}
	data, err := fs.ReadFile(web, "lang/"+language+".json")
	if err != nil {
		return nil, fmt.Errorf("site: web: %w", err)
	}
	if err := json.Unmarshal(data, &s.words); err != nil {
		return nil, fmt.Errorf("site: web: lang/%s.json: %w", language, err)
	}
	return s, nil
}

// overview is the first view as HTML, readable before any script has run.
func (s *shell) overview(docs []*corpus.Document) (string, error) {
	var b strings.Builder
	if err := scene.Write(&b, overview.Build(docs, compared(docs), language), s.words); err != nil {
		return "", fmt.Errorf("site: overview: %w", err)
	}
	return b.String(), nil
}

// compared is what the page will find in these documents. A document whose
// figures cannot be read counts as one without figures; the page tells its
// reader.
func compared(docs []*corpus.Document) *overview.Found {
	docs = slices.Clone(docs)
	slices.SortFunc(docs, compare.InTime)
	var inputs []compare.Input
	for _, d := range docs {
		figures, err := library.Figures(d)
		if err != nil {
			figures = nil
		}
		inputs = append(inputs, compare.Input{Document: d, Figures: figures})
	}
	return &overview.Found{Result: compare.Run(inputs, corpus.Names()), Inputs: inputs}
}

// filler returns what makes the files beside the version folder for a version.
func (s *shell) filler(p *plan, large names, overview string) func(version string) (map[string][]byte, error) {
	return func(version string) (map[string][]byte, error) {
		base := "v-" + version + "/"
		index, err := fillIn(indexFile, s.index, map[string]string{
			"lang": language, "version": version, "base": base, "overview": overview,
			"wasm": base + programFile, "pack": base + large.pack, "pack-hash": large.packHash,
			"dictionary": base + large.dictionary, "documents": under(base, large.documents), "embedders": p.embedders,
		})
		if err != nil {
			return nil, err
		}
		manifest, err := fillManifest(s.manifest, base)
		if err != nil {
			return nil, err
		}
		explorer, err := fillExplorer(s.explorer, base, large)
		if err != nil {
			return nil, err
		}
		serviceWorker, err := fillServiceWorker(s.serviceWorker, version, p.offline(base, manifest))
		return map[string][]byte{indexFile: index, serviceWorkerFile: serviceWorker, manifestFile: manifest, explorerFile: explorer}, err
	}
}

func under(base, name string) string {
	if name == "" {
		return ""
	}
	return base + name
}
