package engine

import (
	"strings"
	"testing"
	"unicode/utf8"

	"fenghui/corpus"
	"fenghui/wasm/figure"
	"fenghui/wasm/library"
	"fenghui/wasm/text"
)

// A text without full stops is one sentence; no figure brings all of it along.
func TestALongSentenceIsShownInPart(t *testing.T) {
	for _, times := range []int{1, 30, 4000} {
		long := strings.Repeat("各方谈到港口和渔业的合作，", times) + "捕捞量为300万吨" + strings.Repeat("，并且介绍各自的情况", times)
		d := &library.Document{Document: &corpus.Document{Passages: []corpus.Passage{{Kind: corpus.Text, Text: long}}}}
		at := strings.Index(long, "300万吨")
		f := &figure.Figure{Quote: "300万吨"}
		f.Span.Start, f.Span.End = at, at+len("300万吨")
		shown, quote := "", ""
		for _, r := range sentenceRuns(d, f) {
			if shown += r.Text; r.Kind == "figure" {
				quote = r.Text
			}
		}
		if quote != "300万吨" || !utf8.ValidString(shown) || len(shown) > 2*longest || times < 100 && shown != long {
			t.Errorf("%d times: %d bytes are shown, %q marked", times, len(shown), quote)
		}
		if cut := times > 100; cut != strings.HasPrefix(shown, "…") || cut != strings.HasSuffix(shown, "…") {
			t.Errorf("%d times: begins %.20q", times, shown)
		}
	}
	if s, part := cutAround("abc", text.Span{Start: 1, End: 2}); s != "abc" || part.Start != 1 {
		t.Errorf("%q %v", s, part)
	}
}
