package library

import (
	"context"
	"fmt"
)

// maxParts of imported articles. Each search visits every part, so few are
// better; each merge builds anew, so small ones are merged first.
const maxParts = 7 // and the built-in one: eight segments in all

// index builds a part of these articles, merges what has become too many, and
// writes down the outcome. The caller publishes.
func (l *Library) index(ctx context.Context, articles []*article) error {
	var added []*part
	if len(articles) > 0 {
		l.options.Progress(Progress{Stage: "build-index", Total: len(articles)})
		items := make([]item, 0, len(articles))
		for _, a := range articles {
			items = append(items, a.item())
		}
		p, err := l.build(ctx, items)
		if err != nil {
			return err
		}
		added = append(added, p)
		l.parts = append(l.parts, p)
	}
	return l.compact(ctx, added)
}

// compact merges the newest parts while they are of like size or too many,
// and drops what has left the library for the most part.
func (l *Library) compact(ctx context.Context, added []*part) error {
	dropped := map[string]bool{}
	replace := func(from int, items []item) error {
		for _, p := range l.parts[from:] {
			dropped[p.hash] = true
		}
		l.parts = l.parts[:from]
		if len(items) == 0 {
			return nil
		}
		p, err := l.build(ctx, items)
		if err != nil {
			return err
		}
		l.parts = append(l.parts, p)
		added = append(added, p)
		return nil
	}
	for {
		from := mergeFrom(l.parts)
		if from < 0 {
			break
		}
		var items []item
		for _, p := range l.parts[from:] {
			items = append(items, p.live()...)
		}
		if err := replace(from, items); err != nil {
			return err
		}
	}
	if len(added) == 0 && len(dropped) == 0 {
		return nil
	}
	return l.recordParts(ctx, kept(added, dropped), dropped)
}

// mergeFrom is the first of the newest parts to be merged into one, or -1.
// Sizes then fall off geometrically, so an article is built again only about
// log(n) times.
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
	if len(parts) > maxParts || (2*newest >= before && newest+before <= maxPassages) {
		return last - 1
	}
	return -1
}

func livePassages(p *part) int {
	n := 0
	for _, i := range p.live() {
		n += i.passages
	}
	return n
}

// kept are the parts that were added and not merged away again.
func kept(added []*part, dropped map[string]bool) []*part {
	var list []*part
	for _, p := range added {
		if !dropped[p.hash] {
			list = append(list, p)
		}
	}
	return list
}

// build makes a part and puts its segment into the store. A store that cannot
// take it is no reason to fail: the index is built again next time.
func (l *Library) build(ctx context.Context, items []item) (*part, error) {
	p, data, err := buildPart(ctx, items, l.cutter())
	if err != nil {
		return nil, fmt.Errorf("library: index: %w", err)
	}
	if err := l.options.Store.PutBlob(ctx, "segment/"+p.hash, data); err != nil && ctx.Err() == nil {
		l.options.Notice(Notice{NotKept, err.Error()})
	}
	return p, nil
}
