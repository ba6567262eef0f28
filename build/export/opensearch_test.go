package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fenghui/wasm/figure"
	"fenghui/wasm/quantity"
)

// request is a line that says what to do, and the document on the next.
type request struct {
	Index struct {
		Index string `json:"_index"`
		ID    string `json:"_id"`
	}
}

func requests(t *testing.T, data []byte) (actions []request, docs []map[string]any) {
	t.Helper()
	lines := strings.SplitAfter(string(data), "\n")
	if len(lines)%2 == 0 || lines[len(lines)-1] != "" {
		t.Fatalf("%d lines, the last one %q", len(lines)-1, lines[len(lines)-1])
	}
	for i := 0; i < len(lines)-1; i += 2 {
		var action request
		var doc map[string]any
		if err := json.Unmarshal([]byte(lines[i]), &action); err != nil || action.Index.ID == "" {
			t.Fatalf("line %d is no action: %s %v", i+1, lines[i], err)
		}
		if err := json.Unmarshal([]byte(lines[i+1]), &doc); err != nil {
			t.Fatalf("line %d: %v", i+2, err)
		}
		actions, docs = append(actions, action), append(docs, doc)
	}
	return actions, docs
}

// mapping is the index as a server would read it.
type mapping struct {
	Type       string
	Dynamic    string
	Properties map[string]*mapping
}

func readIndex(t *testing.T) *mapping {
	t.Helper()
	data, err := Index(0)
	if err != nil {
		t.Fatal(err)
	}
	var body struct{ Mappings mapping }
	if err := json.Unmarshal(data, &body); err != nil {
		t.Fatal(err)
	}
	return &body.Mappings
}

func TestEveryFieldIsOfItsType(t *testing.T) {
	index, used := readIndex(t), map[string]bool{}
	for _, rows := range rowsOf(t, append(records(t), document(t))...) {
		data, err := rows.bulk("talks")
		if err != nil {
			t.Fatal(err)
		}
		actions, docs := requests(t, data)
		if len(docs) != len(rows.Passages) {
			t.Errorf("%d documents of %d passages", len(docs), len(rows.Passages))
		}
		figures := 0
		for i, doc := range docs {
			if actions[i].Index.Index != "talks" || actions[i].Index.ID != doc["id"] {
				t.Errorf("action %+v of %v", actions[i], doc["id"])
			}
			figures += len(doc["figures"].([]any))
			fits(t, index, doc, "", used)
		}
		if figures != len(rows.Figures) {
			t.Errorf("%d figures in the documents, %d rows", figures, len(rows.Figures))
		}
	}
	for name := range maps.Keys(index.Properties) {
		if !used[name] {
			t.Errorf("no document has %s", name)
		}
	}
	for name := range maps.Keys(index.Properties["figures"].Properties) {
		if !used["figures."+name] {
			t.Errorf("no figure has %s", name)
		}
	}
}

// fits holds an object against the types of its fields, as dynamic "strict"
// does.
func fits(t *testing.T, index *mapping, object map[string]any, path string, used map[string]bool) {
	t.Helper()
	if index.Dynamic != "strict" {
		t.Errorf("%q takes fields nobody named", path)
	}
	for name, value := range object {
		used[path+name] = true
		is := index.Properties[name]
		if is == nil {
			t.Errorf("the index does not know %s%s", path, name)
			continue
		}
		list, ok := value.([]any)
		if !ok {
			list = []any{value}
		}
		for _, v := range list {
			if err := is.takes(v); err != nil {
				t.Errorf("%s%s is %s: %v", path, name, is.Type, err)
			}
			if is.Type == "nested" {
				fits(t, is, v.(map[string]any), path+name+".", used)
			}
		}
	}
}

// takes tells whether a value is of the type.
func (m *mapping) takes(v any) error {
	is, ok := v, false
	switch m.Type {
	case "keyword", "text":
		_, ok = v.(string)
	case "integer", "double":
		_, ok = v.(float64)
	case "boolean":
		_, ok = v.(bool)
	case "date":
		return isDay(v)
	case "nested":
		_, ok = v.(map[string]any)
	case "double_range", "date_range":
		return isRange(v)
	}
	if !ok && v != nil {
		return fmt.Errorf("%T %v", is, v)
	}
	return nil
}

