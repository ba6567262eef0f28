package search

import (
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/library/librarytest"
)

// All words close together come first, then all words, then some, however often
// they are said.
func TestWordsCloseTogetherComeFirst(t *testing.T) {
	filler := strings.Repeat("会议在海边举行，各方发言。", 8)
	docs := []*corpus.Document{
		librarytest.Document("some", "", "", "甲", "港口、港口，还是港口，处处是港口。"),
		librarytest.Document("far", "", "", "乙", "港口、港口。"+filler+"贸易、贸易、贸易。"),
		librarytest.Document("near", "", "", "丙", filler+"港口的贸易。"+filler+filler),
	}
	for _, query := range []string{"港口 贸易", "贸易 港口", "+港口 +贸易", "贸易 港口 大象"} {
		t.Run(query, func(t *testing.T) {
			want := "near/0 far/0 some/0"
			if strings.HasPrefix(query, "+") {
				want = "near/0 far/0"
			}
			if query == "贸易 港口 大象" { // none has all
				want = "far/0 near/0 some/0"
			}
			if got := hits(run(t, librarytest.Snapshot(t, docs), Request{Query: query})); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
}

func TestNearlyTheSameWord(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"tokayev", "tokaiev", true}, {"tokayev", "tokayev", true}, {"tokayev", "tokaye", true}, {"tokayev", "tokkayev", true},
		{"tokayev", "tokaeyv", true}, {"tokayev", "otkayev", true}, {"tokayev", "okaye", false}, {"tokayev", "takaiev", false},
		{"казахстан", "казакстан", true}, {"iran", "iraq", false}, {"", "", false}, {"tokayev", "", false},
	} {
		t.Run(tt.a+" "+tt.b, func(t *testing.T) {
			if nearly(tt.a, tt.b) != tt.want || nearly(tt.b, tt.a) != tt.want {
				t.Errorf("want %v", tt.want)
			}
		})
	}
}

// One word with a sign in it may stand there in pieces; whole it comes first,
// however much more the pieces are.
func TestWhatStandsThereAsTypedComesFirst(t *testing.T) {
	s := librarytest.Snapshot(t, []*corpus.Document{
		librarytest.Document("pieces", "", "", "港口", "南港与北港。北港多船，南港少船，南港和北港之间有航线。"),
		librarytest.Document("whole", "", "", "船期", "去年新开的南港-北港航线全长一千公里，由五艘渡船每天往返，票价不变，旅客比前年多得多，货物却少了一些。"),
	})
	if got := hits(run(t, s, Request{Query: "南港-北港"})); got != "whole/0 pieces/0" {
		t.Errorf("found %s", got)
	}
}
