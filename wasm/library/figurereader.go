package library

import (
	"fmt"
	"runtime/debug"
	"sync"

	"fenghui/corpus"
	"fenghui/wasm/figure"
	"fenghui/wasm/library/correction"
)

// figureReader reads the figures of documents. A text on which the rules panic has
// no figures, and a reader of the library is told; all other documents have
// theirs.
type figureReader struct {
	extract func(*corpus.Document, *corpus.Glossary) []figure.Figure // nil: figure.Extract
	notice  func(Notice)
	log     func(string)

	mu   sync.Mutex
	told map[Notice]bool // texts are read more than once
}

func newFigureReader(o Options) *figureReader {
	return &figureReader{extract: o.Extract, notice: o.Notice, log: o.Log, told: map[Notice]bool{}}
}

func (r *figureReader) read(d *corpus.Document) []figure.Figure {
	figures, err := attempt(r.extract, d)
	if err != nil && r.tell(FiguresUnreadable, d.Name) {
		r.log(fmt.Sprintf("library: figures of %s: %v", d.Name, err))
	}
	return figures
}

// figuresOf reads the figures of a document, set right where a reader said so.
func (r *figureReader) figuresOf(d *Document) []figure.Figure {
	figures := r.read(d.Document)
	correction.Apply(figures, d.Passages, d.corrections, func(c correction.Correction) { r.tell(CorrectionUnfit, d.Title+"："+c.Quote) })
	return figures
}

// tell gives a notice once.
func (r *figureReader) tell(code, detail string) (first bool) {
	r.mu.Lock()
	n := Notice{code, detail}
	known := r.told[n]
	r.told[n] = true
	r.mu.Unlock()
	if !known {
		r.notice(n)
	}
	return !known
}

// Figures reads the figures of a document. A text on which the rules
// panic is an error.
func Figures(d *corpus.Document) ([]figure.Figure, error) { return attempt(nil, d) }

// attempt makes an error of a panic.
func attempt(extract func(*corpus.Document, *corpus.Glossary) []figure.Figure, d *corpus.Document) (figures []figure.Figure, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			figures, err = nil, fmt.Errorf("panic: %v\n%s", fault, debug.Stack())
		}
	}()
	if extract == nil {
		extract = figure.Extract
	}
	return extract(d, corpus.Names()), nil
}
