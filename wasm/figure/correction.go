package figure

import (
	"errors"
	"slices"
	"strings"

	"fenghui/corpus"
	"fenghui/wasm/period"
	"fenghui/wasm/text"
)

// Correction is what a reader says of a figure: that it is misread and means
// nothing, or what is right of it. What is empty is as it was read.
type Correction struct {
	Misread   bool   `json:"misread,omitempty"`
	Amount    string `json:"amount,omitempty"`    // as one writes it: 约75亿美元
	Indicator string `json:"indicator,omitempty"` // 两国贸易额
	Period    string `json:"period,omitempty"`    // ISO: 2024, 2026-04, 2020/2025
	Status    string `json:"status,omitempty"`    // one of Statuses
}

// Statuses a reader may choose from.
var Statuses = []string{"actual", "target", "plan", "forecast", "proposal"}

// Corrected tells that a figure is as a reader set it right.
type Corrected struct {
	By   Correction
	Read Figure // as the program read it
	Core text.Span
}

// What is wrong with a correction.
var (
	ErrBadAmount = errors.New("figure: not one amount")
	ErrBadPeriod = errors.New("figure: not a period (2024, 2026-04, 2020/2025)")
	ErrBadStatus = errors.New("figure: no such status")
)

// With is the figure as a reader sets it right. The words of the text and where
// they stand stay as they are. The amount is read by the same rules as texts.
// The error is one of those above, and names the first part that cannot be read.
func (f Figure) With(c Correction, names *corpus.Glossary) (Figure, error) {
	done := &Corrected{By: c, Read: f}
	f.Corrected = done
	if c.Misread {
		return f, nil
	}
	if c.Amount != "" {
		amount, ok := oneFigure(c.Amount, names)
		if !ok {
			return f, ErrBadAmount
		}
		f.Kind, f.Value, f.Max, f.Date, f.Unit, f.Said, f.Per = amount.Kind, amount.Value, amount.Max, amount.Date, amount.Unit, amount.Said, amount.Per
		f.Bound, f.Direction, f.Reading, f.By, f.To = amount.Bound, amount.Direction, amount.Reading, amount.By, amount.To
		done.Core = amount.Core
	}
	if c.Indicator != "" {
		f.Indicator = c.Indicator
		f.Measure, f.Parties, f.Scope = measureAndParties(c.Indicator, done, names)
	}
	if c.Period != "" {
		if _, ok := period.Parse(c.Period); !ok {
			return f, ErrBadPeriod
		}
		f.Period, f.PeriodFrom, f.Inferred, f.Open = c.Period, "stated", false, false
	}
	if c.Status != "" {
		if !slices.Contains(Statuses, c.Status) {
			return f, ErrBadStatus
		}
		f.Status = c.Status
	}
	return f, nil
}

// Told is the figure with its words put in the place of the text's, for saying
// what it says; a figure that was not set right is as it is.
func (f Figure) Told() Figure {
	if c := f.Corrected; c != nil && c.By.Amount != "" {
		f.Quote = c.By.Amount
		f.Core = text.Span{Start: f.Span.Start + c.Core.Start, End: f.Span.Start + c.Core.End}
	}
	return f
}

// oneFigure reads an amount; ok when that is all the text tells.
func oneFigure(amount string, names *corpus.Glossary) (f Figure, ok bool) {
	found := extracted(amount, names)
	return lastFigure(found), len(found) == 1
}

// measureAndParties are what an indicator measures, of whom.
func measureAndParties(indicator string, c *Corrected, names *corpus.Glossary) (measure string, parties []string, scope string) {
	quote := c.By.Amount
	if quote == "" {
		quote = c.Read.Quote
	}
	f := lastFigure(extracted(indicator+"为"+quote+"。", names))
	return f.Measure, f.Parties, f.Scope
}

func extracted(s string, names *corpus.Glossary) []Figure {
	s = strings.TrimSpace(s)
	return Extract(&corpus.Document{Kind: corpus.Article, Passages: []corpus.Passage{{Kind: corpus.Text, Text: s}}}, names)
}

func lastFigure(figures []Figure) (f Figure) {
	if n := len(figures); n > 0 {
		return figures[n-1]
	}
	return f
}
