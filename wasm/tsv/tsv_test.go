package tsv

import (
	"reflect"
	"testing"
	"testing/fstest"
)

func TestRows(t *testing.T) {
	files := fstest.MapFS{"a.tsv": {Data: []byte("# remark\nnames\tunit\tnote\n米|公尺\tm\n\n# another\n%\t\tsign\n")}}
	want := [][]string{{"米|公尺", "m", ""}, {"%", "", "sign"}}
	if got := Rows(files, "a.tsv"); !reflect.DeepEqual(got, want) {
		t.Errorf("rows %q, want %q", got, want)
	}
	defer func() {
		if recover() == nil {
			t.Error("a file that is not there did not panic")
		}
	}()
	Rows(files, "b.tsv")
}

func TestWords(t *testing.T) {
	for cell, want := range map[string][]string{"": nil, "米": {"米"}, "米|公尺": {"米", "公尺"}} {
		if got := Words(cell); !reflect.DeepEqual(got, want) {
			t.Errorf("words of %q: %q, want %q", cell, got, want)
		}
	}
}
