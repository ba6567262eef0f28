package sitefile

import (
	"encoding/binary"
	"errors"
	"reflect"
	"testing"

	"fenghui/corpus"
)

// fileWithHeader is a documents file with a header of one's own, and passages
// of no document.
func fileWithHeader(header string, texts ...byte) []byte {
	data := binary.BigEndian.AppendUint32([]byte(documentsMagic), uint32(len(header)))
	return append(append(data, header...), texts...)
}

func aDocumentsFile(tb testing.TB) Documents {
	tb.Helper()
	d, err := corpus.ReadArticle("harbour.txt", "date 2024-03-05 港口会议闭幕\n\n去年吞吐量为1200万吨。\n\nPhoto credit: Harbour Desk\n")
	if err != nil {
		tb.Fatal(err)
	}
	noted := *d
	noted.ID, noted.Passages = "noted", []corpus.Passage{{Kind: corpus.Text, Text: "吞吐量", Start: 300, Section: "港口", Ref: "¶7", Category: "forum"}}
	return Documents{Embedded: true, List: []*corpus.Document{d, {ID: "empty"}, &noted}, Years: []Year{{Name: "2023", Count: 3}}}
}

func encoded(tb testing.TB, f Documents) []byte {
	tb.Helper()
	data, err := f.Encode()
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

func TestADocumentsFileGivesBackWhatWasPutIn(t *testing.T) {
	want := aDocumentsFile(t)
	before := len(want.List[0].Passages)
	got, err := ReadDocuments(encoded(t, want))
	want.List[1].Passages = []corpus.Passage{}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v\n got %+v\nwant %+v", err, got, want)
	}
	if len(want.List[0].Passages) != before {
		t.Error("encoding took the passages away")
	}
}

func TestACutDocumentsFileIsRefused(t *testing.T) {
	whole := encoded(t, aDocumentsFile(t))
	for n := range whole {
		if _, err := ReadDocuments(whole[:n]); !errors.Is(err, errDocuments) {
			t.Fatalf("its first %d bytes of %d: %v", n, len(whole), err)
		}
	}
}

func TestADamagedDocumentsFileIsRefused(t *testing.T) {
	const one = `{"documents":[{"id":"a"}]}`
	for name, data := range map[string][]byte{
		"another kind":             []byte(`{"documents":[]}`),
		"a header that is no JSON": fileWithHeader(`{"documents":`),
		"a document that is none":  fileWithHeader(`{"documents":[null]}`, 0),
		"too many bytes":           append(encoded(t, aDocumentsFile(t)), 0),
		"too many passages":        fileWithHeader(one, 0xff, 0xff, 0xff, 0xff, 0x07),
		"a number without an end":  fileWithHeader(one, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
		"a text that is none":      fileWithHeader(one, 1, 0, 1, 0xff, 0, 0, 0, 0),
		"a text that is too long":  fileWithHeader(one, 1, 0, 0x7f, 't', 0, 0, 0, 0),
	} {
		t.Run(name, func(t *testing.T) {
			if f, err := ReadDocuments(data); !errors.Is(err, errDocuments) {
				t.Errorf("got %+v, %v", f, err)
			}
		})
	}
}

func FuzzReadDocuments(f *testing.F) {
	f.Add(encoded(f, aDocumentsFile(f)))
	f.Add(fileWithHeader(`{"documents":[{"id":"a"}]}`, 1, 0, 0, 0, 0, 0, 0))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := ReadDocuments(data)
		if err != nil {
			return
		}
		again, err := ReadDocuments(encoded(t, file))
		if err != nil || !reflect.DeepEqual(again, file) {
			t.Errorf("%v\n got %+v\nwant %+v", err, again, file)
		}
	})
}

func TestWhatIsAddedReplacesTheSame(t *testing.T) {
	a, b, newer := &corpus.Document{ID: "a"}, &corpus.Document{ID: "b"}, &corpus.Document{ID: "a", Title: "newer"}
	if got := Merge([]*corpus.Document{a, b}, []*corpus.Document{newer}); !reflect.DeepEqual(got, []*corpus.Document{b, newer}) {
		t.Errorf("got %v", got)
	}
}
