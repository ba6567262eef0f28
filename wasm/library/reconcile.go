package library

import (
	"context"
	"errors"

	"fenghui/wasm/index"
	"fenghui/wasm/store"
	"fenghui/wasm/text"
)

// openArticles brings back the imported articles and the index the store
// holds of them, and indexes whatever of them it does not cover.
func (l *Library) openArticles(ctx context.Context) error {
	articles, err := l.loadArticles(ctx)
	if err != nil {
		return err
	}
	data, err := l.options.Store.Manifest(ctx)
	if err != nil {
		l.options.Notice(Notice{StoreDamaged, err.Error()})
	}
	kept := decodeManifest(data)
	if err := l.sweep(ctx, kept); err != nil && ctx.Err() == nil {
		l.options.Notice(Notice{StoreDamaged, err.Error()})
	}
	if l.articles = l.notBuiltIn(articles); len(l.articles) == 0 {
		return nil
	}
	l.openDictionary(ctx)
	missing := l.openParts(ctx, kept)
	return l.index(ctx, missing)
}

// notBuiltIn leaves out articles that the site itself has by now.
func (l *Library) notBuiltIn(articles []*article) []*article {
	own := map[string]bool{}
	for _, i := range l.builtIn.items {
		own[i.document.ID] = true
	}
	var rest []*article
	for _, a := range articles {
		if !own[a.document.ID] {
			rest = append(rest, a)
		}
	}
	return rest
}

// openParts opens the kept segments that are still good and returns the
// articles none of them covers.
func (l *Library) openParts(ctx context.Context, kept manifest) (missing []*article) {
	waiting := map[string]*article{}
	for _, a := range l.articles {
		waiting[a.document.ID] = a
	}
	for _, s := range kept.Segments {
		p, err := l.openPart(ctx, s, waiting)
		if err != nil {
			l.options.Notice(Notice{StoreDamaged, err.Error()})
		}
		if p == nil {
			continue
		}
		l.parts = append(l.parts, p)
		for _, i := range p.live() {
			delete(waiting, i.key)
		}
	}
	for _, a := range l.articles {
		if waiting[a.document.ID] != nil {
			missing = append(missing, a)
		}
	}
	return missing
}

// openPart opens one kept segment. None (and no error) when it is of an
// earlier version, or nothing in it is wanted.
func (l *Library) openPart(ctx context.Context, s manifestSegment, wanted map[string]*article) (*part, error) {
	c := l.cutter()
	if s.Format != index.Format || s.Dictionary != c.dictionary.Hash() {
		return nil, nil
	}
	p := &part{hash: s.Hash, cutter: c, origin: "store"}
	for _, m := range s.Articles {
		i := item{key: m.Key, revision: m.Revision, passages: m.Passages}
		if a := wanted[m.Key]; a != nil && a.revision() == m.Revision && len(a.document.Passages) == m.Passages {
			i.document = a.document
		}
		p.items = append(p.items, i)
	}
	if len(p.live()) == 0 {
		return nil, nil
	}
	data, err := l.options.Store.Blob(ctx, "segment/"+s.Hash)
	if errors.Is(err, store.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if p.segment, err = index.Open(data); err != nil {
		return nil, err
	}
	if p.bytes = len(data); p.segment.Documents() != p.passages() {
		return nil, index.ErrDamaged
	}
	return p, nil
}

// cutter is the one with the best dictionary at hand.
func (l *Library) cutter() *cutter {
	if l.full != nil {
		return l.full
	}
	return l.builtIn.cutter
}

// openDictionary gets the full dictionary when there is one. Without it words
// outside the built-in texts are cut into characters; bigrams still find them.
func (l *Library) openDictionary(ctx context.Context) {
	address := l.options.Site.Dictionary
	if l.full != nil || address == "" {
		return
	}
	var full *text.Dictionary
	check := func(data []byte) (err error) {
		full, err = text.OpenDictionary(data)
		return err
	}
	if _, err := l.keep(ctx, blobKey("dictionary", address), address, "fetch-dictionary", check); err == nil {
		l.full = newCutter(full)
	}
}
