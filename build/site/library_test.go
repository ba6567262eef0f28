package site

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fenghui/build/filetest"
	"fenghui/corpus"
	"fenghui/wasm/library/sitefile"
)

// articles is a folder of invented articles, two of them unreadable.
func articles(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	filetest.Write(t, dir, "rail.txt", "铁路合作大会\n\n与会各方商定明年把运量提高一成。\n")
	filetest.Write(t, dir, "photo.txt", "\x89PNG\r\n\x1a\n\x00\xff")
	filetest.Write(t, dir, "empty.md", "\n")
	return dir
}

func TestCorpusIsAdded(t *testing.T) {
	alone := build(t, workshop(t))
	o := workshop(t)
	o.Corpus = []string{articles(t)}
	result := build(t, o)
	if result.Documents != alone.Documents+1 {
		t.Errorf("%d documents, without the folder %d", result.Documents, alone.Documents)
	}
	for _, name := range []string{"photo.txt", "empty.md"} {
		if result.Refused == nil || !strings.Contains(result.Refused.Error(), name) {
			t.Errorf("%s is not told of: %v", name, result.Refused)
		}
	}
	file := documentsOf(t, o)
	carried, err := corpus.Carried()
	if err != nil {
		t.Fatal(err)
	}
	if last := file.List[len(file.List)-1]; !file.Embedded || last.Title != "铁路合作大会" || len(file.List) != result.Documents-len(carried) {
		t.Errorf("embedded %v, %d documents, the last %s", file.Embedded, len(file.List), last.Title)
	}
}

// documentsOf finds the documents file through the page.
func documentsOf(t *testing.T, o Options) sitefile.Documents {
	t.Helper()
	files := listing(t, o.Out)
	found := regexp.MustCompile(`documents="([^"]+)"`).FindStringSubmatch(files["index.html"])
	if found == nil {
		t.Fatalf("no documents in %s", files["index.html"])
	}
	file, err := sitefile.ReadDocuments([]byte(files[found[1]]))
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestCorpusAlone(t *testing.T) {
	o := workshop(t)
	o.Records = false
	o.Corpus = []string{articles(t)}
	if result := build(t, o); result.Documents != 1 {
		t.Errorf("got %d documents", result.Documents)
	}
	if documentsOf(t, o).Embedded {
		t.Error("the page would add our records")
	}
	if index := listing(t, o.Out)["index.html"]; !strings.Contains(index, "铁路合作大会") {
		t.Error("the overview does not show the article")
	}
}

func TestALaterFolderReplacesDocumentsOfTheSameID(t *testing.T) {
	const record = "---\nid: %s\ntitle: %s\nevent: 某次会议\norganisation: 上海合作组织\ndate: 2024-05-01\nsource: 某报\n---\n\n会议开了一天。 {¶1}\n"
	o := workshop(t)
	o.Records = false
	for i, title := range []string{"第一稿", "第二稿"} {
		dir := t.TempDir()
		filetest.Write(t, dir, "one.md", strings.Replace(strings.Replace(record, "%s", "one", 1), "%s", title, 1))
		filetest.Write(t, dir, "own.md", strings.Replace(strings.Replace(record, "%s", fmt.Sprintf("own-%d", i), 1), "%s", title+"独有", 1))
		o.Corpus = append(o.Corpus, dir)
	}
	build(t, o)
	var titles []string
	for _, d := range documentsOf(t, o).List {
		titles = append(titles, d.Title)
	}
	slices.Sort(titles)
	if got := strings.Join(titles, " "); got != "第一稿独有 第二稿 第二稿独有" {
		t.Errorf("got %s", got)
	}
}

func TestNothingToBuildFrom(t *testing.T) {
	empty := t.TempDir()
	bad := t.TempDir()
	filetest.Write(t, bad, "photo.txt", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00")
	for _, c := range []struct {
		name   string
		corpus []string
		want   string
	}{
		{"no records, no folder", nil, "nothing to search"},
		{"an empty folder", []string{empty}, "no .md, .txt, .html or .docx files"},
		{"a folder of pictures", []string{bad}, "photo.txt"},
		{"no such folder", []string{empty + "/missing"}, "missing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := workshop(t)
			o.Records, o.Corpus = false, c.corpus
			_, err := Build(t.Context(), o)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}
