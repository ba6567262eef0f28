package library

import (
	"cmp"
	"context"

	"fenghui/wasm/store"
)

// sweep removes what nothing names any more: files of earlier versions of this
// site, segments that were merged into others, interrupted writings. What
// other sites of the origin keep stays.
func (l *Library) sweep(ctx context.Context) error {
	var wanted map[string]bool
	var unknown error
	err := store.Sweep(ctx, l.options.Store, func(key string) bool {
		if wanted == nil && unknown == nil {
			wanted, unknown = l.wanted(ctx)
		}
		return unknown != nil || wanted[key]
	})
	return cmp.Or(unknown, err)
}

// wanted are the keys of all blobs the manifest names.
func (l *Library) wanted(ctx context.Context) (map[string]bool, error) {
	data, err := l.options.Store.Manifest(ctx)
	if err != nil {
		return nil, err
	}
	m := decodeManifest(data)
	m.enter(l.options.Site.home(), l.manifestSite()) // it may not have been possible to write it down
	keys := map[string]bool{}
	for _, s := range m.Segments {
		keys[segmentKey(s.Hash)], keys[figuresKey(s.Hash)] = true, true
	}
	keys[l.builtIn.figures.key] = true
	for _, p := range l.years {
		keys[p.figures.key] = true
	}
	for _, site := range m.Sites {
		for _, key := range site.Files {
			keys[key] = true
		}
	}
	return keys, nil
}
