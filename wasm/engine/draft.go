package engine

import (
	"context"
	"errors"
	"fmt"

	"fenghui/corpus"
	"fenghui/wasm/compare"
	"fenghui/wasm/figure"
	"fenghui/wasm/pace"
	"fenghui/wasm/search"
	"fenghui/wasm/text"
)

func checkDraft(ctx context.Context, f *findings, args DraftArgs) (DraftAnswer, error) {
	answer := DraftAnswer{Runs: []Run{}, Judgements: []Judgement{}}
	if len(args.Text) > MaxDraft {
		return answer, badRequest{fmt.Errorf("engine: a draft of %d bytes is too long", len(args.Text))}
	}
	draft, err := compare.ReadDraft(args.Text, args.Date, corpus.Names())
	if refused := (*corpus.RefusedError)(nil); errors.As(err, &refused) && refused.Reason == corpus.Empty {
		return answer, nil
	}
	if err != nil {
		return answer, badRequest{err}
	}
	pause := func() error { return pace.Yield(ctx) }
	if err := f.result.Prepare(pause); err != nil {
		return answer, err
	}
	judged, err := f.result.CheckWith(pause, draft)
	if err != nil {
		return answer, err
	}
	answer.Runs = draftRuns(args.Text, draft.Figures)
	for _, j := range judged {
		answer.Judgements = append(answer.Judgements, Judgement{Figure: j.Figure, Quote: draft.Figures[j.Figure].Quote, Verdict: j.Verdict,
			Message: j.Message.In(args.Language), Rows: f.rows(j.Members, args.Language)})
		answer.Counts.add(j.Verdict)
	}
	return answer, nil
}

// draftRuns marks the figures in the text as pasted.
func draftRuns(pasted string, figures []figure.Figure) []Run {
	var marks []text.Mark
	for k := range figures {
		if s := figures[k].Span; s.End <= len(pasted) && s.Of(pasted) == figures[k].Quote {
			marks = append(marks, text.Mark{Span: s, Kind: search.FigureKind, Number: k + 1})
		}
	}
	return runs(text.Runs(pasted, marks))
}

func (c *DraftCounts) add(verdict string) {
	c.Figures++
	switch verdict {
	case compare.Agrees:
		c.Agrees++
	case compare.Differs:
		c.Differs++
	case compare.NotFound:
		c.NotFound++
	default:
		c.Doubtful++
	}
}
