// Package single makes one HTML file of a site, for a double click: no server,
// no thread of its own, all features but the service worker.
//
// Scripts are bundled, since a page opened from a file may not import others.
// The program, the dictionary and the words stand in it as gzip in letters and
// are unpacked by the browser. The pack is left out where the program has the
// same documents, for it then builds their index as fast as it would unpack it.
//
//	page, err := single.Make(root, "build/out")
//	os.WriteFile("build/out/fenghui.html", page, 0o644)
package single

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// Name of the file beside a site's index.html.
const Name = "fenghui.html"

// policy of the file: nothing but what is in it.
const policy = "default-src 'none'; script-src %s 'wasm-unsafe-eval'; style-src %s; img-src data: blob:; base-uri 'none'; form-action 'none'; " +
	"require-trusted-types-for 'script'; trusted-types 'none'"

// Make returns the site in out as one file. Root is the repository.
func Make(root, out string) ([]byte, error) {
	s, err := open(out)
	if err != nil {
		return nil, err
	}
	web := filepath.Join(root, "web")
	script, err := bundle(web, filepath.Join(s.folder, "wasm_exec.js"))
	if err != nil {
		return nil, err
	}
	style, err := s.style()
	if err != nil {
		return nil, err
	}
	packed, err := words(web)
	if err != nil {
		return nil, err
	}
	blocks, err := s.blocks(packed)
	if err != nil {
		return nil, err
	}
	template, err := os.ReadFile(filepath.Join(web, "single", "index.html"))
	if err != nil {
		return nil, fmt.Errorf("single: %w", err)
	}
	icon, err := os.ReadFile(filepath.Join(s.folder, "icon.svg"))
	if err != nil {
		return nil, fmt.Errorf("single: %w", err)
	}
	return fill(string(template), map[string]string{
		"lang": s.value("html lang"), "version": s.value(`meta name="fenghui-version" content`),
		"addresses": s.addresses(), "icon": "data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(icon),
		"policy": html.EscapeString(fmt.Sprintf(policy, hash(script), hash(style))),
		"app":    s.app, "data": blocks, "style": style, "script": script,
	})
}

// hash is how a policy names what stands between two tags.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

var place = regexp.MustCompile(`\{\{([a-z-]+)\}\}`)

func fill(template string, values map[string]string) ([]byte, error) {
	var unknown error
	text := place.ReplaceAllStringFunc(template, func(found string) string {
		value, ok := values[strings.Trim(found, "{}")]
		if !ok {
			unknown = fmt.Errorf("single: web/single/index.html: no value for %s", found)
		}
		return value
	})
	return []byte(text), unknown
}
