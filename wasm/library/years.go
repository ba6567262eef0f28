package library

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"fenghui/wasm/library/sitefile"
)

// Load loads a year if it is pending; any other year is no error. When the
// index cannot be fetched, or is damaged twice, it is built from the texts; when
// they cannot be fetched either, the year stays pending, and a later Load tries
// again.
func (l *Library) Load(ctx context.Context, name string, progress func(Progress)) error {
	defer l.lock(progress)()
	return l.load(ctx, name)
}

// Complete loads all pending years; an error of one does not stop the others.
func (l *Library) Complete(ctx context.Context, progress func(Progress)) error {
	defer l.lock(progress)()
	var errs []error
	for _, y := range slices.Clone(l.pending) {
		if err := l.load(ctx, y.Name); err != nil {
			errs = append(errs, err)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return errors.Join(errs...)
}

// load is Load for who has the lock. Its progress names the year.
func (l *Library) load(ctx context.Context, name string) error {
	at := slices.IndexFunc(l.pending, func(y sitefile.Year) bool { return y.Name == name })
	if at < 0 {
		return nil
	}
	progress := l.progress
	defer func() { l.progress = progress }()
	l.progress = func(p Progress) {
		p.Name = name
		progress(p)
	}
	p, err := l.openYear(ctx, l.pending[at])
	if err != nil && ctx.Err() == nil {
		l.options.Notice(Notice{YearMissing, name})
	}
	if err != nil {
		return fmt.Errorf("library: load %q: %w", name, err)
	}
	l.years = append(l.years, p)
	l.sentences = nil // these are not in it
	l.pending = slices.Delete(slices.Clone(l.pending), at, at+1)
	l.publish()
	return nil
}

func (l *Library) openYear(ctx context.Context, y sitefile.Year) (*part, error) {
	var file sitefile.Documents
	check := func(data []byte, _ bool) (err error) {
		file, err = sitefile.ReadDocuments(data)
		return err
	}
	site := l.options.Site
	if _, err := l.siteFileTwice(ctx, site.yearKey(y.Documents), site.beside(y.Documents), FetchDocuments, check); err != nil {
		return nil, err
	}
	items := builtInItems(file.List)
	p, err := l.findPart(ctx, site.yearKey(y.Pack), site.beside(y.Pack), y.PackHash, items, l.builtIn.cutter)
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		l.progress(Progress{Stage: BuildIndex})
		if p, _, err = l.newPart(ctx, items, l.builtIn.cutter); err != nil {
			return nil, err
		}
	}
	l.withoutKnown(p)
	return p, nil
}

// withoutKnown leaves out documents that are in the library by now: a reader
// has imported them. Their passages keep their numbers.
func (l *Library) withoutKnown(p *part) {
	known := l.Snapshot().byID
	for n, i := range p.items {
		if known[i.document.ID] != nil {
			p.items[n].document = nil
			continue
		}
		p.items[n].document = l.withCorrections(i.document)
	}
}

// beside is the address of a file in the folder of the documents file.
func (s Site) beside(name string) string {
	return s.Documents[:strings.LastIndexByte(s.Documents, '/')+1] + name
}

// yearKeys are those of all years of the site, loaded or not.
func (l *Library) yearKeys() (keys []string) {
	for _, y := range l.listed {
		keys = append(keys, l.options.Site.yearKey(y.Documents), l.options.Site.yearKey(y.Pack))
	}
	return keys
}
