// Package lang divides the words of a language in two: those that a page begins
// with, and the rest, which comes with the first view that is asked for later.
// Which they are is read off the modules: words are asked for as "nav.label", or
// as `nav.${view}` for all that begin so.
//
//	first, rest, err := lang.Split(words, sources) // each {"nav.label":"…",…}
package lang

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

var (
	quoted = regexp.MustCompile(`"([\w-]+(?:\.[\w-]+)+)"`)
	family = regexp.MustCompile("`([\\w-]+(?:\\.[\\w-]+)*\\.)\\$\\{")
	form   = regexp.MustCompile(`\.(one|few|other)$`) // of a word, for how many it tells of
)

// ofProgram begins the words of drawings, which the program asks for.
const ofProgram = "overview."

// Split divides words by whether any of the sources asks for them.
func Split(words []byte, sources []string) (first, rest []byte, err error) {
	var table map[string]string
	if err := json.Unmarshal(words, &table); err != nil {
		return nil, nil, fmt.Errorf("lang: %w", err)
	}
	asked := read(sources)
	now, later := map[string]string{}, map[string]string{}
	for key, word := range table {
		if asked.has(key) || asked.has(form.ReplaceAllString(key, "")) {
			now[key] = word
		} else {
			later[key] = word
		}
	}
	if first, err = plain(now); err == nil {
		rest, err = plain(later)
	}
	return first, rest, err
}

type askedFor struct {
	words    map[string]bool
	families []string
}

func read(sources []string) askedFor {
	asked := askedFor{words: map[string]bool{}, families: []string{ofProgram}}
	for _, source := range sources {
		for _, found := range quoted.FindAllStringSubmatch(source, -1) {
			asked.words[found[1]] = true
		}
		for _, found := range family.FindAllStringSubmatch(source, -1) {
			asked.families = append(asked.families, found[1])
		}
	}
	return asked
}

func (a askedFor) has(key string) bool {
	return a.words[key] || slices.ContainsFunc(a.families, func(f string) bool { return strings.HasPrefix(key, f) })
}

// plain is JSON without white space, and without escapes that only pages need
// which have scripts in them.
func plain(table map[string]string) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(table); err != nil {
		return nil, fmt.Errorf("lang: %w", err)
	}
	return b.Bytes(), nil
}
