package library

import (
	"context"
	"fmt"
	"slices"
)

// maxParts of imported articles. Each search visits every part, so few are
// better; each merge builds anew, so small ones are merged first.
const maxParts = 7 // and the built-in one: eight segments in all

// updateIndex makes a part of these articles, merges parts that have become too
// many or most of whose articles have left the library, and records the result
// in the manifest, without the useless segments. Only parts that remain in the
// end are built. If that fails, everything is as before. The caller publishes.
func (l *Library) updateIndex(ctx context.Context, articles []*article, useless []string) error {
	parts := slices.Clone(l.parts)
	if len(articles) > 0 {
		parts = append(parts, unbuilt(articles))
	}
	parts = merged(parts)
	added, err := l.buildAll(ctx, parts)
	if err != nil {
		return err
	}
	for _, p := range l.parts {
		if !slices.Contains(parts, p) {
			useless = append(useless, p.hash)
		}
	}
	l.parts = parts
	if len(added) > 0 || len(useless) > 0 {
		l.writeManifest(ctx, added, useless)
	}
	return nil
}

// unbuilt is a part that has no segment yet.
func unbuilt(articles []*article) *part {
	p := &part{}
	for _, a := range articles {
		p.items = append(p.items, a.item())
	}
	return p
}

// merged puts the newest parts together, as long as mergeFrom finds some.
func merged(parts []*part) []*part {
	for from := mergeFrom(parts); from >= 0; from = mergeFrom(parts) {
		whole := &part{}
		for _, p := range parts[from:] {
			whole.items = append(whole.items, p.live()...)
		}
		if parts = parts[:from]; len(whole.items) > 0 {
			parts = append(parts, whole)
		}
	}
	return parts
}

// buildAll builds the parts that are not, in their places, and returns them.
func (l *Library) buildAll(ctx context.Context, parts []*part) (built []*part, err error) {
	for i, p := range parts {
		if p.segment != nil {
			continue
		}
		l.progress(Progress{Stage: BuildIndex, Total: len(p.items)})
		if parts[i], err = l.build(ctx, p.items); err != nil {
			return nil, err
		}
		built = append(built, parts[i])
	}
	return built, nil
}

// mergeFrom is the first of the newest parts to be merged into one, or -1.
// Sizes then fall off geometrically, so an article is built again only about
// log(n) times: of parts that are too many and too large for that, those from
// the last one on that is not twice as large as the next.
func mergeFrom(parts []*part) int {
	last := len(parts) - 1
	if last < 0 {
		return -1
	}
	if live := livePassages(parts[last]); 2*live < parts[last].passages() {
		return last
	}
	for i := range last {
		if 2*livePassages(parts[i]) < parts[i].passages() {
			return i
		}
	}
	if last == 0 {
		return -1
	}
	newest, before := parts[last].passages(), parts[last-1].passages()
	if 2*newest >= before && newest+before <= maxPassages {
		return last - 1
	}
	if len(parts) <= maxParts {
		return -1
	}
	from := last - 1
	for from > 0 && 2*parts[from+1].passages() < parts[from].passages() {
		from--
	}
	return from
}

func livePassages(p *part) int {
	n := 0
	for _, i := range p.live() {
		n += i.passages
	}
	return n
}

// build makes a part and puts its segment into the store. A store that cannot
// take it is no reason to fail: the index is built again next time.
func (l *Library) build(ctx context.Context, items []item) (*part, error) {
	p, data, err := l.newPart(ctx, items, l.cutter())
	if err != nil {
		return nil, fmt.Errorf("library: index: %w", err)
	}
	p.figures.sources = l.cachesWith(items)
	if err := l.options.Store.PutBlob(ctx, segmentKey(p.hash), data); err != nil && ctx.Err() == nil {
		l.options.Log(fmt.Sprintf("library: keep segment: %v", err))
	}
	return p, nil
}

// cachesWith are the tables of the present parts that have any of the items.
func (l *Library) cachesWith(items []item) (caches []*tableCache) {
	keys := map[string]bool{}
	for _, i := range items {
		keys[i.key] = true
	}
	for _, p := range l.parts {
		if slices.ContainsFunc(p.items, func(i item) bool { return keys[i.key] }) {
			caches = append(caches, p.figures)
		}
	}
	return caches
}
