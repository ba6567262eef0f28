package text

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// sample is a small dictionary with the frequencies of a large one.
var sample = []Word{
	{"贸易", 9000}, {"貿易額", 700}, {"额", 400}, {"超过", 8000}, {"過", 5000}, {"中亚", 900}, {"中", 200_000},
	{"峰", 500}, {"会上", 3000}, {"会", 150_000}, {"上", 180_000}, {"的", 300_000}, {"国家", 40_000}, {"亿", 2000},
	{"中亚国家", 60}, {"", 57_000_000},
}

func openSample(t testing.TB, words []Word) *Dictionary {
	t.Helper()
	var file bytes.Buffer
	if err := WriteDictionary(&file, words); err != nil {
		t.Fatal(err)
	}
	d, err := OpenDictionary(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDictionary(t *testing.T) {
	d := openSample(t, append([]Word{{"超過", 1}}, sample...))
	for word, want := range map[string]uint64{
		"贸易": 9000, "贸易额": 700, "过": 5000, "超过": 8001, // folded, then added up
		"貿易": 0, "贸": 0, "贸易额的": 0, "": 0, "\xff": 0,
	} {
		if got := d.Frequency(word); got != want {
			t.Errorf("frequency of %q: %d, want %d", word, got, want)
		}
	}
	total := uint64(1)
	for _, word := range sample {
		total += word.Frequency
	}
	if d.Total() != total || d.Len() != len(sample)-1 || len(d.Hash()) != 64 {
		t.Errorf("total %d, want %d; %d words; hash %s", d.Total(), total, d.Len(), d.Hash())
	}
	words := slices.Collect(d.Words())
	if len(words) != d.Len() || !slices.IsSortedFunc(words, func(a, b Word) int { return strings.Compare(a.Text, b.Text) }) {
		t.Errorf("words: %v", words)
	}
	for range d.Words() {
		break // stops without harm
	}
}

func TestWriteDictionaryIsTheSameEachTime(t *testing.T) {
	backwards := slices.Clone(sample)
	slices.Reverse(backwards)
	if a, b := openSample(t, sample), openSample(t, backwards); a.Hash() != b.Hash() {
		t.Errorf("%s and %s", a.Hash(), b.Hash())
	}
}

func TestWriteDictionaryRefuses(t *testing.T) {
	for name, words := range map[string][]Word{
		"no words":               nil,
		"frequency 0":            {{"贸易", 0}},
		"nothing left of a word": {{"\u200b", 1}},
		"the end of a clause":    {{"贸，易", 1}},
		"33 bits":                {{"贸易", 1 << 31}, {"貿易", 1 << 31}},
	} {
		t.Run(name, func(t *testing.T) {
			if err := WriteDictionary(&bytes.Buffer{}, words); err == nil {
				t.Error("no error")
			}
		})
	}
}

func TestOpenDictionaryRefuses(t *testing.T) {
	var file bytes.Buffer
	if err := WriteDictionary(&file, sample); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"nothing":        nil,
		"something else": []byte("<!doctype html><title>404</title> not found, sorry, not found"),
		"the beginning":  file.Bytes()[:file.Len()/2],
		"zeros":          make([]byte, 100),
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := OpenDictionary(data); err == nil {
				t.Error("no error")
			}
		})
	}
}

func FuzzOpenDictionary(f *testing.F) {
	var file bytes.Buffer
	if err := WriteDictionary(&file, sample); err != nil {
		f.Fatal(err)
	}
	f.Add(file.Bytes())
	f.Add(file.Bytes()[:40])
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _ = OpenDictionary(data) // must not panic
	})
}

func TestWordsOfAText(t *testing.T) {
	d := openSample(t, sample)
	var got []string
	const s = "中亚国家的贸易额 \xff超过"
	newWalker(d, noMemory).visit(s, func(span Span, frequency uint64) {
		if frequency != d.Frequency(span.Of(s)) {
			t.Errorf("%s: frequency %d, want %d", span.Of(s), frequency, d.Frequency(span.Of(s)))
		}
		got = append(got, span.Of(s))
	})
	want := strings.Fields("中 中亚 中亚国家 国家 的 贸易 贸易额 额 超过 过")
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPrune(t *testing.T) {
	d := openSample(t, sample)
	words := Prune(d, []string{"中亚国家", "的贸易"})
	var got []string
	total := uint64(0)
	for _, word := range words {
		got = append(got, word.Text)
		total += word.Frequency
	}
	if want := []string{"", "中", "中亚", "中亚国家", "国家", "的", "贸易"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	small := openSample(t, words)
	if total != d.Total() || small.Total() != d.Total() {
		t.Errorf("total %d and %d, want %d", total, small.Total(), d.Total())
	}
	if none := Prune(d, nil); len(none) != 1 || none[0].Frequency != d.Total() {
		t.Errorf("pruned to nothing: %v", none)
	}
}
