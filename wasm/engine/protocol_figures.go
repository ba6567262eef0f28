package engine

// Requests for figures.

// FiguresArgs chooses and orders figures. What is left out lets all pass; of
// several filters all must hold, of several values of one any.
type FiguresArgs struct {
	Document  string   `json:"document,omitempty"`
	Text      string   `json:"text,omitempty"`      // words wanted in indicator, quotation, sentence or parties, all of them
	Value     string   `json:"value,omitempty"`     // as in queries: >100亿美元, 20%..30%, 500亿美元
	Period    string   `json:"period,omitempty"`    // a year, month, day or range (2024, 2020..2025): figures whose period meets it
	Kind      []string `json:"kind,omitempty"`      // money count share …
	Measure   []string `json:"measure,omitempty"`   // trade.turnover …
	Party     []string `json:"party,omitempty"`     // canonical names
	Status    []string `json:"status,omitempty"`    // actual target plan forecast proposal
	Bound     []string `json:"bound,omitempty"`     // exact about nearly over at_least under at_most up_to range
	Unit      []string `json:"unit,omitempty"`      // USD km t % …
	Speech    []string `json:"speech,omitempty"`    // direct indirect none
	Indicator []string `json:"indicator,omitempty"` // exactly these
	Summit    []string `json:"summit,omitempty"`    // organisations
	Times     bool     `json:"times,omitempty"`     // also mere times (year date duration century anniversary ordinal); else they are left out unless Kind asks for them
	Doubtful  bool     `json:"doubtful,omitempty"`  // only what a reader should look at twice: ambiguous reading, inferred or open period
	Sort      string   `json:"sort,omitempty"`      // "" text order, newest summit first; value period indicator document measure status, with "-" before it descending; value sorts within kind and unit
	Ranked    bool     `json:"ranked,omitempty"`    // in text order, each with its rank in the order asked for: the quick way to fetch all of them, page by page
	Offset    int      `json:"offset,omitempty"`    // figures to leave out
	Limit     int      `json:"limit,omitempty"`     // figures wanted; 0: 50, at most 1000
	Language  string   `json:"language,omitempty"`  // zh en ru kk, of the names of measures; "": zh
}

// FiguresAnswer is a page of the table of figures.
type FiguresAnswer struct {
	Total   int           `json:"total"` // figures that pass
	All     int           `json:"all"`   // figures in the library, times included
	Figures []FigureRow   `json:"figures"`
	Facets  FigureFacets  `json:"facets"`
	Groups  []FigureGroup `json:"groups,omitempty"`  // sorted by value: what is compared with what, in order, over all pages
	Ignored []Ignored     `json:"ignored,omitempty"` // a value or period that could not be read: bad-value bad-period
}

// FigureGroup counts the figures of a kind and unit: only such are compared by
// value.
type FigureGroup struct {
	Kind  string `json:"kind"`
	Unit  string `json:"unit,omitempty"`
	Count int    `json:"count"`
}

// FigureFacets count figures, each with its own filter left aside; most
// frequent first.
type FigureFacets struct {
	Kinds    []FacetCount `json:"kinds"`
	Measures []FacetCount `json:"measures"` // labelled in the language asked for
	Parties  []FacetCount `json:"parties"`  // the 60 most frequent
	Statuses []FacetCount `json:"statuses"`
	Bounds   []FacetCount `json:"bounds"`
	Units    []FacetCount `json:"units"`
	Speeches []FacetCount `json:"speeches"`
	Summits  []FacetCount `json:"summits"`
}

