package corpus

import "strings"

// tableRow is a row of a table being read.
type tableRow struct {
	depth int  // of the table it stands in
	start int  // its first line
	cell  int  // the first line of the cell being read
	apart bool // a cell holds more than a value: the table only lays out a page
}

// table follows the tags of tables, whatever their parts are called.
func (p *plainLines) table(part string, t tag) {
	switch {
	case (part == "tbl" || part == "table") && t.end:
		p.closeTable()
	case part == "tbl" || part == "table":
		p.end()
		p.tables++
	case part == "tr" && t.end:
		p.closeRow()
	case part == "tr":
		p.openRow()
	case !t.end:
		p.openCell()
	}
}

// closeTable ends rows that have no end of their own.
func (p *plainLines) closeTable() {
	p.closeRow()
	p.tables = max(p.tables-1, 0)
}

func (p *plainLines) openRow() {
	p.closeRow()
	p.rows = append(p.rows, tableRow{depth: p.tables, start: len(p.lines), cell: len(p.lines)})
}

// openCell ends the cell before.
func (p *plainLines) openCell() {
	if n := len(p.rows); n > 0 {
		p.end()
		p.rows[n-1].note(p.lines)
		return
	}
	p.current.WriteString(" ")
}

// closeRow makes one line of the cells of a row of the innermost table, if
// there is one open.
func (p *plainLines) closeRow() {
	p.end()
	n := len(p.rows) - 1
	if n < 0 || p.rows[n].depth < p.tables {
		return
	}
	row := p.rows[n]
	p.rows = p.rows[:n]
	if row.note(p.lines); row.apart || len(p.lines) == row.start {
		return
	}
	cells := p.lines[row.start:]
	for _, c := range cells[1:] {
		cells[0].text += " " + c.text
		cells[0].linked += c.linked
	}
	p.lines = p.lines[:row.start+1]
}

// note looks at the cell that has just ended.
func (r *tableRow) note(lines []plainLine) {
	cell := lines[r.cell:]
	r.apart = r.apart || len(cell) > 1 || len(cell) == 1 && strings.Contains(cell[0].text, "。")
	r.cell = len(lines)
}

// isOfTable recognises a row of a table, and the one above that names what its
// columns are: neither is a heading.
func isOfTable(lines []line, i int) bool {
	head := i+1 < len(lines) && len(strings.Fields(lines[i].text)) > 1 && isTableRow(lines[i+1].text)
	return head || isTableRow(lines[i].text)
}

// isTableRow recognises a line of values.
func isTableRow(s string) bool {
	values := 0
	for _, field := range strings.Fields(s) {
		if strings.Trim(field, "0123456789.,%+-") == "" {
			values++
		}
	}
	return values > 1
}
