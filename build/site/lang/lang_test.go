package lang

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
)

func TestWordsGoWithWhoAsksForThem(t *testing.T) {
	const words = `{"nav.label": "sections", "nav.help": "?", "search.count": "{count} <hits>", "search.count.one": "a hit", "search.count.few": "some hits", "search.count.other": "hits",
		"search.none": "nothing", "overview.title": "all", "help.keys": "keys", "help.keys.one": "key", "figure.kind.money": "money", "figure.status.aim": "aim"}`
	for _, c := range []struct {
		name, source string
		want         string
	}{
		{"nothing", "", "overview.title"},
		{"one word", `t("nav.label")`, "nav.label overview.title"},
		{"its other forms", `t("search.count", { count })`, "overview.title search.count search.count.few search.count.one search.count.other"},
		{"one of two", `t(here ? "search.none" : "nav.help")`, "nav.help overview.title search.none"},
		{"a family", "t(`nav.${view}`)", "nav.help nav.label overview.title"},
		{"a family of a family", "t(`figure.kind.${kind}`)", "figure.kind.money overview.title"},
		{"no word", `"nav.other", "nav", "search."`, "overview.title"},
	} {
		t.Run(c.name, func(t *testing.T) {
			first, rest := split(t, words, c.source)
			if got := strings.Join(slices.Sorted(maps.Keys(first)), " "); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			if len(first)+len(rest) != 12 {
				t.Errorf("%d words and %d, want 12 in all", len(first), len(rest))
			}
		})
	}
}

func split(t *testing.T, words, source string) (first, rest map[string]string) {
	t.Helper()
	a, b, err := Split([]byte(words), []string{source})
	if err != nil {
		t.Fatal(err)
	}
	for data, table := range map[*[]byte]*map[string]string{&a: &first, &b: &rest} {
		if err := json.Unmarshal(*data, table); err != nil || strings.Contains(string(*data), `\u003c`) {
			t.Fatalf("%s: %v", *data, err)
		}
	}
	return first, rest
}

func TestWordsThatAreNoJSON(t *testing.T) {
	if _, _, err := Split([]byte("{"), nil); err == nil {
		t.Error("no error")
	}
}
