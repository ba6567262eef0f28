package engine

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fenghui/wasm/figure"
	"fenghui/wasm/library"
	"fenghui/wasm/search"
	"fenghui/wasm/text"
)

// Sentences too long to be read are shown in part: a text without full stops is
// one sentence of megabytes, and would be sent with each of its figures.
const (
	around  = 2000       // bytes shown on either side of what is meant
	longest = 3 * around // bytes of a sentence shown whole
)

// cutAround is what stands around a part of a sentence that is too long to be
// shown whole.
func cutAround(s string, part text.Span) (string, text.Span) {
	if len(s) <= longest {
		return s, part
	}
	near := window(s, part, around)
	short := near.Of(s)
	if near.End < len(s) {
		short += "…"
	}
	if near.Start > 0 {
		short = "…" + short
		near.Start -= len("…")
	}
	return short, text.Span{Start: part.Start - near.Start, End: part.End - near.Start}
}

// window is the part of s that reaches so many bytes beyond a span on either
// side, cut between characters.
func window(s string, part text.Span, bytes int) text.Span {
	from, to := max(0, part.Start-bytes), min(len(s), part.End+bytes)
	for from < part.Start && !utf8.RuneStart(s[from]) {
		from++
	}
	for to < len(s) && !utf8.RuneStart(s[to]) {
		to++
	}
	return text.Span{Start: from, End: to}
}

// runs are marked text as the protocol has it.
func runs(list []text.Run) []Run {
	out := make([]Run, 0, len(list))
	for _, r := range list {
		run := Run{Text: r.Text, Kind: r.Kind}
		if r.Number > 0 {
			ordinal := r.Number - 1
			run.Figure = &ordinal
		}
		out = append(out, run)
	}
	return out
}

// sentenceRuns is the sentence of a figure with its quotation marked.
func sentenceRuns(d *library.Document, f *figure.Figure) []Run {
	passage := d.Passages[f.Passage]
	quote := text.Span{Start: f.Span.Start - passage.Start, End: f.Span.End - passage.Start}
	if quote.Start < 0 || quote.Start > quote.End || quote.End > len(passage.Text) {
		return runs(text.Runs(f.Sentence, nil))
	}
	near := text.Span{End: len(passage.Text)}
	if len(passage.Text) > 10*longest {
		near = window(passage.Text, quote, 2*longest)
	}
	for _, s := range text.Sentences(near.Of(passage.Text)) {
		s.Start, s.End = s.Start+near.Start, s.End+near.Start
		if quote.Start < s.Start || quote.Start >= s.End {
			continue
		}
		words := s.Of(passage.Text)
		start := s.Start + len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace))
		short, inside := cutAround(strings.TrimSpace(words), text.Span{Start: quote.Start - start, End: quote.End - start})
		return runs(text.Runs(short, []text.Mark{{Span: inside, Kind: search.FigureKind, Number: f.Ordinal + 1}}))
	}
	return runs(text.Runs(f.Sentence, nil))
}
