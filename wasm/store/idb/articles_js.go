package idb

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sort"
	"syscall/js"

	"fenghui/wasm/store"
)

// batch is how many articles one transaction reads, and so about how many are
// verified before the event loop has its turn.
const batch = 128

// Articles reads in bounded transactions. An article deleted meanwhile is
// left out; one that the browser itself cannot read is damaged like one whose
// hash is wrong, and takes no other with it.
func (s *Store) Articles(ctx context.Context) ([]store.Article, error) {
	if err := s.begin(ctx, "articles"); err != nil {
		return nil, err
	}
	var keys []string
	err := s.transact(ctx, reading, articleStore, func(r *records) (err error) {
		keys, err = r.keys()
		return err
	})
	if err != nil {
		return nil, s.explain(ctx, "articles", 0, err)
	}
	var articles []store.Article
	var damages []error
	for some := range slices.Chunk(keys, batch) {
		a, d, err := s.readSome(ctx, some)
		if err != nil {
			return nil, s.explain(ctx, "articles", 0, err)
		}
		articles, damages = append(articles, a...), append(damages, d...)
	}
	sort.Slice(articles, func(i, j int) bool { return articles[i].Key < articles[j].Key })
	return articles, errors.Join(damages...)
}

// readSome reads a batch at once, or one by one if one of it spoils that.
func (s *Store) readSome(ctx context.Context, keys []string) (articles []store.Article, damages []error, err error) {
	values, err := s.readRecords(ctx, keys)
	switch {
	case err == nil:
		return openRecords(ctx, keys, values)
	case ctx.Err() != nil, errors.Is(err, store.ErrUnavailable), errors.Is(err, store.ErrClosed):
		return nil, nil, err
	case len(keys) == 1:
		return nil, []error{&store.DamagedError{Key: keys[0], Cause: err.Error()}}, nil
	}
	for i := range keys {
		a, d, err := s.readSome(ctx, keys[i:i+1])
		if err != nil {
			return nil, nil, err
		}
		articles, damages = append(articles, a...), append(damages, d...)
	}
	return articles, damages, nil
}

func (s *Store) readRecords(ctx context.Context, keys []string) (values []js.Value, err error) {
	err = s.transact(ctx, reading, articleStore, func(r *records) (err error) {
		values, err = r.getAll(keys)
		return err
	})
	return values, err
}

func openRecords(ctx context.Context, keys []string, values []js.Value) (articles []store.Article, damages []error, err error) {
	for i, key := range keys {
		if values[i].IsUndefined() {
			continue
		}
		data, err := unseal(ctx, values[i])
		switch {
		case ctx.Err() != nil:
			return nil, nil, ctx.Err()
		case err != nil:
			damages = append(damages, &store.DamagedError{Key: key, Cause: err.Error(), Data: data})
		default:
			articles = append(articles, store.Article{Key: key, Data: data})
		}
	}
	return articles, damages, nil
}

func (s *Store) PutArticles(ctx context.Context, articles []store.Article) error {
	_, err := s.putArticles(ctx, articles, func(*records) ([]js.Value, error) { return make([]js.Value, len(articles)), nil })
	return err
}

// errUnread is what the browser cannot read of what is there.
var errUnread = errors.New("store/idb: a record cannot be read")

// AddArticles checks what is there with Go's code, as UpdateArticle does. What
// the browser itself cannot read any more is replaced.
func (s *Store) AddArticles(ctx context.Context, articles []store.Article) ([]store.Article, error) {
	there, err := s.putArticles(ctx, articles, func(r *records) ([]js.Value, error) {
		values, err := r.getAll(store.Keys(articles))
		if err != nil && ctx.Err() == nil {
			err = fmt.Errorf("%w: %w", errUnread, err)
		}
		return values, err
	})
	if errors.Is(err, errUnread) {
		return nil, s.PutArticles(ctx, articles)
	}
	return there, err
}

// putArticles hashes and copies everything first, then writes it in one
// transaction that is over only when the disk has it. Articles whose record in
// kept is sound stay, and are returned.
func (s *Store) putArticles(ctx context.Context, articles []store.Article, kept func(*records) ([]js.Value, error)) (there []store.Article, err error) {
	what := fmt.Sprintf("put %d articles", len(articles))
	if err := s.begin(ctx, what, store.Keys(articles)...); err != nil {
		return nil, err
	}
	need, sealed := 0, make([]js.Value, len(articles))
	for i, a := range articles {
		if sealed[i], err = seal(ctx, a.Data); err != nil {
			return nil, s.explain(ctx, what, 0, err)
		}
		need += len(a.Data)
	}
	err = s.transact(ctx, strict, articleStore, func(r *records) error {
		values, err := kept(r)
		if err != nil {
			return err
		}
		there = nil // of an attempt before
		for i, a := range articles {
			if old, err := unsealAtOnce(values[i]); err == nil {
				there = append(there, store.Article{Key: a.Key, Data: old})
			} else if err := r.put(a.Key, sealed[i]); err != nil {
				return err
			}
		}
		return nil
	})
	return there, s.explain(ctx, what, need, err)
}

// UpdateArticle hashes with Go's code: the transaction would end while
// crypto.subtle is at work. For an article of 8 MB that takes a moment.
func (s *Store) UpdateArticle(ctx context.Context, key string, change func(old []byte) ([]byte, error)) error {
	what := "update article " + key
	if err := s.begin(ctx, what, key); err != nil {
		return err
	}
	written := 0
	err := s.transact(ctx, strict, articleStore, func(r *records) error {
		value, err := r.get(key)
		if err != nil {
			return err
		}
		var old []byte
		if !value.IsUndefined() {
			if old, err = unsealAtOnce(value); err != nil {
				return &store.DamagedError{Key: key, Cause: err.Error(), Data: old}
			}
		}
		changed, err := change(old)
		if err != nil {
			return err
		}
		written = len(changed)
		return r.putOrDelete(key, changed)
	})
	return s.explain(ctx, what, written, err)
}

func (s *Store) DeleteArticles(ctx context.Context, keys []string) error {
	what := fmt.Sprintf("delete %d articles", len(keys))
	if err := s.begin(ctx, what, keys...); err != nil {
		return err
	}
	err := s.transact(ctx, strict, articleStore, func(r *records) error {
		for _, key := range keys {
			if err := r.delete(key); err != nil {
				return err
			}
		}
		return nil
	})
	return s.explain(ctx, what, 0, err)
}
