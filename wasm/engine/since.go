package engine

import (
	"context"
	"strings"

	"fenghui/wasm/chart"
	"fenghui/wasm/compare"
	"fenghui/wasm/edition"
	"fenghui/wasm/scene"
)

// since tells what moved between two summits of one format.
func since(_ context.Context, f *findings, args SinceArgs) (SinceAnswer, error) {
	formats := edition.Formats(f.inputs)
	a := SinceAnswer{Formats: []FormatHead{}, Moved: []MovedIndicator{}, Aims: []FateOfAim{}, Proposals: []FateOfProposal{}, Topics: []string{}, Dropped: []string{}}
	for k := range formats {
		a.Formats = append(a.Formats, f.formatHead(&formats[k], args.Language))
	}
	if len(formats) == 0 {
		return a, nil
	}
	format := formats[f.formatOf(formats, args.Format)]
	old, new := format.Pair(args.From, args.To)
	a.Format, a.From, a.To = format.Key, old.Date, new.Date
	f.tellChange(&a, edition.Since(f.result, f.inputs, old, new), args)
	return a, nil
}

// formatOf is the one asked for, or of which most can be said.
func (f *findings) formatOf(formats []edition.Format, key string) int {
	best, most := 0, -1
	for k := range formats {
		if formats[k].Key == key {
			return k
		}
		old, new := formats[k].Pair("", "")
		c := edition.Since(f.result, f.inputs, old, new)
		if n := len(c.Moved) + len(c.Aims); n > most {
			best, most = k, n
		}
	}
	return best
}

func (f *findings) formatHead(x *edition.Format, language string) FormatHead {
	h := FormatHead{Key: x.Key, Label: nameIn(x.Organisation, language)}
	if x.Key != x.Organisation {
		h.Kind = x.Kind
	}
	for _, e := range x.Editions {
		head := EditionHead{Date: e.Date, Event: e.Event, City: nameIn(e.City, language)}
		for _, d := range e.Documents {
			head.Documents = append(head.Documents, f.documents[d].ID)
		}
		h.Editions = append(h.Editions, head)
	}
	return h
}

func (f *findings) tellChange(a *SinceAnswer, c edition.Change, args SinceArgs) {
	language, drawn := args.Language, f.drawing(args.Language, args.Width)
	for _, m := range c.Moved {
		s := &f.result.Series[m.Series]
		moved := MovedIndicator{Key: s.Key, What: whatOf(s.Title, language), Unit: s.Unit, Verdict: m.Verdict, Notes: compare.AllIn(s.Notes, language),
			Old: f.row(&s.Members[m.Old], language), New: f.row(&s.Members[m.New], language)}
		moved.OldAside, moved.NewAside = f.aside(&s.Members[m.Old]), f.aside(&s.Members[m.New])
		if n := len(s.Members); n > 2 && n <= drawnBeside {
			moved.Chart = seriesChart(s, drawn)
		}
		a.Moved = append(a.Moved, moved)
	}
	for _, x := range c.Aims {
		s := &f.result.Series[x.Series]
		a.Aims = append(a.Aims, FateOfAim{Key: s.Key, What: whatOf(s.Title, language), Verdict: x.Verdict, Aim: f.row(&s.Members[x.Aim], language),
			Fact: f.rowAt(s, x.Fact, language), New: f.rowAt(s, x.New, language)})
	}
	for _, p := range c.Proposals {
		a.Proposals = append(a.Proposals, FateOfProposal{Title: p.Of.Title.In(language), Verdict: p.Verdict, Old: f.placeAt(p.Of, p.Old, language), New: f.placeAt(p.Of, p.New, language)})
	}
	a.Topics, a.Dropped = append(a.Topics, c.Topics...), append(a.Dropped, c.Dropped...)
}

// drawnBeside is how many figures a drawing beside a sentence shows at most; more
// are for the comparison that the sentence leads to.
const drawnBeside = 9

// aside reports whether something was not said at the summit itself.
func (f *findings) aside(m *compare.Member) bool {
	return f.documents[m.Document].Passages[f.figure(m.Ref).Passage].Category != ""
}

// whatOf is the indicator that the finding of a series begins with.
func whatOf(title compare.Words, language string) string {
	what, _, _ := strings.Cut(title.In(language), punctuationOf(language).colon)
	return what
}

// seriesChart draws a series, nil where there is nothing to draw.
func seriesChart(s *compare.Series, o chart.Options) *scene.Node {
	if figure := chart.Series(*s, o); chart.Drawn(figure) {
		return &figure
	}
	return nil
}

func (f *findings) rowAt(s *compare.Series, k int, language string) *ComparedFigure {
	if k < 0 {
		return nil
	}
	row := f.row(&s.Members[k], language)
	return &row
}

func (f *findings) placeAt(i *compare.Initiative, k int, language string) *ComparedPlace {
	if k < 0 {
		return nil
	}
	place := f.place(&i.Members[k], language)
	return &place
}
