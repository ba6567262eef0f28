package library

import (
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/library/sitefile"
	"fenghui/wasm/store"
)

var report = []string{
	"渔业部长在海洋会议上介绍了情况。", "去年捕捞量为三百万吨，比前年略多。", "港口扩建按期进行，泊位增加一倍。",
	"各方同意明年再开一次会议。", "新的航线将在夏季开通。", "会议通过了联合公报。",
}

func TestLikenessIsPointedOut(t *testing.T) {
	all := strings.Join(report, "\n")
	other := func(n int) string { // the first n sentences of the report, and as many of another
		var lines []string
		for i := range 6 {
			if i < n {
				lines = append(lines, report[i])
			} else {
				lines = append(lines, "草原上的牧民谈了第"+strings.Repeat("二", i+1)+"件往事。")
			}
		}
		return strings.Join(lines, "\n")
	}
	for what, c := range map[string]struct {
		text   string
		shared int
	}{
		"the same with another punctuation": {strings.ReplaceAll(all, "，", " , ") + "又一句话说得不一样。", 6},
		"in traditional characters":         {strings.NewReplacer("渔业", "漁業", "会议", "會議", "进行", "進行").Replace(all) + "\n又一句话说得不一样。", 6},
		"half of it":                        {other(3), 3},
		"less than half of it":              {other(2), 0},
		"all of it within something long":   {all + "\n" + strings.Repeat("草原上的牧民谈了往事。", 3) + other(0), 6},
		"nothing of it":                     {other(0), 0},
	} {
		t.Run(what, func(t *testing.T) {
			l, _ := open(t, store.NewMemory(), newSite(t))
			first := add(t, l, File{Name: "a.txt", Text: all})[0]
			got := add(t, l, File{Name: "b.txt", Text: c.text})[0]
			switch {
			case got.Status != Added || first.Similar != nil:
				t.Errorf("%+v, %+v", first, got)
			case c.shared == 0 && got.Similar != nil:
				t.Errorf("like %+v", got.Similar)
			case c.shared > 0 && (got.Similar == nil || got.Similar.ID != first.ID || got.Similar.Shared != c.shared):
				t.Errorf("like %+v, want %d of %s", got.Similar, c.shared, first.ID)
			}
		})
	}
}

func TestLikenessWithinOneImportAndAfterARemoval(t *testing.T) {
	l, _ := open(t, store.NewMemory(), newSite(t))
	all := strings.Join(report, "\n")
	files := []File{{Name: "a.txt", Text: all}, {Name: "b.txt", Text: "转载如下，请读者留意。\n" + all}}
	seen, err := l.Inspect(t.Context(), files, nil)
	if err != nil || statuses(seen) != "fresh fresh" || seen[1].Similar == nil || len(l.Snapshot().Documents) != 1 {
		t.Fatalf("%+v, %v, %d documents", seen, err, len(l.Snapshot().Documents))
	}
	results := add(t, l, files...)
	if results[0].Similar != nil || results[1].Similar == nil || results[1].Similar.ID != results[0].ID {
		t.Errorf("imported together: %+v, %+v", results[0].Similar, results[1].Similar)
	}
	if err := l.Remove(t.Context(), []string{results[0].ID, results[1].ID}); err != nil {
		t.Fatal(err)
	}
	if got := add(t, l, files[1])[0]; got.Similar != nil {
		t.Errorf("like what has been removed: %+v", got.Similar)
	}
}

// What a year or an export brings is known to imports that come after it, though
// others came before.
func TestLikenessToWhatHasComeSince(t *testing.T) {
	text := strings.Join(report, "\n")
	elsewhere, _ := open(t, store.NewMemory(), newSite(t))
	restored := add(t, elsewhere, File{Name: "a.txt", Text: text})[0].ID
	older, err := corpus.ReadArticle("older.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	from := newYears(t, "2024")
	from.files["v-1/documents-2024"], err = sitefile.Documents{List: []*corpus.Document{older}}.Encode()
	if err != nil {
		t.Fatal(err)
	}
	for what, c := range map[string]struct {
		come func(l *Library) error
		id   string
	}{
		"an export": {func(l *Library) error {
			_, err := l.Restore(t.Context(), export(t, elsewhere), false, nil)
			return err
		}, restored},
		"a year": {func(l *Library) error { return l.Load(t.Context(), "2024", nil) }, older.ID},
	} {
		t.Run(what, func(t *testing.T) {
			l, _ := open(t, store.NewMemory(), from)
			add(t, l, testArticle(1))
			if err := c.come(l); err != nil {
				t.Fatal(err)
			}
			if got := add(t, l, File{Name: "b.txt", Text: "转载如下，请读者留意。\n" + text})[0]; got.Similar == nil || got.Similar.ID != c.id {
				t.Errorf("like %+v, want %s", got.Similar, c.id)
			}
		})
	}
}
