package library

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"fenghui/wasm/store"
)

// ErrBadDate is the error for an amended date that is no day of the calendar.
var ErrBadDate = errors.New("library: not a date (YYYY-MM-DD)")

// Change is what a reader changes of what was said about an article. A field
// that is nil stays. An empty one is again as the text has it, or None if it
// was so already.
type Change struct{ Title, Date, Event, Organisation, Speaker *string }

// Amend sets metadata of an imported article. The store's copy is changed, not
// the one of this tab, so that two tabs that set different fields both count.
// The error is ErrNoSuchDocument, ErrBadDate or one of the store's.
func (l *Library) Amend(ctx context.Context, id string, c Change) error {
	defer l.lock(nil)()
	at := l.articleAt(id)
	if at < 0 {
		return fmt.Errorf("%w: %s", ErrNoSuchDocument, id)
	}
	var amended *article
	err := l.options.Store.UpdateArticle(ctx, id, func(old []byte) ([]byte, error) {
		if len(old) == 0 {
			return nil, fmt.Errorf("%w: %s: removed in another tab", ErrNoSuchDocument, id)
		}
		var s stored
		err := json.Unmarshal(old, &s)
		if err == nil {
			err = c.apply(&s.Amend)
		}
		if err == nil {
			amended, err = s.readAs(id)
		}
		if err != nil {
			return nil, err
		}
		return json.Marshal(amended.stored)
	})
	if err != nil {
		return fmt.Errorf("library: amend %s: %w", id, err)
	}
	return l.replace(context.WithoutCancel(ctx), at, amended)
}

// apply makes the change.
func (c Change) apply(a *Amendment) error {
	for _, f := range []struct{ said, field *string }{
		{c.Title, &a.Title}, {c.Date, &a.Date}, {c.Event, &a.Event}, {c.Organisation, &a.Organisation}, {c.Speaker, &a.Speaker},
	} {
		if f.said == nil {
			continue
		}
		said := strings.TrimSpace(*f.said)
		if said == "" && *f.field == "" {
			said = None
		}
		*f.field = said
	}
	return a.check()
}

func (a Amendment) check() error {
	if a.Date == "" || a.Date == None {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, a.Date); err != nil {
		return fmt.Errorf("%w: %q", ErrBadDate, a.Date)
	}
	return nil
}

// replace puts an amended article in the place of the former. Only a new
// title is seen by the index.
func (l *Library) replace(ctx context.Context, at int, amended *article) error {
	former := l.articles[at]
	amended.document = l.withCorrections(amended.document)
	l.articles[at] = amended
	if former.revision() == amended.revision() {
		l.putAt(amended.document.ID, amended.document)
		l.publish()
		return nil
	}
	l.putAt(amended.document.ID, nil)
	err := l.updateIndex(ctx, []*article{amended}, nil)
	l.publish()
	return err
}

// putAt says which document now stands where an article is in the index.
func (l *Library) putAt(id string, d *Document) {
	for p, part := range l.parts {
		if at := slices.IndexFunc(part.items, func(i item) bool { return i.key == id && i.document != nil }); at >= 0 {
			changed := *part
			changed.items = slices.Clone(part.items) // snapshots may still read the former list
			changed.items[at].document = d
			l.parts[p] = &changed
		}
	}
}

// Remove takes imported articles out, damaged ones too. Unknown IDs are an
// error before anything is changed.
func (l *Library) Remove(ctx context.Context, ids []string) error {
	defer l.lock(nil)()
	for _, id := range ids {
		if l.articleAt(id) < 0 && !l.isDamaged(id) {
			return fmt.Errorf("%w: %s", ErrNoSuchDocument, id)
		}
	}
	latest := map[string]*article{}
	for _, id := range ids {
		latest[id] = l.latest(ctx, id)
	}
	if err := l.options.Store.DeleteArticles(ctx, ids); err != nil {
		return fmt.Errorf("library: remove: %w", err)
	}
	var removed []*article
	for _, id := range ids {
		if at := l.articleAt(id); at >= 0 {
			removed = append(removed, cmp.Or(latest[id], l.articles[at]))
			l.articles = slices.Delete(l.articles, at, at+1)
			l.putAt(id, nil)
		}
	}
	l.removed = append(l.removed, removed)
	l.forgetDamaged(ids)
	err := l.updateIndex(context.WithoutCancel(ctx), nil, nil)
	l.publish()
	return err
}

// latest is an article as another tab has amended it; nil: the store has none.
func (l *Library) latest(ctx context.Context, id string) (a *article) {
	seen := errors.New("seen")
	_ = l.options.Store.UpdateArticle(ctx, id, func(old []byte) ([]byte, error) {
		a, _ = decodeArticle(store.Article{Key: id, Data: old})
		return nil, seen // nothing is changed
	})
	return a
}

// Undo restores what the last Remove took, as it was; called again, what
// the one before took. Nothing to restore is no error. Damaged articles are
// not restored.
func (l *Library) Undo(ctx context.Context) error {
	defer l.lock(nil)()
	last := len(l.removed) - 1
	if last < 0 {
		return nil
	}
	var back []*article
	for _, a := range l.removed[last] {
		if l.articleAt(a.document.ID) >= 0 {
			continue // imported again meanwhile
		}
		back = append(back, a)
	}
	if err := l.storeArticles(ctx, back); err != nil {
		return fmt.Errorf("library: undo: %w", err)
	}
	for _, a := range back {
		a.document = l.withCorrections(a.document)
	}
	l.removed = l.removed[:last]
	l.articles = append(l.articles, back...)
	err := l.updateIndex(context.WithoutCancel(ctx), back, nil)
	l.publish()
	return err
}

func (l *Library) articleAt(id string) int {
	return slices.IndexFunc(l.articles, func(a *article) bool { return a.document.ID == id })
}
