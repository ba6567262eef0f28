package library

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"fenghui/wasm/index"
)

// manifest says what the store holds beside the articles. It is a
// convenience: without it, or where it is wrong, the index is built again from
// the articles, and files are fetched again.
type manifest struct {
	Segments []manifestSegment       `json:"segments"`
	Sites    map[string]manifestSite `json:"sites,omitempty"` // by Site.home
}

type manifestSegment struct {
	Hash       string            `json:"hash"`
	Format     int               `json:"format"`
	Dictionary string            `json:"dictionary"`
	Articles   []manifestArticle `json:"articles"`
}

// manifestArticle holds its place in the segment even after the article has
// left the library, so that the passages behind it keep their numbers.
type manifestArticle struct {
	Key      string `json:"key"`
	Revision string `json:"revision"`
	Passages int    `json:"passages"`
}

// manifestSite is what a site keeps. Sites under one origin share the store.
type manifestSite struct {
	Files      []string `json:"files"`                // keys of blobs
	Dictionary string   `json:"dictionary,omitempty"` // hash of the one articles are cut with; empty while there are none
	Opened     string   `json:"opened"`               // YYYY-MM-DD
}

// siteKeptDays is how long after its last opening a site's files are kept
// while other sites of the origin are opened.
const siteKeptDays = 60

func decodeManifest(data []byte) manifest {
	var m manifest
	if json.Unmarshal(data, &m) != nil {
		return manifest{}
	}
	return m
}

func (p *part) manifestSegment() manifestSegment {
	m := manifestSegment{Hash: p.hash, Format: index.Format, Dictionary: p.cutter.dictionary.Hash()}
	for _, i := range p.items {
		m.Articles = append(m.Articles, manifestArticle{i.key, i.revision, i.passages})
	}
	return m
}

// writeManifest writes down which segments there are: added come in, dropped go.
// Segments another tab has written meanwhile stay. Where the store cannot take
// it, the index is built again next time; nothing is lost.
func (l *Library) writeManifest(ctx context.Context, added []*part, dropped []string) {
	gone := map[string]bool{}
	for _, hash := range dropped {
		gone[hash] = true
	}
	var entries []manifestSegment
	for _, p := range added {
		gone[p.hash] = true // of each hash one entry, the new one
		entries = append(entries, p.manifestSegment())
	}
	home, site := l.options.Site.home(), l.manifestSite()
	err := l.options.Store.UpdateManifest(ctx, func(old []byte) ([]byte, error) {
		next := decodeManifest(old)
		next.Segments = slices.DeleteFunc(next.Segments, func(s manifestSegment) bool { return gone[s.Hash] })
		next.Segments = append(next.Segments, entries...)
		next.enter(home, site)
		return json.Marshal(next)
	})
	if err != nil && ctx.Err() == nil {
		l.options.Log(fmt.Sprintf("library: write manifest: %v", err))
	}
}

// manifestSite is the entry of this site, as of today.
func (l *Library) manifestSite() manifestSite {
	s := manifestSite{Files: append(l.options.Site.keys(), l.yearKeys()...), Opened: day(0)}
	if l.full != nil {
		s.Dictionary = l.full.dictionary.Hash()
	}
	return s
}

func (s manifestSite) equal(other manifestSite) bool {
	return slices.Equal(s.Files, other.Files) && s.Dictionary == other.Dictionary && s.Opened == other.Opened
}

// enter names what a site keeps, and forgets sites not opened for long.
func (m *manifest) enter(home string, site manifestSite) {
	if m.Sites == nil {
		m.Sites = map[string]manifestSite{}
	}
	m.Sites[home] = site
	maps.DeleteFunc(m.Sites, func(_ string, s manifestSite) bool { return s.Opened < day(-siteKeptDays) })
}

// day is the date that many days from now.
func day(days int) string { return time.Now().UTC().AddDate(0, 0, days).Format(time.DateOnly) }

// dictionariesBut are those that other sites cut articles with.
func (m manifest) dictionariesBut(home string) map[string]bool {
	used := map[string]bool{}
	for other, s := range m.Sites {
		if other != home {
			used[s.Dictionary] = true
		}
	}
	return used
}
