package packs

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"fenghui/build/dictionary"
	"fenghui/build/input"
	"fenghui/corpus"
	"fenghui/wasm/figure/table"
	"fenghui/wasm/library"
	"fenghui/wasm/library/sitefile"
)

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		name     string
		passages []int
		want     string
	}{
		{"no documents", nil, ""},
		{"few documents", []int{10, 20, 30}, "001 001 001"},
		{"just full", []int{12_000, 8_000, 1}, "001 001 002"},
		{"order is kept, though a later one would fit", []int{12_000, 9_000, 5}, "001 002 002"},
		{"one too large for any pack", []int{5, 50_000, 5}, "001 002 003"},
		{"without passages", []int{20_000, 0}, "001 001"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := strings.ReplaceAll(strings.Join(Places("2025", c.passages), " "), "2025-", "")
			if got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestSplitIsByYear(t *testing.T) {
	var docs []*corpus.Document
	for _, date := range []string{"2025-03-01", "", "2024-12-31", "2025-01-01"} {
		docs = append(docs, &corpus.Document{ID: date, Summit: corpus.Summit{Date: date}, Passages: make([]corpus.Passage, 1)})
	}
	var got []string
	for _, part := range split(docs) {
		for _, d := range part.Documents {
			got = append(got, part.Name+" "+d.ID)
		}
	}
	want := []string{"2024-001 2024-12-31", "2025-001 2025-03-01", "2025-001 2025-01-01", "undated-001 "}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestYearsComeNewestFirst(t *testing.T) {
	var docs []*corpus.Document
	for _, date := range []string{"2024-12-31", "", "2025-03-01", "2025", "0", "2019-01-01"} {
		docs = append(docs, &corpus.Document{ID: date, Summit: corpus.Summit{Date: date}})
	}
	var got []string
	for _, y := range Years(docs) {
		for _, d := range y.Documents {
			got = append(got, y.Name+": "+d.ID)
		}
	}
	want := []string{"2025: 2025-03-01", "2025: 2025", "2024: 2024-12-31", "2019: 2019-01-01", ": ", ": 0"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestChoose(t *testing.T) {
	for _, c := range []struct {
		name    string
		places  []Place
		kept    int
		refused string
	}{
		{"the only one", []Place{{0, "a"}}, 0, ""},
		{"the first of a folder, whichever came first", []Place{{0, "b"}, {0, "a"}}, 1, "b"},
		{"that of the later folder", []Place{{1, "b"}, {0, "a"}}, 0, ""},
		{"ours is replaced", []Place{{-1, "z"}, {0, "a"}}, 1, ""},
		{"the first of the last, and doubles in each", []Place{{1, "d"}, {0, "b"}, {1, "c"}, {0, "a"}, {1, "e"}}, 2, "d b e"},
	} {
		t.Run(c.name, func(t *testing.T) {
			kept, refused := Choose(c.places)
			var files []string
			for _, r := range refused {
				files = append(files, r.File)
			}
			if got := strings.Join(files, " "); kept != c.kept || got != c.refused {
				t.Errorf("kept %d, refused %q, want %d, %q", kept, got, c.kept, c.refused)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	err := errors.Join(
		errors.Join(&corpus.FileError{Path: "a/b.txt", Err: errors.New("it is a picture")}, nil),
		fmt.Errorf("a folder cannot be listed"))
	want := []Refusal{{"a/b.txt", "it is a picture"}, {"", "a folder cannot be listed"}}
	if got := Refused(err); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	if got := Refused(nil); got != nil {
		t.Errorf("got %+v of no error", got)
	}
}

func full(t *testing.T) []byte {
	t.Helper()
	words, err := dictionary.Full(dictionary.Cut)
	if err != nil {
		t.Fatal(err)
	}
	return words
}

func records(t *testing.T) *input.Library {
	t.Helper()
	l, err := input.ReadAll(true, nil)
	if err != nil {
		t.Fatal(err)
	}
	l.Documents[0].Summit.Date = "" // so that there are two packs at least
	return l
}

// A pack is the same whichever way it is made.
func TestPacksAreThoseOfTheLibrary(t *testing.T) {
	words := full(t)
	for _, part := range split(records(t).Documents) {
		alone, err := build(t.Context(), part, words)
		if err != nil {
			t.Fatal(err)
		}
		small, err := dictionary.Small(words, dictionary.Texts(part.Documents))
		if err != nil {
			t.Fatal(err)
		}
		if want, hash, err := library.Pack(t.Context(), part.Documents, small); err != nil || hash != alone.Hash || !bytes.Equal(want, alone.Bytes) {
			t.Errorf("%s: not the pack of the library, %v", part.Name, err)
		}
		var readings []*Reading
		for _, d := range part.Documents {
			r, err := Read(d)
			if err != nil {
				t.Fatal(err)
			}
			readings = append(readings, r)
		}
		joined, err := Join(t.Context(), part.Name, readings, words)
		if err != nil || !reflect.DeepEqual(joined, alone) {
			t.Errorf("%s: what was read document by document comes to something else, %v", part.Name, err)
		}
	}
}

// A text that brings the rules down is in the pack, and named.
func TestWithoutFigures(t *testing.T) {
	docs := records(t).Documents[:2]
	var readings []*Reading
	for _, d := range docs {
		r, err := Read(d)
		if err != nil {
			t.Fatal(err)
		}
		readings = append(readings, r)
	}
	var none table.Builder
	none.Leave()
	readings[0].Table, readings[0].Figures, readings[0].Unreadable = none.Bytes(), nil, docs[0].Name
	p, err := Join(t.Context(), "2025-001", readings, full(t))
	if err != nil {
		t.Fatal(err)
	}
	parts, err := sitefile.DecodePack(p.Bytes, p.Hash, false)
	if err != nil {
		t.Fatal(err)
	}
	figures, err := table.Open(parts[sitefile.Figures])
	if err != nil || figures.Documents() != 2 || figures.Hash(0) != (table.Hash{}) || figures.Hash(1) != table.HashOf(docs[1]) {
		t.Errorf("the table is of %d documents, %v", figures.Documents(), err)
	}
	if p.Summary.Documents != 2 || !reflect.DeepEqual(p.Unreadable, []string{docs[0].Name}) {
		t.Errorf("got %+v", p.Summary)
	}
}

// Whatever differs is found, and named.
func TestSame(t *testing.T) {
	l, words := records(t), full(t)
	a, b := t.TempDir(), t.TempDir()
	for _, dir := range []string{a, b} {
		contents, err := WriteAll(t.Context(), dir, l, words)
		if err != nil {
			t.Fatal(err)
		}
		if len(contents.Packs) < 2 || contents.Total().Documents != len(l.Documents) {
			t.Fatalf("%s", contents)
		}
	}
	if err := Same(a, b); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{contentsFile, "2025-001/documents.bin", "2025-001/passages.ndjson", "undated-001/figures.ndjson", "2025-001/pack.bin"} {
		name := filepath.Join(b, file)
		whole, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		changed := bytes.Clone(whole)
		changed[len(changed)/2] ^= 1
		for what, data := range map[string][]byte{"changed": changed, "cut short": whole[:len(whole)-1]} {
			put(t, name, data)
			if err := Same(a, b); err == nil || !strings.Contains(err.Error(), strings.TrimSuffix(file, "/pack.bin")) {
				t.Errorf("%s %s: %v", file, what, err)
			}
		}
		put(t, name, whole)
	}
}

func put(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestContentsAreInOrder(t *testing.T) {
	dir := t.TempDir()
	c := Contents{Packs: []Summary{{Name: "b", Documents: 2}, {Name: "a", Documents: 1, Unreadable: []string{"x"}}}, Refused: []Refusal{{"z", "1"}, {"y", "2"}, {"y", "1"}}}
	if err := c.Write(dir); err != nil {
		t.Fatal(err)
	}
	read, err := ReadContents(dir)
	if err != nil || read.Packs[0].Name != "a" || read.Refused[0] != (Refusal{"y", "1"}) || read.Refused[2].File != "z" {
		t.Errorf("got %+v, %v", read, err)
	}
	if got := read.String(); got != "2 packs, 3 documents, 0 passages, 0 figures, 3 files refused, 1 documents without figures" {
		t.Errorf("got %q", got)
	}
}