// FigureRow is a figure. Document, Passage and Ordinal are its permanent name.
type FigureRow struct {
	Document     string   `json:"document"`
	Title        string   `json:"title,omitempty"` // of the document
	Date         string   `json:"date,omitempty"`  // of its summit
	Organisation string   `json:"organisation,omitempty"`
	Passage      int      `json:"passage"` // from 0
	Ordinal      int      `json:"ordinal"` // in its passage, from 0
	Quote        string   `json:"quote"`
	Kind         string   `json:"kind"`
	Value        string   `json:"value,omitempty"` // decimal text in Unit, exact or of 4 places; of dates ISO
	Max          string   `json:"max,omitempty"`   // upper end of a range
	Unit         string   `json:"unit,omitempty"`
	Said         string   `json:"said,omitempty"` // the text's own unit
	Counted      string   `json:"counted,omitempty"`
	Per          string   `json:"per,omitempty"` // year month …
	Bound        string   `json:"bound"`
	Direction    string   `json:"direction,omitempty"` // level increase decrease
	Reading      string   `json:"reading,omitempty"`   // by to ambiguous, of multiples
	By           string   `json:"by,omitempty"`        // what the old level is multiplied with, read as "by"
	To           string   `json:"to,omitempty"`        // and read as "to"
	Indicator    string   `json:"indicator,omitempty"`
	Measure      string   `json:"measure,omitempty"`
	MeasureName  string   `json:"measureName,omitempty"` // in the language asked for
	Parties      []string `json:"parties,omitempty"`
	Scope        string   `json:"scope,omitempty"`      // within with toward between
	Period       string   `json:"period,omitempty"`     // ISO: 2024, 2026-04, 2020/2025
	PeriodFrom   string   `json:"periodFrom,omitempty"` // stated inherited document
	Inferred     bool     `json:"inferred,omitempty"`   // the period rests on an inferred date
	Open         bool     `json:"open,omitempty"`       // told relative to a date that is not known
	Status       string   `json:"status,omitempty"`
	Speaker      string   `json:"speaker,omitempty"`
	Speech       string   `json:"speech,omitempty"`
	Sentence     []Run    `json:"sentence"`       // the quotation in it of kind "figure"
	Rank         int      `json:"rank,omitempty"` // in a ranked answer: place in the order asked for, from 1

	// Set right by the reader: the row says what they say, but for the quotation.
	Correction *CorrectionSaid `json:"correction,omitempty"`
	AsRead     *FigureRow      `json:"asRead,omitempty"` // what the program reads
}

// FigureArgs names one figure.
type FigureArgs struct {
	Document    string `json:"document"`
	Passage     int    `json:"passage"`
	Ordinal     int    `json:"ordinal"`
	Language    string `json:"language,omitempty"`    // zh en ru kk, of names; reasons are in zh or en
	Comparisons bool   `json:"comparisons,omitempty"` // wait for the comparison of all figures, see FigureCard
}

// FigureCard is one figure and how it was read.
type FigureCard struct {
	Figure  FigureRow `json:"figure"`
	Section string    `json:"section,omitempty"` // heading it stands under
	Core    string    `json:"core,omitempty"`    // the bare number with its unit
	Why     []string  `json:"why"`               // the steps in order, in words
	// What the figure appears in; null as long as nothing has been compared yet
	// and FigureArgs did not ask to wait for it. The calendar is left out.
	Comparisons []ComparisonHead `json:"comparisons"`
}

// CorrectionSaid is what a reader says of a figure; empty: as it was read.
type CorrectionSaid struct {
	Misread   bool   `json:"misread,omitempty"`   // it is no figure: nothing is compared with it
	Amount    string `json:"amount,omitempty"`    // as one writes it: 约75亿美元
	Indicator string `json:"indicator,omitempty"` // 两国贸易额
	Period    string `json:"period,omitempty"`    // ISO: 2024, 2026-04, 2020/2025
	Status    string `json:"status,omitempty"`    // actual target plan forecast proposal
}

// CorrectArgs keeps what a reader says of a figure; without Correction, takes
// it back. What cannot be read (an amount that is none, a period, a status) is
// the error "bad-request".
type CorrectArgs struct {
	Document   string          `json:"document"`
	Passage    int             `json:"passage"`
	Ordinal    int             `json:"ordinal"`
	Correction *CorrectionSaid `json:"correction,omitempty"`
	Language   string          `json:"language,omitempty"` // of the answer
}

// ForgetArgs takes a correction back that fits no figure any more. It names the
// correction as CorrectionsAnswer does.
type ForgetArgs struct {
	Document string `json:"document"`
	Passage  int    `json:"passage"`
	Quote    string `json:"quote"`
	Nth      int    `json:"nth,omitempty"`
}

// CorrectedArgs asks for the corrections.
type CorrectedArgs struct {
	Language string `json:"language,omitempty"` // zh en ru kk, of names
}

// CorrectionsAnswer is all that the reader has said of figures.
type CorrectionsAnswer struct {
	Corrections []CorrectionKept `json:"corrections"`
}

// CorrectionKept is one of them.
type CorrectionKept struct {
	Document   string         `json:"document"`
	Title      string         `json:"title"`
	Passage    int            `json:"passage"`
	Quote      string         `json:"quote"`
	Nth        int            `json:"nth,omitempty"` // of the same words in the passage, from 0
	When       string         `json:"when"`
	Correction CorrectionSaid `json:"correction"`
	Figure     *FigureRow     `json:"figure,omitempty"` // as it is now; none: it fits no figure any more
}
