package library

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"fenghui/wasm/index"
)

// manifest says which segments the store holds for the imported articles. It
// is a convenience: without it, or where it is wrong, the index is built again
// from the articles.
type manifest struct {
	Segments []manifestSegment `json:"segments"`
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

// recordParts writes down which segments there are: added come in, dropped
// go. Segments another tab has written meanwhile stay.
func (l *Library) recordParts(ctx context.Context, added []*part, dropped map[string]bool) error {
	return l.options.Store.UpdateManifest(ctx, func(old []byte) ([]byte, error) {
		var next manifest
		isNew := map[string]bool{}
		for _, p := range added {
			isNew[p.hash] = true
		}
		for _, s := range decodeManifest(old).Segments {
			if !dropped[s.Hash] && !isNew[s.Hash] {
				next.Segments = append(next.Segments, s)
			}
		}
		for _, p := range added {
			next.Segments = append(next.Segments, p.manifestSegment())
		}
		return json.Marshal(next)
	})
}

// sweep removes what nothing names any more: packs of earlier versions,
// segments that were merged into others.
func (l *Library) sweep(ctx context.Context, m manifest) error {
	wanted := map[string]bool{
		"pack/" + l.options.Site.PackHash:                true,
		blobKey("documents", l.options.Site.Documents):   true,
		blobKey("dictionary", l.options.Site.Dictionary): true,
	}
	for _, s := range m.Segments {
		wanted["segment/"+s.Hash] = true
	}
	keys, err := l.options.Store.BlobKeys(ctx)
	if err != nil {
		return fmt.Errorf("library: sweep: %w", err)
	}
	for _, key := range keys {
		if strings.Contains(key, "/") && !wanted[key] {
			if err := l.options.Store.DeleteBlob(ctx, key); err != nil {
				return fmt.Errorf("library: sweep %s: %w", key, err)
			}
		}
	}
	return nil
}
