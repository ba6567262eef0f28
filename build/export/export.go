package export

import (
	"bytes"
	"encoding/json"
	"fmt"

	"fenghui/corpus"
	"fenghui/wasm/figure"
)

// Rows are those of one document.
type Rows struct {
	Passages []Passage
	Figures  []Figure
}

// Of makes the rows of a document and its figures, which are in its order;
// language ("zh" or "en") is that of what is told about how they were read.
func Of(d *corpus.Document, figures []figure.Figure, language string) (Rows, error) {
	rows := Rows{Passages: make([]Passage, len(d.Passages))}
	for i := range d.Passages {
		rows.Passages[i] = passageOf(d, i)
	}
	var err error
	rows.Figures, err = figuresOf(d, figures, language)
	return rows, err
}

// Lines writes rows as NDJSON: one a line, as JSON.
func Lines[Row any](rows []Row) ([]byte, error) {
	var out bytes.Buffer
	for i := range rows {
		if err := writeLine(&out, &rows[i]); err != nil {
			return nil, err
		}
	}
	return out.Bytes(), nil
}

func writeLine(out *bytes.Buffer, row any) error {
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	if err := lines.Encode(row); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}
