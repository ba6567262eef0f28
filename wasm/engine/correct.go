package engine

import (
	"context"

	"fenghui/corpus"
	"fenghui/wasm/figure"
	"fenghui/wasm/library"
	"fenghui/wasm/library/correction"
)

// correct stores what a reader says of a figure, if it can be read, and answers
// with the figure as it then is.
func (e *Engine) correct(ctx context.Context, l *library.Library, c call, args CorrectArgs) (FigureCard, error) {
	var said *figure.Correction
	if args.Correction != nil {
		wanted := figure.Correction(*args.Correction)
		said = &wanted
		if _, err := (figure.Figure{}).With(wanted, corpus.Names()); err != nil {
			return FigureCard{}, badRequest{err}
		}
	}
	if err := l.Correct(ctx, args.Document, args.Passage, args.Ordinal, said); err != nil {
		return FigureCard{}, err
	}
	return e.readFigure(ctx, l, c, FigureArgs{Document: args.Document, Passage: args.Passage, Ordinal: args.Ordinal, Language: args.Language})
}

func forget(ctx context.Context, l *library.Library, c call, args ForgetArgs) (CorrectionsAnswer, error) {
	if err := l.Uncorrect(ctx, args.Document, correction.Correction{Passage: args.Passage, Quote: args.Quote, Nth: args.Nth}); err != nil {
		return CorrectionsAnswer{}, err
	}
	return corrected(ctx, l, c, CorrectedArgs{})
}

func corrected(_ context.Context, l *library.Library, _ call, args CorrectedArgs) (CorrectionsAnswer, error) {
	s := l.Snapshot()
	answer := CorrectionsAnswer{Corrections: []CorrectionKept{}}
	for _, c := range s.Corrections() {
		kept := CorrectionKept{
			Document: c.Document, Title: c.Title, Passage: c.Passage, Quote: c.Quote, Nth: c.Nth, When: c.When,
			Correction: CorrectionSaid(c.Correction.Correction),
		}
		if d, err := s.Find(c.Document); err == nil && c.Figure != nil {
			row := figureRow(d, c.Figure, args.Language)
			kept.Figure = &row
		}
		answer.Corrections = append(answer.Corrections, kept)
	}
	return answer, nil
}
