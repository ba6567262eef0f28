package library

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/library/sitefile"
	"fenghui/wasm/store"
)

// fishery is a document of a year, of no known date if that is empty.
func fishery(t *testing.T, year string) *corpus.Document {
	t.Helper()
	d, err := corpus.ReadArticle("fish-"+year+".txt", fmt.Sprintf("渔业年报%s\n\n各国的捕捞量在%s年有所变化，港口扩建按期进行。\n", year, year))
	if err != nil {
		t.Fatal(err)
	}
	if d.Summit.Date = ""; year != "" {
		d.Summit.Date = year + "-05-01"
	}
	return d
}

// newYears is a site whose newest documents are of 2025, with further years.
func newYears(t *testing.T, names ...string) *site {
	t.Helper()
	s := newSite(t)
	var years []sitefile.Year
	for _, name := range names {
		docs := []*corpus.Document{fishery(t, name)}
		pack, hash, err := PackYear(t.Context(), docs, builtInWords(t))
		if err != nil {
			t.Fatal(err)
		}
		texts, err := sitefile.Documents{List: docs}.Encode()
		if err != nil {
			t.Fatal(err)
		}
		y := sitefile.Year{Name: name, Pack: "pack-" + name, PackHash: hash, Documents: "documents-" + name, Count: 1, Passages: len(docs[0].Passages)}
		s.files["v-1/"+y.Pack], s.files["v-1/"+y.Documents] = pack, texts
		years = append(years, y)
	}
	file, err := sitefile.Documents{List: testDocuments(t), Years: years}.Encode()
	if err != nil {
		t.Fatal(err)
	}
	s.files[s.Documents] = file
	return s
}

func pending(l *Library) string {
	var names []string
	for _, y := range l.Snapshot().Pending {
		names = append(names, y.Name)
	}
	return strings.Join(names, " ")
}

func load(t *testing.T, l *Library, year string) {
	t.Helper()
	if err := l.Load(t.Context(), year, nil); err != nil {
		t.Fatal(err)
	}
}

func TestYearsComeWhenTheyAreNeededAndAreKept(t *testing.T) {
	s, from := store.NewMemory(), newYears(t, "2024", "2023", "")
	l, _ := open(t, s, from)
	if finds(t, l, "捕捞") != 0 || pending(l) != "2024 2023 " {
		t.Fatalf("at first found %d, to come %q", finds(t, l, "捕捞"), pending(l))
	}
	load(t, l, "2023")
	load(t, l, "2023")
	if finds(t, l, "捕捞") != 1 || pending(l) != "2024 " {
		t.Errorf("after one year found %d, to come %q", finds(t, l, "捕捞"), pending(l))
	}
	if err := l.Complete(t.Context(), nil); err != nil || finds(t, l, "捕捞") != 3 || pending(l) != "" {
		t.Errorf("after all found %d, to come %q: %v", finds(t, l, "捕捞"), pending(l), err)
	}
	l, _ = open(t, s, from)
	from.asked = nil
	if err := l.Complete(t.Context(), nil); err != nil || finds(t, l, "捕捞") != 3 || len(from.asked) > 0 {
		t.Errorf("opened again: found %d, fetched %q: %v", finds(t, l, "捕捞"), from.asked, err)
	}
}

func TestAYearThatStopsHalfWayIsFetchedAgain(t *testing.T) {
	for _, file := range []string{"pack-2024", "documents-2024"} {
		t.Run(file, func(t *testing.T) {
			from := newYears(t, "2024")
			l, _ := open(t, store.NewMemory(), from)
			l.options.Fetch = func(ctx context.Context, address string) ([]byte, error) {
				data, err := from.fetch(ctx, address)
				if strings.HasSuffix(address, file) {
					return data[:len(data)/2], err
				}
				return data, err
			}
			load(t, l, "2024")
			if p := l.years[0]; finds(t, l, "捕捞") != 1 || p.origin != "pack" {
				t.Errorf("found %d, the index came from %s", finds(t, l, "捕捞"), p.origin)
			}
		})
	}
}

func TestAYearsPackThatIsGoneOrDamagedIsBuiltFromItsTexts(t *testing.T) {
	from := newYears(t, "2024", "2023")
	delete(from.files, "v-1/pack-2024")
	from.files["v-1/pack-2023"] = flipped(from.files["v-1/pack-2023"], len(from.files["v-1/pack-2023"])-1)
	l, _ := open(t, store.NewMemory(), from)
	var stages []string
	if err := l.Complete(t.Context(), func(p Progress) { stages = append(stages, p.Name+" "+p.Stage) }); err != nil {
		t.Fatal(err)
	}
	if finds(t, l, "捕捞") != 2 || !slices.Contains(stages, "2024 build-index") || !slices.Contains(stages, "2023 build-index") {
		t.Errorf("found %d, stages %q", finds(t, l, "捕捞"), stages)
	}
}

func TestAYearWithoutItsTextsStaysToCome(t *testing.T) {
	from := newYears(t, "2024", "2023")
	texts := from.files["v-1/documents-2024"]
	delete(from.files, "v-1/documents-2024")
	l, _ := open(t, store.NewMemory(), from)
	if err := l.Complete(t.Context(), nil); err == nil || pending(l) != "2024" || finds(t, l, "捕捞") != 1 {
		t.Errorf("error %v, to come %q, found %d", err, pending(l), finds(t, l, "捕捞"))
	}
	from.files["v-1/documents-2024"] = texts
	load(t, l, "2024")
	if pending(l) != "" || finds(t, l, "捕捞") != 2 {
		t.Errorf("later: to come %q, found %d", pending(l), finds(t, l, "捕捞"))
	}
}

func TestAYearLargerThanTheStoreIsSearchedAllTheSame(t *testing.T) {
	s, from := &moodyStore{Store: store.NewMemory()}, newYears(t, "2024")
	l, _ := open(t, s, from)
	s.blob = store.ErrQuota
	var told []string
	l.options.Notice = func(n Notice) { told = append(told, n.Code) }
	load(t, l, "2024")
	if finds(t, l, "捕捞") != 1 || fmt.Sprint(told) != "[too-large]" {
		t.Errorf("found %d, told %v", finds(t, l, "捕捞"), told)
	}
}

func TestADocumentThatWasImportedIsNotThereTwice(t *testing.T) {
	from := newYears(t, "2024")
	l, _ := open(t, store.NewMemory(), from)
	own := fishery(t, "2024")
	var text bytes.Buffer
	fmt.Fprintf(&text, "渔业年报2024\n\n%s\n", own.Passages[len(own.Passages)-1].Text)
	results := add(t, l, File{Name: "mine.txt", Text: text.String()})
	load(t, l, "2024")
	if results[0].ID != own.ID {
		t.Fatalf("the two are not the same document: %s and %s", results[0].ID, own.ID)
	}
	if finds(t, l, "捕捞") != 1 {
		t.Errorf("found %d times", finds(t, l, "捕捞"))
	}
}
