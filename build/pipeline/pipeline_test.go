package main

import (
	"context"
	"os"
	"reflect"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"fenghui/build/dictionary"
	"fenghui/build/filetest"
	"fenghui/build/input"
	"fenghui/build/packs"
	"fenghui/build/pipeline/sample"
)

func TestMain(m *testing.M) { ptest.Main(m) }

// articles are two folders with bad files and doubles among them; the second
// one has other texts of two documents of the first, and one of ours.
func articles(t *testing.T) []string {
	t.Helper()
	first, second := t.TempDir(), t.TempDir()
	if _, err := sample.Write(first, 300, ""); err != nil {
		t.Fatal(err)
	}
	const record = "---\nid: ID\ntitle: 港口会议\nevent: 某次会议\norganisation: 海洋国家联盟\ndate: 2024-05-01\nsource: 某报\n---\n\nTEXT货运量为300万吨。 {¶1}\n"
	for file, id := range map[string]string{"ours.md": "2025-09-01-sco-tianjin", "z.md": "port"} {
		filetest.Write(t, second, file, strings.NewReplacer("ID", id, "TEXT", "今年").Replace(record))
	}
	for _, file := range []string{"port.md", "b/port.md", "port-again.md"} {
		filetest.Write(t, first, file, strings.NewReplacer("ID", "port", "TEXT", "去年").Replace(record))
	}
	return []string{first, second}
}

func TestThePipelineBuildsWhatThePlainBuildDoes(t *testing.T) {
	folders := articles(t)
	alone, beamed := t.TempDir(), t.TempDir()
	l, err := input.ReadAll(true, folders)
	if err != nil {
		t.Fatal(err)
	}
	words, err := dictionary.Full(dictionary.Cut)
	if err != nil {
		t.Fatal(err)
	}
	want, err := packs.WriteAll(t.Context(), alone, l, words)
	if err != nil {
		t.Fatal(err)
	}
	runJob(t, job{Folders: folders, Records: true, Out: beamed})
	if err := packs.Same(alone, beamed); err != nil {
		t.Error(err)
	}
	if n := len(want.Refused); n != 3+2 {
		t.Errorf("%d files refused, want three bad ones and two doubles: %+v", n, want.Refused)
	}
}

func runJob(t *testing.T, j job) {
	t.Helper()
	p, err := newPipeline(j)
	if err != nil {
		t.Fatal(err)
	}
	if err := beamx.Run(t.Context(), p); err != nil {
		t.Fatal(err)
	}
}

// A folder with nothing but bad files is a library without packs.
func TestNothingButBadFiles(t *testing.T) {
	dir, out := t.TempDir(), t.TempDir()
	filetest.Write(t, dir, "empty.txt", "")
	filetest.Write(t, dir, "photo.txt", "\x89PNG\r\n\x1a\n\x00\xff")
	runJob(t, job{Folders: []string{dir}, Out: out})
	got, err := packs.ReadContents(out)
	if err != nil || len(got.Packs) != 0 || len(got.Refused) != 2 || !strings.Contains(got.Refused[1].Reason, "photo.txt") {
		t.Errorf("got %+v, %v", got, err)
	}
}

// values hands out what a key stands for, in an order of its own.
func values(list [][]byte) func(*[]byte) bool {
	return func(v *[]byte) bool {
		if len(list) == 0 {
			return false
		}
		*v, list = list[0], list[1:]
		return true
	}
}

// A runner gives the values of a key in any order.
func TestOrderDoesNotMatter(t *testing.T) {
	l, err := input.ReadAll(true, nil)
	if err != nil {
		t.Fatal(err)
	}
	words, err := dictionary.Full(dictionary.Cut)
	if err != nil {
		t.Fatal(err)
	}
	var documents, sizes [][]byte
	for _, d := range l.Documents {
		at := packs.Place{Path: d.Name}
		_, data, err := readFigures("", encode(found{at, d}))
		if err != nil {
			t.Fatal(err)
		}
		documents, sizes = append(documents, data), append(sizes, encode(sized{at, 9_000}))
	}
	var outcomes []string
	var places []map[string]string
	for _, order := range [][]int{{0, 1, 2, 3, 4}, {4, 3, 2, 1, 0}, {2, 4, 0, 3, 1}} {
		b := build{Out: t.TempDir()}
		outcome, err := b.ProcessElement(context.Background(), "2025-001", values(reordered(documents, order)), words)
		if err != nil {
			t.Fatal(err)
		}
		inPacks := map[string]string{}
		if err := place("2025", values(reordered(sizes, order)), func(at, name string) { inPacks[at] = name }); err != nil {
			t.Fatal(err)
		}
		outcomes, places = append(outcomes, string(outcome)), append(places, inPacks)
	}
	for i := range outcomes {
		if outcomes[i] != outcomes[0] || !reflect.DeepEqual(places[i], places[0]) {
			t.Errorf("another order gives another pack:\n%s\n%s\n%v\n%v", outcomes[0], outcomes[i], places[0], places[i])
		}
	}
}

func reordered(list [][]byte, order []int) (other [][]byte) {
	for i, data := range list {
		other = append(other, data)
		if i < len(order) {
			other[i] = list[order[i]]
		}
	}
	return other
}

// The module has its own list of modules, and Beam may ask for newer ones than
// the product is built with. Where such a one is part of the product the
// builds might come to differ.
func TestModulesAreThoseOfTheProduct(t *testing.T) {
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	info, ok := debug.ReadBuildInfo()
	if !ok || len(info.Deps) == 0 {
		t.Fatal("the test does not know its modules")
	}
	decide := []string{"RoaringBitmap/roaring", "blevesearch/", "bits-and-blooms", "golang.org/x/text"}
	found := 0
	for _, m := range info.Deps {
		if !slices.ContainsFunc(decide, func(part string) bool { return strings.Contains(m.Path, part) }) {
			continue
		}
		found++
		if !strings.Contains(string(mod), m.Path+" "+m.Version) {
			t.Errorf("%s %s is not what the product is built with", m.Path, m.Version)
		}
	}
	if found < len(decide) {
		t.Errorf("only %d modules are shared", found)
	}
}
