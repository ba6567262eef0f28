package engine

// Requests for passages and documents.

// SearchArgs asks a question.
type SearchArgs struct {
	Query    string   `json:"query"`
	From     string   `json:"from,omitempty"`     // YYYY-MM-DD, date of the summit, inclusive
	To       string   `json:"to,omitempty"`       // YYYY-MM-DD, inclusive
	Summit   []string `json:"summit,omitempty"`   // organisations; empty: all
	Country  []string `json:"country,omitempty"`  // countries and organisations, any of which the passage names
	Person   []string `json:"person,omitempty"`   // any of which the passage names, or who speaks in the document
	Topic    []string `json:"topic,omitempty"`    // any of which the passage or its heading names
	Kind     []string `json:"kind,omitempty"`     // of a figure in the passage, any of these
	Speech   []string `json:"speech,omitempty"`   // of a figure in the passage: direct indirect none
	Document string   `json:"document,omitempty"` // only this document, with all its hits
	Sort     string   `json:"sort,omitempty"`     // empty: best first; date: newest summit first; -date: oldest first
	Literal  bool     `json:"literal,omitempty"`  // names stand for themselves, not for other names of the same thing
	Explain  bool     `json:"explain,omitempty"`  // tell the parts of each score
	Early    int      `json:"early,omitempty"`    // how many groups to send ahead in an event, before the rest is ready
	Offset   int      `json:"offset,omitempty"`   // groups to leave out
	Limit    int      `json:"limit,omitempty"`    // groups wanted; 0: 20
	Language string   `json:"language,omitempty"` // of names in facets: zh en ru kk
}

// SearchAnswer holds the hits grouped by document, best first.
type SearchAnswer struct {
	Query     string      `json:"query"`               // as understood, canonical
	Ignored   []Ignored   `json:"ignored,omitempty"`   // parts of the query that could not be used
	Expanded  []Expansion `json:"expanded,omitempty"`  // names also searched under their other names
	Documents int         `json:"documents"`           // with at least one hit
	Passages  int         `json:"passages"`            // hits in all
	Groups    []Group     `json:"groups"`              // without those that an event has sent ahead
	Facets    HitFacets   `json:"facets"`              // empty when groups are left out, and in an event
	Relaxed   []Relaxed   `json:"relaxed,omitempty"`   // when nothing is found: what would find something
	Excluding bool        `json:"excluding,omitempty"` // the query only leaves out: all other passages are found
	Excluded  int         `json:"excluded,omitempty"`  // passages it leaves out
	Missing   []string    `json:"missing,omitempty"`   // years not searched yet that the dates asked for take in, newest first: OpLoad loads them
}

// HitFacets count passages by a value, each with its own filter left aside;
// most frequent first, dates newest first.
type HitFacets struct {
	Dates     []FacetCount `json:"dates,omitempty"`   // YYYY-MM, or YYYY
	Summits   []FacetCount `json:"summits,omitempty"` // organisations
	Countries []FacetCount `json:"countries,omitempty"`
	Persons   []FacetCount `json:"persons,omitempty"`
	Topics    []FacetCount `json:"topics,omitempty"`
	Kinds     []FacetCount `json:"kinds,omitempty"`
	Speeches  []FacetCount `json:"speeches,omitempty"`
	Among     int          `json:"among,omitempty"` // passages that names and figures were counted in; 0: all
}

// Relaxed is a query that finds something where the one asked does not. The
// filters named are to be taken away beside the query too.
type Relaxed struct {
	Without string `json:"without"` // date summit figures country person topic filters quotes: the filters of that kind, all filters, or the quotation marks
	Query   string `json:"query"`
	Count   int    `json:"count"` // passages
}

// SuggestArgs is what has been typed so far.
type SuggestArgs struct {
	Query string `json:"query"`
}

// SuggestAnswer lists ways to go on, those in most passages first, at most 8.
type SuggestAnswer struct {
	Suggestions []Suggestion `json:"suggestions"`
}

// Suggestion completes what is typed.
type Suggestion struct {
	Query string `json:"query"`           // the whole query with it
	Text  string `json:"text"`            // what it adds or completes
	Means string `json:"means,omitempty"` // the name in Chinese, where that is another
	Kind  string `json:"kind,omitempty"`  // of the name: country, person …; empty: a word of the texts
	Count int    `json:"count"`           // passages with it
}

// Ignored is a part of a query that was left out, and why.
type Ignored struct {
	Part   string `json:"part"`
	Reason string `json:"reason"` // unbalanced-quote only-operators empty-phrase too-long bad-date second-date bad-value bad-period bad-kind bad-status bad-year bad-speech unknown-field unbalanced-bracket too-deep
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
	Parts   []Part  `json:"parts,omitempty"` // of the score, when they are asked for
}

// Part is what one thing adds to a score.
type Part struct {
	Field string  `json:"field"` // clauses near words bigrams title aside
	Term  string  `json:"term,omitempty"`
	Score float64 `json:"score"`
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