func isDay(v any) error {
	if v == nil {
		return nil
	}
	for _, form := range []string{"2006", "2006-01", time.DateOnly} {
		if _, err := time.Parse(form, fmt.Sprint(v)); err == nil {
			return nil
		}
	}
	return fmt.Errorf("%v is no date", v)
}

// isRange wants the ends named as ranges name them, and in order.
func isRange(v any) error {
	ends, _ := v.(map[string]any)
	if len(ends) == 0 || len(ends) > 2 {
		return fmt.Errorf("%v", v)
	}
	for name := range ends {
		if !slices.Contains([]string{"gt", "gte", "lt", "lte"}, name) {
			return fmt.Errorf("%s of %v", name, ends)
		}
	}
	low, above := ends["gt"].(float64)
	high, below := ends["lt"].(float64)
	if above && below && low >= high {
		return fmt.Errorf("empty: %v", ends)
	}
	return nil
}

func TestIntervals(t *testing.T) {
	one, two := 1.0, 2.0
	for _, c := range []struct {
		name string
		Telling
		want string
	}{
		{"no interval", Telling{}, "null"},
		{"more than 1", Telling{Low: &one, LowOpen: true}, `{"gt":1}`},
		{"at most 2", Telling{High: &two}, `{"lte":2}`},
		{"1, rounded", Telling{Low: &one, High: &two, HighOpen: true}, `{"gte":1,"lt":2}`},
		{"ends that doubles cannot tell apart", Telling{Low: &one, High: &one, HighOpen: true}, `{"gte":1,"lte":1}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := json.Marshal(intervalOf(&c.Telling))
			if err != nil || string(got) != c.want {
				t.Errorf("got %s, %v, want %s", got, err, c.want)
			}
		})
	}
}

// What is a whole by its nature leaves no interval open.
func TestIntervalsAreOfAmounts(t *testing.T) {
	for kind, want := range map[string]bool{
		"money": true, "share": true, "count": true, "anniversary": false, "century": false, "date": false, "ordinal": false, "rank": false, "year": false,
	} {
		var got Telling
		got.setValue(&figure.Figure{Kind: kind, Value: big.NewRat(20, 1), Quote: "20", Bound: quantity.Exact})
		if told := got.Low != nil || got.High != nil; told != want {
			t.Errorf("%s has an interval: %v", kind, told)
		}
	}
}

func TestTraditionalCharactersAreAskedForAsSimplified(t *testing.T) {
	rules := simplified()
	if !slices.Contains(rules, "貿=>贸") || len(rules) < 2500 {
		t.Errorf("%d rules, without 貿=>贸: %t", len(rules), !slices.Contains(rules, "貿=>贸"))
	}
}

func TestLargePassagesFitIntoTheIndex(t *testing.T) {
	for most, want := range map[int]string{3: `"limit": 10000`, 12_345: `"limit": 12345`} {
		if data, err := Index(most); err != nil || !bytes.Contains(data, []byte(want)) {
			t.Errorf("%d figures in a passage: no %s, %v", most, want, err)
		}
	}
}

// A file takes as much as its limit, and not a byte more.
func TestABulkFileIsFilledToItsLimit(t *testing.T) {
	for limit, want := range map[int]int{23: 3, 24: 2, 25: 2} {
		w := &bulk{dir: t.TempDir(), limit: limit}
		for range 3 {
			if err := w.write([]byte("twelve bytes")); err != nil {
				t.Fatal(err)
			}
		}
		if w.files != want {
			t.Errorf("three times twelve bytes make %d files of %d, want %d", w.files, limit, want)
		}
		if err := w.open.close(); err != nil {
			t.Error(err)
		}
	}
}

// Files end between requests, never inside one.
func TestBulkFilesAreDivided(t *testing.T) {
	rows := rowsOf(t, records(t)...)
	dir := t.TempDir()
	w := &bulk{dir: dir, index: "talks", limit: 20_000}
	var whole []byte
	for _, r := range rows {
		data, err := r.bulk("talks")
		if err != nil {
			t.Fatal(err)
		}
		whole = append(whole, data...)
		if err := w.Add(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var parts []byte
	files, err := filepath.Glob(filepath.Join(dir, "opensearch-bulk-*.ndjson"))
	if err != nil || len(files) < 3 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		requests(t, data)
		parts = append(parts, data...)
	}
	if !bytes.Equal(parts, whole) {
		t.Error("the files together are not the whole")
	}
}
