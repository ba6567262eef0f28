package library

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"fenghui/wasm/library/correction"
	"fenghui/wasm/library/exportfile"
	"fenghui/wasm/store"
)

// Export writes all that the reader has imported and corrected: what the store
// holds now, what other tabs have added too. Damaged articles are not in it. n counts
// what is. The error is that of ctx, of the store or of w.
func (l *Library) Export(ctx context.Context, w io.Writer) (n int, err error) {
	kept, err := l.options.Store.Articles(ctx)
	if ctx.Err() != nil || len(kept) == 0 && err != nil && !errors.As(err, new(*store.DamagedError)) {
		return 0, fmt.Errorf("library: export: %w", errors.Join(ctx.Err(), err))
	}
	if n, err = exportfile.Write(ctx, w, kept); err != nil {
		return 0, fmt.Errorf("library: export: %w", err)
	}
	return n, nil
}

// ErrBadExport is the error for a file that is no export, or a damaged one.
var ErrBadExport = errors.New("library: not a sound export")

// Restored tells what became of an export.
type Restored struct {
	Records  int // that the file says it has
	Readable int // that it does have
	Added    int
	Known    int      // were here already, the same or changed: those stay as they are
	Damaged  []string // what is wrong with a line, "line 3: …"
}

// Restore adds what an export holds and is not here yet. A damaged file is
// refused, whole, with an error that is ErrBadExport and the damage in
// Restored; with partly, what can still be read of it is added. An article is
// added whole or not at all.
func (l *Library) Restore(ctx context.Context, file string, partly bool, progress func(Progress)) (Restored, error) {
	defer l.lock(progress)()
	told, records, err := readExport(ctx, file)
	if err != nil {
		return told, err
	}
	if len(told.Damaged) > 0 && !partly {
		return told, fmt.Errorf("%w: %s", ErrBadExport, told.Damaged[0])
	}
	missing := l.missing(records)
	told.Known = len(records) - len(missing)
	told.Added, err = l.restore(ctx, missing)
	if err != nil {
		err = fmt.Errorf("library: restore: %w", err)
	}
	return told, errors.Join(err, l.addRestored(ctx, missing[:told.Added]))
}

// missing are the records that the library has not, corrections last.
func (l *Library) missing(records []store.Article) []store.Article {
	var articles, corrections []store.Article
	known := l.Snapshot().byID
	taken := map[string]bool{}
	for _, r := range records {
		if known[r.Key] != nil || taken[r.Key] || l.knowsBetter(r) {
			continue
		}
		taken[r.Key] = true
		if correction.IsKey(r.Key) {
			corrections = append(corrections, r)
		} else {
			articles = append(articles, r)
		}
	}
	return append(articles, corrections...)
}

// knowsBetter reports whether what a record says is said here already: by a document
// of the site, or by corrections made here of the same figures.
func (l *Library) knowsBetter(r store.Article) bool {
	if correction.IsKey(r.Key) {
		c, err := correction.Decode(r.Key, r.Data)
		here := l.corrections[c.Of].List
		return err != nil || len(correction.Join(here, c.List)) == len(here)
	}
	a, err := decodeArticle(r)
	return err != nil || a.isCopyOf(l.Snapshot().byID[a.stated])
}

// restore puts records into the store, some at a time, and tells how many.
func (l *Library) restore(ctx context.Context, records []store.Article) (done int, err error) {
	articles := 0
	for articles < len(records) && !correction.IsKey(records[articles].Key) {
		articles++
	}
	for done < articles {
		l.progress(Progress{Stage: SaveArticles, Done: done, Total: len(records)})
		end := min(done+saveAtOnce, articles)
		if _, err := l.storeRecords(ctx, records[done:end]); err != nil {
			return done, err
		}
		done = end
	}
	for ; done < len(records); done++ {
		if err := l.restoreCorrections(ctx, &records[done]); err != nil {
			return done, err
		}
	}
	return done, nil
}

// restoreCorrections adds those of a record to what is said here of the same
// document, by this tab or another one; the record then says both.
func (l *Library) restoreCorrections(ctx context.Context, r *store.Article) error {
	said, err := correction.Decode(r.Key, r.Data)
	if err != nil {
		return err
	}
	err = l.options.Store.UpdateArticle(ctx, r.Key, func(old []byte) ([]byte, error) {
		here, err := correction.Decode(r.Key, old)
		if err != nil {
			return r.Data, nil // there are none, or none that can be read
		}
		here.List = correction.Join(here.List, said.List)
		both, err := json.Marshal(here)
		r.Data = both
		return both, err
	})
	if errors.As(err, new(*store.DamagedError)) {
		err = l.options.Store.PutArticles(ctx, []store.Article{*r})
	}
	return err
}

// addRestored adds records that have just been saved to the library.
func (l *Library) addRestored(ctx context.Context, records []store.Article) error {
	var articles []*article
	for _, r := range records {
		if !correction.IsKey(r.Key) {
			if a, err := decodeArticle(r); err == nil {
				articles = append(articles, a)
			}
			continue
		}
		l.forgetDamaged([]string{r.Key})
		if said, err := correction.Decode(r.Key, r.Data); err == nil {
			l.setCorrections(said)
		}
	}
	err := l.addSaved(ctx, articles)
	l.sentences = nil // these are not in it
	l.publish()
	return err
}

// readExport reads the records of an export and tells what is wrong with it. The
// error is that of ctx, or an ErrBadExport.
func readExport(ctx context.Context, file string) (Restored, []store.Article, error) {
	c, err := exportfile.Read(ctx, file, checkRecord)
	if err != nil && ctx.Err() == nil {
		err = fmt.Errorf("%w: %w", ErrBadExport, err)
	}
	return Restored{Records: c.Total, Readable: len(c.Records), Damaged: c.Damaged}, c.Records, err
}

// checkRecord tells what is wrong with a record of the store, whatever it is of.
func checkRecord(r store.Article) (err error) {
	if correction.IsKey(r.Key) {
		_, err = correction.Decode(r.Key, r.Data)
	} else {
		_, err = decodeArticle(r)
	}
	return err
}
