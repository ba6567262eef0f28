package engines

import (
	"fmt"
	"strings"
	"text/tabwriter"
)

// Table is what became of the scenarios, a column for each engine.
type Table struct {
	Scenarios []string
	Columns   []Column
}

// Column is one engine.
type Column struct {
	Engine string
	Cells  []Cell
}

// Cell is one scenario in one engine: passed, failed, or not possible there.
type Cell struct {
	Failed  bool
	Without bool   // the automation of this engine cannot do it
	Told    string // time taken, error, or reason
}

func (c Cell) String() string {
	switch {
	case c.Failed:
		return "FAILED"
	case c.Without:
		return "–"
	}
	return "ok " + c.Told
}

// String is the table, with errors and reasons beneath.
func (t Table) String() string {
	var b, notes strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprint(w, "scenario")
	for _, c := range t.Columns {
		fmt.Fprintf(w, "\t%s", c.Engine)
	}
	fmt.Fprintln(w)
	for i, scenario := range t.Scenarios {
		fmt.Fprint(w, scenario)
		for _, c := range t.Columns {
			cell := c.Cells[i]
			fmt.Fprintf(w, "\t%s", cell)
			if cell.Failed || cell.Without {
				fmt.Fprintf(&notes, "%s, %s: %s\n", c.Engine, scenario, cell.Told)
			}
		}
		fmt.Fprintln(w)
	}
	w.Flush()
	return b.String() + notes.String()
}

// Count tells how many scenarios passed, failed, and could not be tried.
func (t Table) Count() (passed, failed, without int) {
	for _, c := range t.Columns {
		for _, cell := range c.Cells {
			switch {
			case cell.Failed:
				failed++
			case cell.Without:
				without++
			default:
				passed++
			}
		}
	}
	return passed, failed, without
}
