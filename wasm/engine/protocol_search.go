package engine

// Requests for passages and documents.

// SearchArgs asks a question.
type SearchArgs struct {
	Query    string   `json:"query"`
	From     string   `json:"from,omitempty"`     // YYYY-MM-DD, date of the summit, inclusive
	To       string   `json:"to,omitempty"`       // YYYY-MM-DD, inclusive
	Summit   []string `json:"summit,omitempty"`   // organisations; empty: all
	Document string   `json:"document,omitempty"` // only this document, with all its hits
	Offset   int      `json:"offset,omitempty"`   // groups to leave out
	Limit    int      `json:"limit,omitempty"`    // groups wanted; 0: 20
}

// SearchAnswer holds the hits grouped by document, best first.
type SearchAnswer struct {
	Query      string       `json:"query"`              // as understood, canonical
	Ignored    []Ignored    `json:"ignored,omitempty"`  // parts of the query that could not be used
	Expanded   []Expansion  `json:"expanded,omitempty"` // names also searched under their other names
	Documents  int          `json:"documents"`          // with at least one hit
	Passages   int          `json:"passages"`           // hits in all
	Groups     []Group      `json:"groups"`
	Summits    []FacetCount `json:"summits,omitempty"`    // hits by organisation
	Unfiltered int          `json:"unfiltered,omitempty"` // passages found without the filters, told when nothing is found with them
	Excluding  bool         `json:"excluding,omitempty"`  // the query only leaves out: all other passages are found
	Excluded   int          `json:"excluded,omitempty"`   // passages it leaves out
}

// Ignored is a part of a query that was left out, and why.
type Ignored struct {
	Part   string `json:"part"`
	Reason string `json:"reason"` // unbalanced-quote only-operators empty-phrase too-long bad-date bad-value bad-period bad-kind bad-status bad-year
}

// Expansion is a part of the query and the other names it was searched under.
type Expansion struct {
	From string   `json:"from"`
	To   []string `json:"to"`
}

// Group is the hits of one document.
type Group struct {
	Document DocumentHead `json:"document"`
	Hits     []Hit        `json:"hits"` // best first, at most 5 unless one document is asked for
	Total    int          `json:"total"`
}

// Hit is one passage.
type Hit struct {
	Passage int     `json:"passage"` // ordinal in its document, from 0
	Section string  `json:"section,omitempty"`
	Runs    []Run   `json:"runs"`
	Score   float64 `json:"score"`
}

// FacetCount counts hits, or figures, by a value.
type FacetCount struct {
	Value string `json:"value"`
	Label string `json:"label,omitempty"` // the value in the language asked for, where it has a name
	Count int    `json:"count"`
}

// DocumentArgs asks for one document; with a query its hits are marked.
type DocumentArgs struct {
	ID    string `json:"id"`
	Query string `json:"query,omitempty"`
}

// DocumentAnswer is one document, whole.
type DocumentAnswer struct {
	Head         DocumentHead  `json:"head"`
	DateNote     string        `json:"dateNote,omitempty"`
	Host         string        `json:"host,omitempty"`
	Format       string        `json:"format,omitempty"`
	Participants []Participant `json:"participants,omitempty"`
	Source       Source        `json:"source"`
	Topics       []string      `json:"topics,omitempty"`
	Passages     []Passage     `json:"passages"`
}

// Participant is a person with the office held at the time.
type Participant struct {
	Name   string `json:"name"`
	Office string `json:"office,omitempty"`
}

// Source is who published what a document rests on.
type Source struct {
	Name string `json:"name,omitempty"`
	Link string `json:"link,omitempty"`
	Date string `json:"date,omitempty"`
}

// Passage is one paragraph to show.
type Passage struct {
	Kind string `json:"kind"` // text heading credit
	Runs []Run  `json:"runs"`
	Ref  string `json:"ref,omitempty"` // paragraph of the source it reports
}
