package single

import (
	"errors"
	"fmt"
	"html"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// scheme begins the addresses of what stands in the page itself.
const scheme = "inline:///"

// site is a built one.
type site struct {
	folder string // of the version
	index  string
	app    string // what stands in <fenghui-app>
}

var (
	appTag = regexp.MustCompile(`(?s)<fenghui-app [^>]*>(.*)</fenghui-app>`)
	sheet  = regexp.MustCompile(`<link rel="stylesheet" href="([^"]+)"(?: disabled)?( media="print")?>`)
)

func open(out string) (*site, error) {
	index, err := os.ReadFile(filepath.Join(out, "index.html"))
	if err != nil {
		return nil, fmt.Errorf("single: no site: %w", err)
	}
	app := appTag.FindStringSubmatch(string(index))
	if app == nil {
		return nil, errors.New("single: index.html: no <fenghui-app>")
	}
	s := &site{index: string(index), app: app[1]}
	s.folder = filepath.Join(out, filepath.FromSlash(s.value(" base")))
	return s, nil
}

// value is what an attribute of the page says; several words before its name
// tell which one is meant.
func (s *site) value(attribute string) string {
	_, rest, _ := strings.Cut(s.index, attribute+`="`)
	value, _, _ := strings.Cut(rest, `"`)
	return html.UnescapeString(value)
}

// files are those that the page would fetch, by attribute, at their addresses
// in the site: what is kept in the browser goes by their names.
func (s *site) files() map[string]string {
	names := []string{"wasm", "dictionary"}
	if s.value("documents") != "" {
		names = append(names, "documents", "pack")
	}
	files := map[string]string{}
	for _, name := range names {
		files[name] = s.value(" " + name)
	}
	return files
}

func (s *site) addresses() string {
	files := s.files()
	parts := []string{fmt.Sprintf("pack-hash=%q", s.value("pack-hash"))}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		parts = append(parts, fmt.Sprintf("%s=%q", name, scheme+files[name]))
	}
	return strings.Join(parts, " ")
}

// style is all style sheets of the page as one.
func (s *site) style() (string, error) {
	var b strings.Builder
	for _, found := range sheet.FindAllStringSubmatch(s.index, -1) {
		data, err := os.ReadFile(filepath.Join(filepath.Dir(s.folder), filepath.FromSlash(found[1])))
		if err != nil {
			return "", fmt.Errorf("single: %w", err)
		}
		if found[2] != "" {
			fmt.Fprintf(&b, "@media print{%s}", data)
		} else {
			b.Write(data)
		}
	}
	return strings.ReplaceAll(b.String(), "</", `<\/`), nil
}

// blocks are the files of the page and these besides, all packed.
func (s *site) blocks(packed map[string][]byte) (string, error) {
	out := filepath.Dir(s.folder)
	files := map[string]string{} // address in the page -> file
	for _, address := range s.files() {
		files[address] = filepath.Join(out, filepath.FromSlash(address))
	}
	years, err := s.years()
	if err != nil {
		return "", err
	}
	for _, path := range years {
		files[s.value(" base")+filepath.Base(path)] = path
	}
	for address, file := range files {
		if packed[address], err = os.ReadFile(file + ".gz"); err != nil {
			return "", fmt.Errorf("single: %w", err)
		}
	}
	var b strings.Builder
	for _, address := range slices.Sorted(maps.Keys(packed)) {
		data := packed[address]
		fmt.Fprintf(&b, `<script type="text/plain" data-type=%q data-size="%d" id=%q>%s</script>`+"\n", kind(address), len(data), scheme+address, letters(data))
	}
	return b.String(), nil
}

// years are the files of a large site's years, which its documents file names.
func (s *site) years() ([]string, error) {
	if s.value("documents") == "" {
		return nil, nil
	}
	documents, err := filepath.Glob(filepath.Join(s.folder, "documents-*.bin"))
	if err != nil {
		return nil, fmt.Errorf("single: %w", err)
	}
	packs, err := filepath.Glob(filepath.Join(s.folder, "pack-*.bin"))
	if err != nil {
		return nil, fmt.Errorf("single: %w", err)
	}
	return append(documents, packs...), nil
}

// kind is the type a block is answered with.
func kind(address string) string {
	switch filepath.Ext(address) {
	case ".wasm":
		return "application/wasm"
	case ".json":
		return "application/json"
	}
	return "application/octet-stream"
}
