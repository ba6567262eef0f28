package idb

import (
	"bytes"
	"context"
	"errors"
	"strconv"
	"strings"
	"syscall/js"

	"fenghui/wasm/promise"
	"fenghui/wasm/store"
)

// takeOver moves the articles of earlier schemas here and deletes their
// databases. Whatever goes wrong, what was not moved stays where it is and
// the next start tries again; the program starts all the same.
func (s *Store) takeOver(ctx context.Context, schema int) {
	ctx, cancel := context.WithTimeout(ctx, 5*patience)
	defer cancel()
	for _, name := range earlier(ctx, schema) {
		if s.takeOverOne(ctx, name) == nil {
			s.removeUnused(ctx, name)
		}
	}
}

// earlier lists our databases of lower schemas, as far as the browser tells.
func earlier(ctx context.Context, schema int) []string {
	ctx, cancel := context.WithTimeout(ctx, patience/2)
	defer cancel()
	factory := js.Global().Get("indexedDB")
	if factory.Get("databases").Type() != js.TypeFunction {
		return nil
	}
	list, err := promise.Await(ctx, factory.Call("databases"))
	if err != nil {
		return nil
	}
	var names []string
	for i := range list.Length() {
		name := list.Index(i).Get("name").String()
		number, ours := strings.CutPrefix(name, namePrefix)
		if n, err := strconv.Atoi(number); ours && err == nil && n < schema {
			names = append(names, name)
		}
	}
	return names
}

// takeOverOne copies the articles, and only when the disk has them takes
// them out of the old database. A tab of the earlier version may be at work
// there: an article it has changed since stays. An error means that something
// stayed; damaged articles do, perhaps a later program can save them.
func (s *Store) takeOverOne(ctx context.Context, name string) error {
	// Half of the patience, so that an old database held up by another tab
	// does not keep the reader waiting.
	brief, cancel := context.WithTimeout(ctx, patience/2)
	defer cancel()
	old, err := openStore(brief, s.factory, name)
	if err != nil {
		return err
	}
	defer old.Close()
	articles, damage := old.Articles(ctx)
	if len(articles) == 0 {
		return damage
	}
	if _, err := s.AddArticles(ctx, articles); err != nil { // what is here already may have been changed here
		return err
	}
	return errors.Join(damage, old.deleteSame(ctx, articles))
}

var errChanged = errors.New("store/idb: an article has changed meanwhile")

// deleteSame deletes the articles whose data is still the same.
func (s *Store) deleteSame(ctx context.Context, articles []store.Article) error {
	var changed error
	err := s.transact(ctx, strict, articleStore, func(r *records) error {
		values, err := r.getAll(store.Keys(articles))
		if err != nil {
			return err
		}
		for i, a := range articles {
			data := field(values[i], "data")
			if !isBytes(data) || !bytes.Equal(toGo(data), a.Data) {
				changed = errChanged
			} else if err := r.delete(a.Key); err != nil {
				return err
			}
		}
		return nil
	})
	return errors.Join(err, changed)
}

// removeUnused deletes a database unless another tab has it open: that tab
// would import into it once more.
func (s *Store) removeUnused(ctx context.Context, name string) {
	unlock, alone := tryLock(ctx, openLock(name))
	if !alone {
		unlock()
		return
	}
	go func() {
		defer unlock()
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
		defer cancel()
		_ = remove(ctx, s.factory, name)
	}()
}
