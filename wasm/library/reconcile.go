package library

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"fenghui/wasm/index"
	"fenghui/wasm/store"
)

// openArticles loads the imported articles and the index that the store has of
// them, indexes the articles that it does not cover, and tidies up.
func (l *Library) openArticles(ctx context.Context) error {
	data, err := l.options.Store.Manifest(ctx) // before the articles: those it names are then among them
	if err != nil {
		l.options.Notice(Notice{StoreDamaged, err.Error()})
	}
	articles, err := l.loadArticles(ctx)
	if err != nil {
		return err
	}
	for _, c := range l.corrections {
		l.correctBuiltIn(c.Of)
	}
	kept := decodeManifest(data)
	var missing []*article
	var broken []string
	if l.articles = l.notBuiltIn(articles); len(l.articles) > 0 {
		l.openDictionary(ctx)
		missing, broken = l.openParts(ctx, kept)
	}
	if err := l.updateIndex(ctx, missing, append(broken, l.useless(kept, articles)...)); err != nil {
		return err
	}
	if !kept.Sites[l.options.Site.home()].equal(l.manifestSite()) {
		l.writeManifest(ctx, nil, nil)
	}
	if err := l.sweep(ctx); err != nil && ctx.Err() == nil {
		l.options.Log(fmt.Sprintf("library: sweep: %v", err))
	}
	return nil
}

// notBuiltIn leaves out articles that the site itself has by now.
func (l *Library) notBuiltIn(articles []*article) []*article {
	own := map[string]*Document{}
	for _, i := range l.builtIn.items {
		own[i.document.ID] = i.document
	}
	var rest []*article
	for _, a := range articles {
		if !a.isCopyOf(own[a.stated]) {
			a.document = l.withCorrections(a.document)
			rest = append(rest, a)
		}
	}
	return rest
}

// openParts opens the kept segments that are still good and returns the
// articles none of them covers, and the hashes of segments that are missing or
// damaged.
func (l *Library) openParts(ctx context.Context, kept manifest) (missing []*article, broken []string) {
	waiting := map[string]*article{}
	for _, a := range l.articles {
		waiting[a.document.ID] = a
	}
	for _, s := range kept.Segments {
		p := l.partOf(s, waiting)
		if p == nil {
			continue
		}
		if err := l.openPart(ctx, p); err != nil {
			broken = append(broken, p.hash)
			if !errors.Is(err, store.ErrNotFound) {
				l.options.Notice(Notice{StoreDamaged, err.Error()})
			}
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
	return missing, broken
}

// partOf is the part a segment would be, yet to be opened. None when it is of
// an earlier version, or nothing in it is wanted.
func (l *Library) partOf(s manifestSegment, wanted map[string]*article) *part {
	c := l.cutter()
	if s.Format != index.Format || s.Dictionary != c.dictionary.Hash() {
		return nil
	}
	p := &part{hash: s.Hash, cutter: c, origin: fromStore, figures: l.newTableCache(s.Hash, nil)}
	for _, m := range s.Articles {
		i := item{key: m.Key, revision: m.Revision, passages: m.Passages}
		if a := wanted[m.Key]; a != nil && a.revision() == m.Revision && len(a.document.Passages) == m.Passages {
			i.document = a.document
		}
		p.items = append(p.items, i)
	}
	if len(p.live()) == 0 {
		return nil
	}
	return p
}

func (l *Library) openPart(ctx context.Context, p *part) error {
	data, err := l.options.Store.Blob(ctx, segmentKey(p.hash))
	if err != nil {
		return err
	}
	if p.segment, err = index.Open(data); err != nil {
		return err
	}
	if p.bytes = len(data); p.segment.Documents() != p.passages() {
		return index.ErrDamaged
	}
	return nil
}

// useless are the segments that were not opened and that no other site would
// open either. Without the full dictionary it cannot be told which those are.
func (l *Library) useless(kept manifest, stored []*article) (hashes []string) {
	if l.full == nil && l.options.Site.Dictionary != "" && len(l.articles) > 0 {
		return nil
	}
	open := map[string]bool{}
	for _, p := range l.parts {
		open[p.hash] = true
	}
	exists := map[string]bool{}
	for _, a := range stored {
		exists[a.document.ID] = true
	}
	elsewhere := kept.dictionariesBut(l.options.Site.home())
	for _, s := range kept.Segments {
		holdsAny := slices.ContainsFunc(s.Articles, func(a manifestArticle) bool { return exists[a.Key] })
		if !open[s.Hash] && !(elsewhere[s.Dictionary] && s.Format == index.Format && holdsAny) {
			hashes = append(hashes, s.Hash)
		}
	}
	return hashes
}
