package site

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
)

// explorerSite is what explorer.js tells an explorer in another page; addresses
// are relative to the site.
type explorerSite struct {
	Base       string `json:"base"`
	Wasm       string `json:"wasm"`
	Pack       string `json:"pack"`
	PackHash   string `json:"packHash"`
	Documents  string `json:"documents"`
	Dictionary string `json:"dictionary"`
	Lang       string `json:"lang"`
}

// fillExplorer fills the script that other pages load.
func fillExplorer(template, base string, large names) ([]byte, error) {
	list, err := json.Marshal(explorerSite{base, base + programFile, base + large.pack, large.packHash,
		under(base, large.documents), base + large.dictionary, language})
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	return fillScript(explorerFile, template, map[string]string{"base": base, "site": string(list)})
}

// origins checks a list of origins and joins it.
func origins(list []string) (string, error) {
	for _, origin := range list {
		u, err := url.Parse(origin)
		if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.Scheme+"://"+u.Host != origin {
			return "", fmt.Errorf("site: %q is no origin, such as https://portal.example", origin)
		}
	}
	return strings.Join(list, " "), nil
}
