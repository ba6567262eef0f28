package library

import (
	"context"
	"errors"

	"fenghui/corpus"
	"fenghui/wasm/index"
	"fenghui/wasm/library/sitefile"
)

func (l *Library) openBuiltIn(ctx context.Context) error {
	docs, complete, err := l.builtInDocuments(ctx)
	if err != nil {
		return err
	}
	items := builtInItems(docs)
	if complete {
		if l.builtIn, err = l.findBuiltIn(ctx, items); err == nil || ctx.Err() != nil {
			return err
		}
	}
	cut, err := l.fallbackCutter(ctx)
	if err != nil {
		return err
	}
	l.progress(Progress{Stage: BuildIndex})
	l.builtIn, _, err = l.newPart(ctx, items, cut)
	return err
}

// builtInDocuments are the site's; incomplete when its documents file cannot
// be had, and then the program's own records stand in.
func (l *Library) builtInDocuments(ctx context.Context) (docs []*corpus.Document, complete bool, err error) {
	address := l.options.Site.Documents
	if address == "" {
		docs, err = carriedRecords()
		return docs, true, err
	}
	var file sitefile.Documents
	check := func(data []byte, _ bool) (err error) {
		file, err = sitefile.ReadDocuments(data)
		return err
	}
	if _, err := l.siteFile(ctx, l.options.Site.documentsKey(), address, FetchDocuments, check); err != nil {
		l.options.Notice(Notice{NoDocuments, err.Error()})
		docs, err = carriedRecords()
		return docs, false, err
	}
	l.listed, l.pending = file.Years, file.Years
	if file.Embedded {
		docs, err = carriedRecords()
	}
	return sitefile.Merge(docs, file.List), true, err
}

func builtInItems(docs []*corpus.Document) []item {
	items := make([]item, 0, len(docs))
	for _, d := range docs {
		items = append(items, item{document: newDocument(d, true), passages: len(d.Passages)})
	}
	return items
}

// findBuiltIn gets the index from the store or the site. Its error has been
// told as a notice.
func (l *Library) findBuiltIn(ctx context.Context, items []item) (*part, error) {
	site := l.options.Site
	if site.Pack == "" {
		return nil, errors.New("the site has no pack")
	}
	return l.findPart(ctx, site.packKey(), site.Pack, site.PackHash, items, nil)
}

// findPart gets the index of documents from the store or the site; shared cuts
// where a pack has no dictionary of its own. Its error has been told as a
// notice.
func (l *Library) findPart(ctx context.Context, key, address, hash string, items []item, shared *cutter) (*part, error) {
	var found *part
	check := func(data []byte, proved bool) error {
		p, figures, err := openPack(data, hash, items, shared, proved)
		if err == nil {
			p.figures = l.newTableCache(p.hash, figures)
			if len(items) > 0 {
				p.figures.first = items[0].document
			}
			found = p
		}
		return err
	}
	origin, err := l.siteFileTwice(ctx, key, address, FetchPack, check)
	if err != nil {
		l.noticePack(ctx, err)
		return nil, err
	}
	found.origin = origin
	return found, nil
}

func (l *Library) noticePack(ctx context.Context, err error) {
	switch {
	case ctx.Err() != nil:
	case errors.Is(err, sitefile.ErrBadPack), errors.Is(err, index.ErrDamaged):
		l.options.Notice(Notice{PackDamaged, err.Error()})
	default:
		l.options.Notice(Notice{PackMissing, err.Error()})
	}
}
