// Package export writes the passages and figures of a library down for other
// programs: as rows, one for each passage and one for each figure, and as
// documents for OpenSearch. The same library always gives the same bytes.
//
// The rows are written as NDJSON here. They carry tags for Parquet too, which
// build/pipeline/parquet writes: its library stays out of the product's module.
//
//	rows, err := export.Of(doc, figures, "zh")
//	lines, err := export.Lines(rows.Passages)
package export

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"fenghui/corpus"
)

// Passage is a row: a paragraph, with what is known of its document. What is
// not known is null.
type Passage struct {
	ID          string   `json:"id" parquet:"id"`             // DOCUMENT/PASSAGE
	Document    string   `json:"document" parquet:"document"` // id
	Passage     int32    `json:"passage" parquet:"passage"`   // counts the paragraphs from 0
	PassageKind string   `json:"passage_kind" parquet:"passage_kind"`
	Text        string   `json:"text" parquet:"text"`
	Section     *string  `json:"section" parquet:"section,optional"` // heading above it
	Ref         *string  `json:"ref" parquet:"ref,optional"`         // records: paragraph of the source, ¶7, or sources, S1,S3
	Category    string   `json:"category" parquet:"category"`
	Kind        string   `json:"document_kind" parquet:"document_kind"`
	Name        string   `json:"name" parquet:"name"` // of the file
	Title       string   `json:"title" parquet:"title"`
	Event       *string  `json:"event" parquet:"event,optional"`
	Group       *string  `json:"organisation" parquet:"organisation,optional"`
	Format      *string  `json:"format" parquet:"format,optional"`
	Date        *string  `json:"date" parquet:"date,optional"` // of the summit, YYYY-MM-DD
	DateFrom    string   `json:"date_from" parquet:"date_from"`
	City        *string  `json:"city" parquet:"city,optional"`
	Country     *string  `json:"country" parquet:"country,optional"`
	Host        *string  `json:"host" parquet:"host,optional"`
	Speaker     *string  `json:"document_speaker" parquet:"document_speaker,optional"`
	Present     []string `json:"participants" parquet:"participants,list"`
	Topics      []string `json:"topics" parquet:"topics,list"`
	Source      *string  `json:"source" parquet:"source,optional"`
	SourceLink  *string  `json:"source_link" parquet:"source_link,optional"`
	SourceDate  *string  `json:"source_date" parquet:"source_date,optional"` // YYYY-MM-DD, YYYY-MM or YYYY
	Sources     []string `json:"sources" parquet:"sources,list"`             // all that the passage rests on, Source being the first
}

// passageOf makes the row of a passage of a document.
func passageOf(d *corpus.Document, number int) Passage {
	p, s, sources := &d.Passages[number], &d.Summit, sourcesOf(d, number)
	row := Passage{
		ID: passageID(d, number), Document: d.ID, Passage: int32(number), PassageKind: string(p.Kind), Text: p.Text,
		Section: known(p.Section), Ref: known(p.Ref), Kind: string(d.Kind), Name: d.Name, Title: d.Title,
		Event: known(s.Event), Group: known(s.Organisation), Format: known(s.Format), Date: known(s.Date),
		DateFrom: string(s.DateFrom), City: known(s.City), Country: known(s.Country), Host: known(s.Host),
		Speaker: known(d.Speaker), Present: []string{}, Topics: orEmpty(d.Topics),
		Category: cmp.Or(p.Category, d.Category, corpus.Categories[0]), Source: known(sources[0].Name),
		SourceLink: known(sources[0].Link), SourceDate: known(sources[0].Date), Sources: []string{},
	}
	for _, from := range sources {
		if told := strings.TrimSpace(from.Name + " " + from.Link); told != "" {
			row.Sources = append(row.Sources, told)
		}
	}
	for _, who := range d.Participants {
		row.Present = append(row.Present, who.Name)
	}
	return row
}

// sourcesOf are the sources a passage names, else that of the document. There
// always is one, which may be empty.
func sourcesOf(d *corpus.Document, number int) (sources []corpus.Source) {
	for _, id := range strings.Split(d.Passages[number].Ref, ",") {
		if at := slices.IndexFunc(d.Sources, func(r corpus.Reference) bool { return r.ID == id }); at >= 0 {
			sources = append(sources, d.Sources[at].Source)
		}
	}
	if len(sources) == 0 {
		sources = []corpus.Source{d.Source}
	}
	return sources
}

func passageID(d *corpus.Document, number int) string { return d.ID + "/" + strconv.Itoa(number) }

// known is null for what is empty.
func known(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// orEmpty is a list that is never null.
func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
