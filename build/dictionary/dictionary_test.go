package dictionary

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/text"
)

// A full dictionary under 1 MB uncompressed is well under it on the wire.
func TestFullIsSmall(t *testing.T) {
	full, err := Full(Cut)
	if words := openShipped(t).Len(); err != nil || len(full) > 1_000_000 || words < 100_000 {
		t.Errorf("%d words in %d bytes, %v", words, len(full), err)
	}
}

func TestFullIsTheSameMadeAgain(t *testing.T) {
	kept, err := Full(Cut)
	if err != nil {
		t.Fatal(err)
	}
	made, err := makeFull(Cut, glossaryWords(corpus.Names()))
	if err != nil || !bytes.Equal(made, kept) {
		t.Errorf("made again: other bytes, error %v", err)
	}
}

func TestSmall(t *testing.T) {
	full, err := Full(Cut)
	if err != nil {
		t.Fatal(err)
	}
	file, err := Small(full, []string{"貿易額超過７００億"})
	if err != nil {
		t.Fatal(err)
	}
	small, err := text.OpenDictionary(file)
	if err != nil {
		t.Fatal(err)
	}
	d := openShipped(t)
	if small.Total() != d.Total() || small.Len() > 20 || small.Frequency("超过") != d.Frequency("超过") {
		t.Errorf("%d words, total %d of %d, 超过 %d times", small.Len(), small.Total(), d.Total(), small.Frequency("超过"))
	}
	if _, err := Small([]byte("no dictionary"), nil); err == nil {
		t.Error("Small took what is no dictionary")
	}
}

func TestAllNamesAreWords(t *testing.T) {
	d := openShipped(t)
	for _, name := range glossaryWords(corpus.Names()) {
		if d.Frequency(name) < nameFrequency {
			t.Errorf("%s: frequency %d", name, d.Frequency(name))
		}
	}
}

func TestGlossaryWords(t *testing.T) {
	g, err := corpus.ParseGlossary("names.tsv", strings.NewReader(
		"kind\tzh\ten\tru\tkk\tof\tnote\n"+
			"person\t卡西姆-若马尔特·托卡耶夫|托卡耶夫\tTokayev\t\t\t\t\n"+
			"format\tC5+1|中亚五国+美国\t\t\t\t\t\n"+
			"organisation\t獨立國家聯合體\t\t\t\t\t\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"中亚五国", "卡西姆", "托卡耶夫", "独立国家联合体", "美国", "若马尔特"}
	if got := glossaryWords(g); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAddNames(t *testing.T) {
	words := []text.Word{{Text: "峯會", Frequency: 30}, {Text: "合作", Frequency: 5000}}
	got := addNames(words, []string{"上合", "合作", "峰会"})
	want := append(slices.Clone(words), text.Word{Text: "上合", Frequency: 1000}, text.Word{Text: "峰会", Frequency: 970})
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestParseSource(t *testing.T) {
	got, err := parseSource([]byte("贸易 100 n\n4s店 50 n\n罕见 9 a\n于 12 p\n"), 10)
	want := []text.Word{{Text: "贸易", Frequency: 100}, {Text: "于", Frequency: 12}}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("got %v, %v", got, err)
	}
	for _, bad := range []string{"贸易 100 n\n额\n", "贸易 100 n\n额 many n\n"} {
		if _, err := parseSource([]byte(bad), 10); err == nil || !strings.Contains(err.Error(), ":2:") {
			t.Errorf("%q: error %v, want one with line 2", bad, err)
		}
	}
}

// A dictionary that is kept serves only where all that it was made of is alike.
func TestTheKeyTellsWhatADictionaryIsMadeOf(t *testing.T) {
	key := inputKey(10, []string{"甲", "乙"}, "1-ab")
	for what, other := range map[string]string{
		"the cut":     inputKey(11, []string{"甲", "乙"}, "1-ab"),
		"the names":   inputKey(10, []string{"甲", "丙"}, "1-ab"),
		"the folding": inputKey(10, []string{"甲", "乙"}, "2-ab"),
	} {
		if other == key {
			t.Errorf("%s does not change it", what)
		}
	}
	if again := inputKey(10, []string{"甲", "乙"}, "1-ab"); again != key {
		t.Error("it is another one the second time")
	}
}
