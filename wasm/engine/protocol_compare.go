package engine

import "fenghui/wasm/scene"

// Kinds of comparisons.
const (
	KindSeries     = "series"     // one indicator told more than once
	KindBoard      = "board"      // one measure of different parties, side by side
	KindCheck      = "check"      // what a careful reader would notice
	KindInitiative = "initiative" // one proposal told at several summits
	KindCalendar   = "calendar"   // a dated plan or target
)

// CompareArgs chooses comparisons. What is left out lets all pass; of several
// filters all must hold, of several values of one any.
type CompareArgs struct {
	Kinds    []string `json:"kinds,omitempty"`    // series board check initiative calendar; none: all but calendar
	Measure  []string `json:"measure,omitempty"`  // trade.turnover …
	Party    []string `json:"party,omitempty"`    // canonical names
	Summit   []string `json:"summit,omitempty"`   // organisations
	Verdict  []string `json:"verdict,omitempty"`  // as in ComparisonHead
	Document string   `json:"document,omitempty"` // only what rests on this document
	Language string   `json:"language,omitempty"` // zh en ru kk, of names; sentences are in zh or en
	Today    string   `json:"today,omitempty"`    // the reader's day, 2026-11-21: dates that are over come last
	Offset   int      `json:"offset,omitempty"`   // comparisons to leave out
	Limit    int      `json:"limit,omitempty"`    // comparisons wanted; 0: 50, at most 1000
}

// CompareAnswer is a page of the list of comparisons: by kind in the order of
// CompareArgs.Kinds; of each what deserves a look first comes first, the
// calendar by date: from the nearest on, then back from the last that is over.
type CompareAnswer struct {
	Total    int              `json:"total"` // comparisons that pass
	Items    []ComparisonHead `json:"items"`
	Facets   CompareFacets    `json:"facets"`
	Compared int              `json:"compared"`          // figures that were compared
	LeftOut  int              `json:"leftOut,omitempty"` // figures of a very large library that were not, because nothing else is told of their indicator or a limit was reached
}

// CompareFacets count comparisons, each with its own filter left aside; most
// frequent first.
type CompareFacets struct {
	Kinds    []FacetCount `json:"kinds"`
	Measures []FacetCount `json:"measures"` // labelled in the language asked for
	Parties  []FacetCount `json:"parties"`  // the 60 most frequent, labelled
	Summits  []FacetCount `json:"summits"`  // labelled
	Verdicts []FacetCount `json:"verdicts"`
}

// ComparisonHead is what lists show of a comparison. Kind and Key are its
// permanent name.
type ComparisonHead struct {
	Kind        string   `json:"kind"` // series board check initiative calendar
	Key         string   `json:"key"`
	Title       string   `json:"title"`             // the finding, a sentence
	Verdict     string   `json:"verdict,omitempty"` // series: differ target changed agree repeat; check: suspect ambiguous arithmetic
	Measure     string   `json:"measure,omitempty"`
	MeasureName string   `json:"measureName,omitempty"`
	Parties     []string `json:"parties,omitempty"` // canonical names
	Documents   int      `json:"documents"`
	Figures     int      `json:"figures"`          // of initiatives: places
	When        string   `json:"when,omitempty"`   // calendar: ISO
	What        string   `json:"what,omitempty"`   // calendar: the title without date and status
	Status      string   `json:"status,omitempty"` // calendar: target plan forecast proposal
}

// ComparisonArgs names one comparison.
type ComparisonArgs struct {
	Kind     string `json:"kind"`
	Key      string `json:"key"`
	Language string `json:"language,omitempty"` // zh en ru kk, of names; sentences are in zh or en
	Width    string `json:"width,omitempty"`    // of the drawing: wide narrow; "": wide
}

// Comparison is one of them whole. Its rows say all that its drawing says.
type Comparison struct {
	Head     ComparisonHead   `json:"head"`
	Notes    []string         `json:"notes,omitempty"`    // how wordings differ, what else to know
	Warnings []string         `json:"warnings,omitempty"` // what must not be done with it
	Rows     []ComparedFigure `json:"rows"`
	Derived  []DerivedValue   `json:"derived,omitempty"` // values that follow, never mixed with told ones
	Change   *ComparedChange  `json:"change,omitempty"`  // of series: changed, target
	Places   []ComparedPlace  `json:"places,omitempty"`  // of initiatives, by date
	Chart    *scene.Node      `json:"chart,omitempty"`   // absent when there is nothing to draw
	SVG      string           `json:"svg,omitempty"`     // the same drawing as a file of its own, for export only: never parsed by the page
	Citation Citation         `json:"citation"`
}

