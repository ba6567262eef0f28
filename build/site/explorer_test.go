package site

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
)

func TestTheExplorersScriptNamesTheFilesOfThePage(t *testing.T) {
	o := workshop(t)
	o.Embedders = []string{"https://portal.example", "http://127.0.0.1:8081"}
	o.Corpus = []string{articles(t)}
	build(t, o)
	files := listing(t, o.Out)
	found := regexp.MustCompile("JSON.parse\\(`(.*)`\\)").FindStringSubmatch(files[explorerFile])
	var told explorerSite
	if found == nil || json.Unmarshal([]byte(found[1]), &told) != nil {
		t.Fatalf("no site in %s", files[explorerFile])
	}
	for name, value := range map[string]string{"base": told.Base, "wasm": told.Wasm, "pack": told.Pack, "pack-hash": told.PackHash,
		"documents": told.Documents, "dictionary": told.Dictionary, "embedders": "https://portal.example http://127.0.0.1:8081"} {
		if want := name + `="` + value + `"`; value == "" || !strings.Contains(files[indexFile], want) {
			t.Errorf("index.html does not say %s", want)
		}
	}
	if !strings.Contains(files[explorerFile], `"./`+told.Base+`app.js"`) {
		t.Errorf("nothing is imported: %s", files[explorerFile])
	}
}

func TestWhatIsNoOriginIsRefused(t *testing.T) {
	for _, origin := range []string{"", "*", "null", "portal.example", "https://portal.example/", "https://portal.example/path", "javascript:alert(1)", "https://a b"} {
		t.Run(origin, func(t *testing.T) {
			o := workshop(t)
			o.Embedders = []string{origin}
			if _, err := Build(t.Context(), o); err == nil || !strings.Contains(err.Error(), "is no origin") {
				t.Errorf("got %v", err)
			}
		})
	}
}
