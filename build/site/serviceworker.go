package site

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
)

// offline is what the service worker keeps, each file with what its bytes must
// be: all but the large files the program keeps by itself.
func (p *plan) offline(base string, manifest []byte) map[string]string {
	list := map[string]string{manifestFile: integrity(manifest)}
	for name, data := range p.files {
		if !strings.HasPrefix(name, "dictionary-") && !strings.HasPrefix(name, "documents-") {
			list[base+name] = integrity(data)
		}
	}
	return list
}

// integrity is the hash that a browser checks fetched bytes against.
func integrity(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// plainPath is what may stand between the quotes of a script unescaped.
var plainPath = regexp.MustCompile(`^[A-Za-z0-9._/-]+$`)

// fillServiceWorker fills the version and the JSON of files into the service worker.
func fillServiceWorker(template, version string, files map[string]string) ([]byte, error) {
	for name := range files {
		if !plainPath.MatchString(name) {
			return nil, fmt.Errorf("site: web/%s: a file must have a plainer name than %s", serviceWorkerFile, name)
		}
	}
	list, err := json.Marshal(files)
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	return fillScript(serviceWorkerFile, template, map[string]string{"version": version, "files": string(list)})
}
