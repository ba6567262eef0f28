package exportfile

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"fenghui/wasm/store"
)

func written(tb testing.TB, records ...store.Article) string {
	tb.Helper()
	var file bytes.Buffer
	if _, err := Write(tb.Context(), &file, records); err != nil {
		tb.Fatal(err)
	}
	return file.String()
}

func allSound(store.Article) error { return nil }

func TestWhatIsReadIsWhatWasWritten(t *testing.T) {
	records := []store.Article{{Key: "a-1", Data: []byte(`{"name":"a"}`)}, {Key: "a-2", Data: []byte(`"<&>"`)}}
	file := written(t, append(records, store.Article{Key: "a-3", Data: []byte("no JSON")})...)
	got, err := Read(t.Context(), file, allSound)
	if err != nil || got.Total != 2 || len(got.Damaged) > 0 {
		t.Fatalf("%+v, %v", got, err)
	}
	if again := written(t, got.Records...); again != file {
		t.Errorf("written again, it is\n%s\nwas\n%s", again, file)
	}
}

func TestARecordThatIsRefusedTakesNoOtherWithIt(t *testing.T) {
	file := written(t, store.Article{Key: "a-1", Data: []byte(`1`)}, store.Article{Key: "a-2", Data: []byte(`2`)})
	got, err := Read(t.Context(), file, func(r store.Article) error {
		if r.Key == "a-1" {
			return errors.New("of another world")
		}
		return nil
	})
	if want := []string{"line 2: of another world"}; err != nil || len(got.Records) != 1 || !reflect.DeepEqual(got.Damaged, want) {
		t.Errorf("%+v, %v", got, err)
	}
}

// What was changed on its way is known by its sum, what is gone by the count.
func TestADamagedLineAndAMissingOneAreTold(t *testing.T) {
	file := written(t, store.Article{Key: "a-1", Data: []byte(`1`)}, store.Article{Key: "a-2", Data: []byte(`2`)})
	lines := strings.SplitAfter(file, "\n")
	for what, c := range map[string]struct{ file, told string }{
		"a byte is another": {strings.Replace(file, `"data":2`, `"data":3`, 1), "line 3: its bytes do not have the hash they were written with"},
		"one is gone":       {lines[0] + lines[1], "the end: 1 of 2 records are not there"},
		"one stands twice":  {lines[0] + lines[1] + lines[1], "records are not those it was written with"},
	} {
		t.Run(what, func(t *testing.T) {
			got, err := Read(t.Context(), c.file, allSound)
			if err != nil || !reflect.DeepEqual(got.Damaged, []string{c.told}) || got.Records[0].Key != "a-1" {
				t.Errorf("%+v, %v; want %q", got, err, c.told)
			}
		})
	}
}

func TestAnotherVersionIsNotRead(t *testing.T) {
	if _, err := Read(t.Context(), string(summed([]byte(`{"fenghui":"library","version":2}`))), allSound); err == nil || !strings.Contains(err.Error(), "version 2") {
		t.Errorf("got %v", err)
	}
}

func TestWritingEndsWithItsContext(t *testing.T) {
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	var file bytes.Buffer
	if n, err := Write(ended, &file, []store.Article{{Key: "a-1", Data: []byte(`1`)}}); !errors.Is(err, context.Canceled) || n > 0 || file.Len() > 0 {
		t.Errorf("%d records, %v", n, err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(written(f, store.Article{Key: "a-1", Data: []byte(`{"name":"a","text":"一。"}`)}))
	f.Add(string(summed([]byte(`{"fenghui":"library","version":1,"records":1,"sums":""}`))) + string(summed([]byte(`{"key":"a-1","data":{"name":"a"}}`))))
	f.Add(string(summed([]byte(`{"fenghui":"library","version":2}`))) + "\r\n\r\n")
	f.Fuzz(func(t *testing.T, file string) {
		got, err := Read(t.Context(), file, allSound)
		if err != nil && len(got.Records) > 0 {
			t.Fatalf("records and an error: %v", err)
		}
		for _, r := range got.Records {
			if !json.Valid(r.Data) || store.CheckKeys(r.Key) != nil {
				t.Fatalf("%s: %q", r.Key, r.Data)
			}
		}
		again, err := Read(t.Context(), written(t, got.Records...), allSound)
		if err != nil || len(again.Records) != len(got.Records) || len(again.Damaged) > 0 {
			t.Fatalf("written again: %+v, %v", again, err)
		}
	})
}