// ComparedFigure is a row of a comparison. Numbers are decimal text in the
// figure's unit; a decrease is negative.
type ComparedFigure struct {
	Figure   FigureRow `json:"figure"`
	Label    string    `json:"label"` // what tells it from the others
	Told     string    `json:"told"`  // as told, with its qualifier
	Value    string    `json:"value,omitempty"`
	Max      string    `json:"max,omitempty"` // upper end of a range
	Low      string    `json:"low,omitempty"` // of what the words leave possible; "": no lower end
	High     string    `json:"high,omitempty"`
	LowOpen  bool      `json:"lowOpen,omitempty"`  // the end itself is not meant
	HighOpen bool      `json:"highOpen,omitempty"` //
	Derived  bool      `json:"derived,omitempty"`  // follows from what is told: Figure is what it follows from
	Ahead    bool      `json:"ahead,omitempty"`    // target, plan, forecast or proposal
}

// ComparedChange is what lies between two rows.
type ComparedChange struct {
	From  int    `json:"from"`            // row
	To    int    `json:"to"`              // row
	Value string `json:"value,omitempty"` // in Unit, of two places at most; "" where no rate makes sense
	Unit  string `json:"unit,omitempty"`  // % or pp
	Gap   string `json:"gap"`             // To less From, in the unit of the figures
}

// DerivedValue is a value that follows from told ones.
type DerivedValue struct {
	Of   string `json:"of"` // what it is the value of
	Told string `json:"told"`
	Low  string `json:"low,omitempty"` // decimal, in Unit; "": no lower end
	High string `json:"high,omitempty"`
	Unit string `json:"unit,omitempty"`
}

// ComparedPlace is a sentence that tells an initiative.
type ComparedPlace struct {
	Document     string `json:"document"`
	Title        string `json:"title,omitempty"`
	Date         string `json:"date,omitempty"`
	Organisation string `json:"organisation,omitempty"`
	Passage      int    `json:"passage"`
	Speaker      string `json:"speaker,omitempty"`
	Said         string `json:"said"`                // what the sentence calls it
	Stage        string `json:"stage,omitempty"`     // proposed planned prepared running done
	StageName    string `json:"stageName,omitempty"` // the stage in words
	Sentence     []Run  `json:"sentence"`            // what it is called of kind "hit"
}

// Citation says where a comparison comes from, in words to be pasted.
type Citation struct {
	Short string `json:"short"` // one line: the finding, summits and dates
	Full  string `json:"full"`  // a line for each document: values, speaker, title, event, date, source, address
}

// MaxDraft is how many bytes of UTF-8 a draft may have.
const MaxDraft = 1 << 17

// DraftArgs asks what the library says of a text. It is read as an article
// is, and forgotten.
type DraftArgs struct {
	Text     string `json:"text"`               // at most 128 kB
	Date     string `json:"date,omitempty"`     // YYYY-MM-DD it is written for, for 去年 and 明年, unless it tells its own
	Language string `json:"language,omitempty"` // zh en ru kk, of names; sentences are in zh or en
}

// DraftAnswer is the text with its figures and what the library says of each.
// Spans of time and times of other figures are not judged.
type DraftAnswer struct {
	Runs       []Run       `json:"runs"` // the text with its figures of kind "figure", numbered through
	Judgements []Judgement `json:"judgements"`
	Counts     DraftCounts `json:"counts"`
}

// Judgement is what the library says of one figure of a draft.
type Judgement struct {
	Figure  int              `json:"figure"` // its number in Runs
	Quote   string           `json:"quote"`
	Verdict string           `json:"verdict"` // agrees differs not-found doubtful
	Message string           `json:"message"`
	Rows    []ComparedFigure `json:"rows"` // the library's figures it rests on
}

// DraftCounts count the verdicts.
type DraftCounts struct {
	Figures  int `json:"figures"` // judged ones
	Agrees   int `json:"agrees"`
	Differs  int `json:"differs"`
	NotFound int `json:"notFound"`
	Doubtful int `json:"doubtful"`
}
