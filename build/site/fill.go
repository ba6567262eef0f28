package site

import (
	"fmt"
	"html"
	"maps"
	"regexp"
	"slices"
	"strings"
)

var placeholder = regexp.MustCompile(`\{\{([a-z-]+)\}\}`)

// fillIn fills the {{names}} of an HTML file. Values are escaped for text and
// attributes, but for the overview, which is HTML made by package scene.
func fillIn(file, template string, values map[string]string) ([]byte, error) {
	var unknown error
	text := placeholder.ReplaceAllStringFunc(template, func(found string) string {
		name := found[2 : len(found)-2]
		value, ok := values[name]
		if !ok {
			unknown = fmt.Errorf("site: web/%s: no value for %s", file, found)
		}
		if name == "overview" {
			return value
		}
		return html.EscapeString(value)
	})
	return []byte(text), unknown
}

// fillScript fills the {{names}} of a script, each of which must be in it;
// values are what may stand in a script as it is.
func fillScript(file, template string, values map[string]string) ([]byte, error) {
	var pairs []string
	for _, name := range slices.Sorted(maps.Keys(values)) {
		place := "{{" + name + "}}"
		if !strings.Contains(template, place) {
			return nil, fmt.Errorf("site: web/%s: no %s in it", file, place)
		}
		pairs = append(pairs, place, values[name])
	}
	return []byte(strings.NewReplacer(pairs...).Replace(template)), nil
}
