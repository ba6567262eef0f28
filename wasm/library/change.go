package library

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"fenghui/wasm/store"
)

// ErrBadDate is told of an amended date that is not a day of the calendar.
var ErrBadDate = errors.New("library: not a date (YYYY-MM-DD)")

// Amend sets metadata of an imported article: what is nil stays, what is
// empty is again as the text has it.
func (l *Library) Amend(ctx context.Context, id string, title, date, event *string) error {
	l.changing.Lock()
	defer l.changing.Unlock()
	at := l.articleAt(id)
	if at < 0 {
		return fmt.Errorf("%w: %s", ErrNoSuchDocument, id)
	}
	changed := l.articles[at].stored
	set(&changed.Amend.Title, title)
	set(&changed.Amend.Date, date)
	set(&changed.Amend.Event, event)
	if d := changed.Amend.Date; d != "" {
		if _, err := time.Parse(time.DateOnly, d); err != nil {
			return fmt.Errorf("%w: %q", ErrBadDate, d)
		}
	}
	amended, err := changed.read()
	if err != nil {
		return err
	}
	amended.document.ID = id
	record, err := amended.encode()
	if err != nil {
		return err
	}
	if err := l.options.Store.PutArticles(ctx, []store.Article{record}); err != nil {
		return fmt.Errorf("library: amend %s: %w", id, err)
	}
	return l.replace(context.WithoutCancel(ctx), at, amended)
}

func set(field *string, value *string) {
	if value != nil {
		*field = strings.TrimSpace(*value)
	}
}

// replace puts an amended article in the place of the former. Only a new
// title is seen by the index.
func (l *Library) replace(ctx context.Context, at int, amended *article) error {
	former := l.articles[at]
	l.articles[at] = amended
	if former.revision() == amended.revision() {
		l.place(amended.document.ID, amended.document)
		l.publish()
		return nil
	}
	l.place(amended.document.ID, nil)
	err := l.index(ctx, []*article{amended}, nil)
	l.publish()
	return err
}

// place says which document now stands where an article is in the index.
func (l *Library) place(id string, d *Document) {
	for p, part := range l.parts {
		if at := slices.IndexFunc(part.items, func(i item) bool { return i.key == id && i.document != nil }); at >= 0 {
			changed := *part
			changed.items = slices.Clone(part.items) // snapshots may still read the former list
			changed.items[at].document = d
			l.parts[p] = &changed
		}
	}
}

// Remove takes imported articles out. Unknown IDs are an error before
// anything is changed.
func (l *Library) Remove(ctx context.Context, ids []string) error {
	l.changing.Lock()
	defer l.changing.Unlock()
	for _, id := range ids {
		if l.articleAt(id) < 0 {
			return fmt.Errorf("%w: %s", ErrNoSuchDocument, id)
		}
	}
	if err := l.options.Store.DeleteArticles(ctx, ids); err != nil {
		return fmt.Errorf("library: remove: %w", err)
	}
	for _, id := range ids {
		if at := l.articleAt(id); at >= 0 {
			l.articles = slices.Delete(l.articles, at, at+1)
			l.place(id, nil)
		}
	}
	err := l.index(context.WithoutCancel(ctx), nil, nil)
	l.publish()
	return err
}

func (l *Library) articleAt(id string) int {
	return slices.IndexFunc(l.articles, func(a *article) bool { return a.document.ID == id })
}
