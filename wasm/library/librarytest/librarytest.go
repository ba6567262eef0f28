// Package librarytest makes small libraries for tests.
//
//	s := librarytest.Snapshot(t, []*corpus.Document{
//		librarytest.Document("north", "2024-05-06", "北港联盟", "北港联盟峰会", "去年吞吐量为700万吨。"),
//	})
package librarytest

import (
	"context"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/library"
	"fenghui/wasm/library/sitefile"
	"fenghui/wasm/store"
)

// Document is an article of an invented summit, a passage of running text each.
func Document(id, date, organisation, title string, passages ...string) *corpus.Document {
	d := &corpus.Document{ID: id, Kind: corpus.Article, Title: title, Summit: corpus.Summit{Date: date, Organisation: organisation, Event: title}}
	for _, p := range passages {
		d.Passages = append(d.Passages, corpus.Passage{Kind: corpus.Text, Text: p})
	}
	return d
}

// Snapshot is a library of documents, kept in memory.
func Snapshot(t testing.TB, docs []*corpus.Document) *library.Snapshot {
	t.Helper()
	return Open(t, docs, library.Options{Store: store.NewMemory()})
}

// Open is Snapshot with other options; the site is that of the documents.
func Open(t testing.TB, docs []*corpus.Document, o library.Options) *library.Snapshot {
	t.Helper()
	file, err := sitefile.Documents{List: docs}.Encode()
	if err != nil {
		t.Fatal(err)
	}
	o.Site = library.Site{Documents: "documents.json"}
	o.Fetch = func(context.Context, string) ([]byte, error) { return file, nil }
	l, err := library.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return l.Snapshot()
}
