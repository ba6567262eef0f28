package storetest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"fenghui/wasm/store"
)

var articles = []test{
	{"there are no articles at first", func(t *testing.T, s store.Store) {
		WantArticles(t, s)
	}},
	{"articles come back sorted by key", func(t *testing.T, s store.Store) {
		PutArticles(t, s, "b=second", "a=first", "c=")
		WantArticles(t, s, "a=first", "b=second", "c=")
	}},
	{"an article is replaced by one of the same key", func(t *testing.T, s store.Store) {
		PutArticles(t, s, "a=old", "b=other")
		PutArticles(t, s, "a=new")
		WantArticles(t, s, "a=new", "b=other")
	}},
	{"of equal keys in one call the last wins", func(t *testing.T, s store.Store) {
		PutArticles(t, s, "a=1", "a=2")
		WantArticles(t, s, "a=2")
	}},
	{"one bad key and nothing is put", func(t *testing.T, s store.Store) {
		PutArticles(t, s, "a=old")
		err := s.PutArticles(t.Context(), []store.Article{{Key: "a", Data: []byte("new")}, {Key: ""}})
		wantError(t, "put articles", err, store.ErrBadKey)
		WantArticles(t, s, "a=old")
	}},
	{"articles are added but where there are others", func(t *testing.T, s store.Store) {
		PutArticles(t, s, "a=old")
		there, err := s.AddArticles(t.Context(), []store.Article{{Key: "a", Data: []byte("new")}, {Key: "b", Data: []byte("2")}})
		wantError(t, "add articles", err, nil)
		if len(there) != 1 || there[0].Key != "a" || string(there[0].Data) != "old" {
			t.Fatalf("there are %q", there)
		}
		there[0].Data[0] = 'X' // what is told is a copy
		WantArticles(t, s, "a=old", "b=2")
	}},
	{"deleted articles are gone, absent ones are no error", func(t *testing.T, s store.Store) {
		PutArticles(t, s, "a=1", "b=2", "c=3")
		if err := s.DeleteArticles(t.Context(), []string{"c", "absent", "a"}); err != nil {
			t.Fatal(err)
		}
		WantArticles(t, s, "b=2")
	}},
	{"an article is changed from what it is", func(t *testing.T, s store.Store) {
		PutArticles(t, s, "a=1", "b=2")
		updateArticle(t, s, "a", "+x", nil)
		updateArticle(t, s, "a", "+y", nil)
		WantArticles(t, s, "a=1+x+y", "b=2")
	}},
	{"an article comes to be by a change, and goes by one", func(t *testing.T, s store.Store) {
		updateArticle(t, s, "a", "x", nil)
		WantArticles(t, s, "a=x")
		for range 2 {
			err := s.UpdateArticle(t.Context(), "a", func([]byte) ([]byte, error) { return nil, nil })
			wantError(t, "update article", err, nil)
		}
		WantArticles(t, s)
	}},
	{"a change of an article that fails leaves it as it was", func(t *testing.T, s store.Store) {
		PutArticles(t, s, "a=1")
		refusal := errors.New("refused")
		err := s.UpdateArticle(t.Context(), "a", func([]byte) ([]byte, error) { return []byte("2"), refusal })
		wantError(t, "update article", err, refusal)
		WantArticles(t, s, "a=1")
	}},
	{"articles changed at once all count", func(t *testing.T, s store.Store) {
		PutArticles(t, s, "a=")
		var all sync.WaitGroup
		for range 20 {
			all.Go(func() { updateArticle(t, s, "a", "x", nil) })
		}
		all.Wait()
		WantArticles(t, s, "a="+strings.Repeat("x", 20))
	}},
	{"putting and deleting nothing is no error", func(t *testing.T, s store.Store) {
		PutArticles(t, s)
		if err := s.DeleteArticles(t.Context(), nil); err != nil {
			t.Error(err)
		}
		WantArticles(t, s)
	}},
	{"keys of articles may hold anything", func(t *testing.T, s store.Store) {
		all := []string{" =1", "%2F=2", "a/b=3", "峰会 🏔=4"}
		PutArticles(t, s, all...)
		WantArticles(t, s, all...)
	}},
	{"many articles of many sizes", func(t *testing.T, s store.Store) {
		var all []string
		for i := range 700 {
			all = append(all, fmt.Sprintf("a-%03d=%s", i, pattern(i*i%5000)))
		}
		all = append(all, "large="+string(pattern(3<<20)))
		PutArticles(t, s, all...)
		WantArticles(t, s, all...)
	}},
	{"an article put is a copy, and so is an article read", func(t *testing.T, s store.Store) {
		data := []byte("one")
		if err := s.PutArticles(t.Context(), []store.Article{{Key: "a", Data: data}}); err != nil {
			t.Fatal(err)
		}
		data[0] = 'X'
		got, err := s.Articles(t.Context())
		if err != nil || len(got) != 1 {
			t.Fatal(got, err)
		}
		got[0].Data[1] = 'Y'
		WantArticles(t, s, "a=one")
	}},
	{"articles, blobs and manifest do not touch each other", func(t *testing.T, s store.Store) {
		PutArticles(t, s, "k=article")
		putBlob(t, s, "k", []byte("blob"))
		update(t, s, "", "manifest")
		if err := s.DeleteArticles(t.Context(), []string{"k"}); err != nil {
			t.Fatal(err)
		}
		wantBlob(t, s, "k", []byte("blob"))
		wantManifest(t, s, "manifest")
	}},
}

// updateArticle appends to an article.
func updateArticle(t *testing.T, s store.Store, key, more string, want error) {
	t.Helper()
	err := s.UpdateArticle(t.Context(), key, func(old []byte) ([]byte, error) { return append(old, more...), nil })
	wantError(t, "update article", err, want)
}

// PutArticles puts articles written as "key=data".
func PutArticles(t *testing.T, s store.Store, all ...string) {
	t.Helper()
	var articles []store.Article
	for _, a := range all {
		key, data, _ := strings.Cut(a, "=")
		articles = append(articles, store.Article{Key: key, Data: []byte(data)})
	}
	if err := s.PutArticles(t.Context(), articles); err != nil {
		t.Fatalf("put articles: %v", err)
	}
}

// WantArticles fails unless s keeps exactly these, written as "key=data", by key.
func WantArticles(t *testing.T, s store.Store, want ...string) {
	t.Helper()
	articles, err := s.Articles(t.Context())
	var got []string
	for _, a := range articles {
		got = append(got, a.Key+"="+string(a.Data))
	}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("articles %.200q, %v; want %.200q", got, err, want)
	}
}
