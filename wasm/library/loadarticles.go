package library

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"sort"

	"fenghui/wasm/library/correction"
	"fenghui/wasm/store"
)

// Damaged is an article the store has but cannot give back. It stays there,
// for a later program may read it, until a reader removes it.
type Damaged struct {
	ID    string
	Name  string // of its file, as far as that can still be read
	Cause string
}

func (l *Library) isDamaged(id string) bool {
	return slices.ContainsFunc(l.damaged, func(d Damaged) bool { return d.ID == id })
}

// forgetDamaged is for what has been removed, or imported again.
func (l *Library) forgetDamaged(ids []string) {
	l.damaged = slices.DeleteFunc(l.damaged, func(d Damaged) bool { return slices.Contains(ids, d.ID) })
}

// loadArticles reads what the store keeps. Articles that cannot be read are
// told by a notice each; they never take others with them.
func (l *Library) loadArticles(ctx context.Context) ([]*article, error) {
	kept, err := l.options.Store.Articles(ctx)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	for _, damage := range unjoin(err) {
		d := store.DamagedError{Cause: damage.Error()}
		if told := (*store.DamagedError)(nil); errors.As(damage, &told) {
			d = *told
		}
		l.tellDamaged(d)
	}
	var articles []*article
	for _, k := range kept {
		a, err := l.loadRecord(k)
		if err != nil {
			l.tellDamaged(store.DamagedError{Key: k.Key, Cause: err.Error(), Data: k.Data})
			continue
		}
		if a != nil {
			articles = append(articles, a)
		}
	}
	sort.SliceStable(articles, func(i, j int) bool {
		a, b := articles[i], articles[j]
		return cmp.Or(cmp.Compare(a.Added, b.Added), cmp.Compare(a.document.ID, b.document.ID)) < 0
	})
	return articles, nil
}

// loadRecord makes an article of a record. Corrections are kept aside, and give
// nil.
func (l *Library) loadRecord(k store.Article) (*article, error) {
	if !correction.IsKey(k.Key) {
		return decodeArticle(k)
	}
	c, err := correction.Decode(k.Key, k.Data)
	if err == nil {
		l.corrections[c.Of] = c
	}
	return nil, err
}

// tellDamaged names the file if what is left of the article still does.
func (l *Library) tellDamaged(e store.DamagedError) {
	var left struct{ Name string }
	_ = json.Unmarshal(e.Data, &left) // what can be read of it is read
	d := Damaged{ID: e.Key, Name: left.Name, Cause: e.Cause}
	if d.ID != "" {
		l.damaged = append(l.damaged, d)
	}
	l.options.Log(fmt.Sprintf("library: article %s (%s): %s", d.ID, d.Name, d.Cause))
	l.options.Notice(Notice{ArticleDamaged, cmp.Or(d.Name, d.ID, d.Cause)})
}

func decodeArticle(k store.Article) (*article, error) {
	var s stored
	if err := json.Unmarshal(k.Data, &s); err != nil {
		return nil, err
	}
	return s.readAs(k.Key)
}

// unjoin returns the errors that errors.Join put together.
func unjoin(err error) []error {
	if err == nil {
		return nil
	}
	var joined interface{ Unwrap() []error }
	if errors.As(err, &joined) {
		return joined.Unwrap()
	}
	return []error{err}
}
