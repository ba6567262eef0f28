package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fenghui/wasm/library/librarytest"
)

// Each is what has been typed and what is suggested: the query, and in brackets
// what it means and how many passages have it.
var suggestCases = []struct{ typed, want string }{
	{"托", "托卡耶夫 哈斯穆-卓玛尔特·托卡耶夫 1"},
	{"Tokay", "Tokayev 哈斯穆-卓玛尔特·托卡耶夫 1"},
	{"港口 toka", "港口 Tokayev 哈斯穆-卓玛尔特·托卡耶夫 1"},
	{"港口 -toka", "港口 -Tokayev 哈斯穆-卓玛尔特·托卡耶夫 1"},
	{"人物:托", "人物:托卡耶夫 哈斯穆-卓玛尔特·托卡耶夫 1"},
	{"人物:贸", ""},
	{"峰会:海", ""}, // of no known organisation
	{"主题:贸易", "主题:贸易 3; 主题:贸易额 2"},
	{"trade turn", "trade turnover 贸易额 2"},
	{"blue cor", "blue corridor 1"},
	{`"托卡`, ""},
	{"值:10", ""},
	{"贸易 ", ""},
	{"没有这样的", ""},
	{strings.Repeat("贸", 1000), ""},
}

func TestSuggest(t *testing.T) {
	s := librarytest.Snapshot(t, fleet)
	for _, tt := range suggestCases {
		t.Run(tt.typed, func(t *testing.T) {
			list, err := Suggest(t.Context(), s, tt.typed)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, x := range list {
				got = append(got, strings.Join(strings.Fields(fmt.Sprint(x.Query, " ", x.Means, " ", x.Count)), " "))
			}
			if strings.Join(got, "; ") != tt.want {
				t.Errorf("got %s, want %s", strings.Join(got, "; "), tt.want)
			}
		})
	}
}

func FuzzSuggest(f *testing.F) {
	s := librarytest.Snapshot(f, fleet)
	for _, tt := range suggestCases {
		f.Add(tt.typed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		list, err := Suggest(t.Context(), s, typed)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range list {
			if a := run(t, s, Request{Query: x.Text}); a.Passages == 0 && !strings.Contains(x.Text, ":") {
				t.Errorf("%q is suggested as %q, which finds nothing", typed, x.Text)
			}
		}
	})
}

// The small words of a long name are no beginnings of it.
func TestSmallWordsMeanNoName(t *testing.T) {
	for _, w := range speltWords() {
		if slices.Contains([]string{"and", "for", "of", "для"}, w.word) {
			t.Errorf("%s is taken for %s", w.word, speltNames()[w.names[0]].original)
		}
	}
	if len(guesses("cis")) == 0 {
		t.Error("a short name is none any more")
	}
}

// What a filter is suggested with is what it finds.
func TestASuggestedFilterFindsAsManyAsItSays(t *testing.T) {
	s := librarytest.Snapshot(t, builtIn(t))
	for _, typed := range []string{"峰会:上", "summit:cen", "人物:托", "person:tok"} {
		list, err := Suggest(t.Context(), s, typed)
		if err != nil || len(list) == 0 {
			t.Fatal(typed, err)
		}
		for _, x := range list {
			if a := run(t, s, Request{Query: x.Query}); a.Passages != x.Count {
				t.Errorf("%s: %s finds %d, not %d", typed, x.Query, a.Passages, x.Count)
			}
		}
	}
}
