package library

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"fenghui/wasm/store"
)

// saveAtOnce articles go into one transaction: each is wholly there or not at
// all whenever the tab is killed, and a cancelled import stops between two.
const saveAtOnce = 20

// save puts the articles into the store, some at a time.
func (l *Library) save(ctx context.Context, articles []*article, results []Result) (saved []*article) {
	var places []int
	for i, a := range articles {
		if a != nil {
			places = append(places, i)
		}
	}
	done := 0
	for batch := range slices.Chunk(places, saveAtOnce) {
		l.progress(Progress{Stage: SaveArticles, Done: done, Total: len(places)})
		var some []*article
		for _, i := range batch {
			some = append(some, articles[i])
		}
		err := l.storeArticles(ctx, some)
		for n, i := range batch {
			switch {
			case err != nil:
				refuseAll(results, results[i].ID, saveReason(ctx, err), err)
				continue
			case some[n] == articles[i]:
				results[i].Status = Added
			default:
				results[i].Status = Duplicate // another tab was first
			}
			saved = append(saved, some[n])
		}
		done += len(batch)
	}
	return saved
}

// addSaved adds articles that have just been saved to the library, even if ctx
// has ended by now. The caller has the lock.
func (l *Library) addSaved(ctx context.Context, saved []*article) error {
	if len(saved) == 0 {
		return nil
	}
	l.articles = append(l.articles, saved...)
	for _, a := range saved {
		a.document = l.withCorrections(a.document)
		l.forgetDamaged([]string{a.document.ID})
	}
	l.openDictionary(ctx)
	if err := l.updateIndex(context.WithoutCancel(ctx), saved, nil); err != nil {
		return err
	}
	l.publish()
	l.readFigures(ctx)
	return nil
}

// readFigures makes the tables of the parts that have just been built. An
// import cancelled here is done but for them; they are made when wanted.
func (l *Library) readFigures(ctx context.Context) {
	for _, p := range l.parts {
		if p.origin != builtHere {
			continue
		}
		if _, err := p.figures.current(ctx, p.items, l.progress); err != nil {
			l.options.Log(fmt.Sprintf("library: read figures: %v", err))
			return
		}
	}
}

// refuseAll refuses an article that could not be saved, and its duplicates.
func refuseAll(results []Result, id, reason string, cause error) {
	var quota *store.QuotaError
	errors.As(cause, &quota)
	for i := range results {
		if results[i].ID == id {
			results[i] = Result{Name: results[i].Name, Status: Refused, Reason: reason, Detail: cause.Error(), Quota: quota}
		}
	}
}

// storeArticles puts articles into the store. An article that another tab has
// put there meanwhile, and may have amended since, stays and takes the place of
// ours.
func (l *Library) storeArticles(ctx context.Context, articles []*article) error {
	var records []store.Article
	for _, a := range articles {
		record, err := a.encode()
		if err != nil {
			return err
		}
		records = append(records, record)
	}
	there, err := l.storeRecords(ctx, records)
	for n := range articles {
		if other := there[records[n].Key]; other != nil {
			articles[n] = other
		}
	}
	return err
}

// storeRecords is storeArticles of records; there are the articles that took
// their places. One that cannot be read is replaced.
func (l *Library) storeRecords(ctx context.Context, records []store.Article) (there map[string]*article, err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	kept, err := l.options.Store.AddArticles(ctx, records)
	if err != nil {
		return nil, err
	}
	there = map[string]*article{}
	var unreadable []store.Article
	for _, k := range kept {
		at := slices.IndexFunc(records, func(r store.Article) bool { return r.Key == k.Key })
		if other, err := decodeArticle(k); err == nil {
			records[at], there[k.Key] = k, other
		} else {
			unreadable = append(unreadable, records[at])
		}
	}
	if len(unreadable) > 0 {
		err = l.options.Store.PutArticles(ctx, unreadable)
	}
	return there, err
}

func saveReason(ctx context.Context, err error) string {
	switch {
	case ctx.Err() != nil:
		return Cancelled
	case errors.Is(err, store.ErrQuota):
		return NoRoom
	}
	return NotSaved
}
