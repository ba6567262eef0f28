package library

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"fenghui/corpus"
	"fenghui/corpus/sha256"
	"fenghui/wasm/store"
)

// article is an imported document with what it was made from.
type article struct {
	stored
	document *Document
	stated   string // the ID the text itself gives
}

// stored is the safe copy of an article: its original text and what the
// reader has said about it. Everything else can be made again from it.
type stored struct {
	Name  string    `json:"name"`
	Text  string    `json:"text"`
	Added string    `json:"added"` // RFC 3339 with nanoseconds, UTC
	Amend Amendment `json:"amend"`
}

// Amendment is metadata set by the reader. Empty: as the text has it; None:
// what the text seems to say is not so, and nothing else is known.
type Amendment struct {
	Title string `json:"title,omitempty"`
	Date  string `json:"date,omitempty"` // YYYY-MM-DD
	Event string `json:"event,omitempty"`

	Organisation string `json:"organisation,omitempty"`
	Speaker      string `json:"speaker,omitempty"`
}

// None is what a reader sets where something was read that is not so and
// nothing else is known. A title cannot be None.
const None = "-"

// read makes the document of a stored article.
func (s stored) read() (*article, error) {
	if err := corpus.CheckText(s.Name, s.Text); err != nil {
		return nil, err
	}
	d, err := corpus.Read(s.Name, s.Text)
	if err != nil {
		return nil, err
	}
	s.Amend.apply(d)
	return &article{stored: s, document: newDocument(d, false), stated: d.ID}, nil
}

// readAs is read, but the document has the name it was given when it was
// imported, even if a newer program would give it another.
func (s stored) readAs(id string) (*article, error) {
	a, err := s.read()
	if err == nil {
		a.document.ID = id
	}
	return a, err
}

// key names an imported document by its content. A record says its ID itself,
// and may say that of another text: an earlier state of it, or one of ours.
func (a *article) key() string {
	if a.document.Kind != corpus.Record {
		return a.stated
	}
	return a.stated + "-" + sha256.Hex([]byte(a.Text))[:8]
}

// isCopyOf reports whether the article, as it was imported, is what d is.
func (a *article) isCopyOf(d *Document) bool {
	if d == nil || !d.BuiltIn || d.Kind != a.document.Kind {
		return false
	}
	if d.Kind == corpus.Article {
		return true // the ID is made of the content
	}
	imported, err := corpus.Read(a.Name, a.Text)
	return err == nil && bytes.Equal(content(imported), content(d.Document))
}

// content is all of a document but where it was read.
func content(d *corpus.Document) []byte {
	bare := *d
	bare.Name = ""
	bare.Passages = slices.Clone(d.Passages)
	for i := range bare.Passages {
		bare.Passages[i].Start = 0
	}
	data, _ := json.Marshal(bare) // plain strings and numbers always have a form
	return data
}

func (a Amendment) apply(d *corpus.Document) {
	summit := &d.Summit
	if a.Title != "" && a.Title != None {
		d.Title, d.TitleFrom = a.Title, corpus.ByReader
	}
	if set(&summit.Date, a.Date) {
		summit.DateFrom, summit.DateNote = origin(summit.Date), ""
	}
	if set(&summit.Event, a.Event) {
		summit.EventFrom = origin(summit.Event)
	}
	set(&summit.Organisation, a.Organisation)
	set(&d.Speaker, a.Speaker)
}

// set sets what the reader says of a field, if anything.
func set(field *string, said string) bool {
	if said == None {
		*field = ""
	} else {
		*field = cmp.Or(said, *field)
	}
	return said != ""
}

func origin(value string) corpus.Origin {
	if value == "" {
		return corpus.Unknown
	}
	return corpus.ByReader
}

// revision names what the index sees of the article beyond its key: texts
// never change under a key, titles may.
func (a *article) revision() string {
	return sha256.Hex([]byte(a.document.Title))[:12]
}

func (a *article) item() item {
	return item{key: a.document.ID, revision: a.revision(), document: a.document, passages: len(a.document.Passages)}
}

func (a *article) encode() (store.Article, error) {
	data, err := json.Marshal(a.stored)
	if err != nil {
		return store.Article{}, fmt.Errorf("library: article %s: %w", a.Name, err)
	}
	return store.Article{Key: a.document.ID, Data: data}, nil
}
