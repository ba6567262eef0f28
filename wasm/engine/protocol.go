package engine

import "fenghui/wasm/scene"

// This file and protocol_compare.go are the whole protocol between the program
// and a page: every request, answer and event. The page's constants and types (web/protocol.js)
// are generated from them by `go run ./build protocol`.
//
// A message is one JSON object. No text offset and no HTML ever crosses: Go
// counts bytes and JavaScript counts UTF-16 units, so marked-up text travels
// as Runs, and drawings and prepared views travel as scenes (package scene).

// ProtocolVersion changes whenever an older page could misread an answer.
//
//	1: first version
//	2: figures: the table of them, one of them, and in runs of text
//	3: comparisons: the list of them, one of them, and a draft judged by them
const ProtocolVersion = 3

// Op names a request.
type Op string

const (
	OpHello      Op = "hello"      // HelloArgs -> Hello: first message; versions must match
	OpOpen       Op = "open"       // OpenArgs -> LibraryState: find, fetch or build the library; emits progress
	OpOverview   Op = "overview"   // OverviewArgs -> Overview
	OpSearch     Op = "search"     // SearchArgs -> SearchAnswer
	OpDocument   Op = "document"   // DocumentArgs -> DocumentAnswer
	OpFigures    Op = "figures"    // FiguresArgs -> FiguresAnswer: the table of figures; emits progress (stage "read-figures") when they must be read first
	OpFigure     Op = "figure"     // FigureArgs -> FigureCard: one figure and how it was read
	OpCompare    Op = "compare"    // CompareArgs -> CompareAnswer: what comparing found; emits progress (stages "read-figures" and "compare") the first time
	OpComparison Op = "comparison" // ComparisonArgs -> Comparison: one of them whole, with its drawing
	OpDraft      Op = "draft"      // DraftArgs -> DraftAnswer: a text judged by the library
	OpLibrary    Op = "library"    // -> LibraryState
	OpImport     Op = "import"     // ImportArgs -> ImportAnswer: emits progress
	OpAmend      Op = "amend"      // AmendArgs -> LibraryState: metadata set by the reader
	OpRemove     Op = "remove"     // RemoveArgs -> LibraryState
	OpCancel     Op = "cancel"     // CancelArgs -> null: stops a running request; that one answers with error "cancelled"
)

// Request is what a page sends.
type Request struct {
	ID   int `json:"id"` // chosen by the page, unique while the request runs
	Op   Op  `json:"op"`
	Args any `json:"args,omitempty"`
}

// Response answers the Request of the same ID. Exactly one of Result and
// Error is set.
type Response struct {
	ID     int    `json:"id"`
	Result any    `json:"result,omitempty"`
	Error  *Error `json:"error,omitempty"`
}

// Error codes a page acts on. Message is for the log; the page has its own words for each code.
const (
	ErrBadRequest = "bad-request" // not understood: the page and the program differ
	ErrVersion    = "version"     // page and program are of different versions
	ErrCancelled  = "cancelled"
	ErrNotFound   = "not-found" // no such document, no such figure in it, or no such comparison
	ErrNotOpen    = "not-open"  // OpOpen has not been answered yet
	ErrStorage    = "storage"   // the browser's store refused; nothing was changed
	ErrQuota      = "quota"     // the browser's store is full; nothing was changed
	ErrInternal   = "internal"  // a panic or a bug; the engine lives on
)

// Error is a refused or failed request.
type Error struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

// Event tells of a running request (ID > 0) or of the engine itself (ID 0).
type Event struct {
	ID       int       `json:"id"`
	Progress *Progress `json:"progress,omitempty"`
	Notice   *Notice   `json:"notice,omitempty"`
}

// Progress of something slow.
type Progress struct {
	Stage string `json:"stage"` // fetch-pack fetch-documents build-index fetch-dictionary read-files read-figures compare save
	Done  int    `json:"done"`
	Total int    `json:"total"` // 0 while unknown
	Name  string `json:"name,omitempty"`
}

// Notice is something the reader should know though nothing failed. The page
// has its own words for each code; Detail is shown as it is.
type Notice struct {
	Code   string `json:"code"` // not-kept pack-missing pack-damaged store-damaged article-damaged figures-unreadable
	Detail string `json:"detail,omitempty"`
}

// Run is a piece of text of one kind: "" plain, "hit" a search hit, "figure" a
// figure, "figure hit" both.
type Run struct {
	Text   string `json:"text"`
	Kind   string `json:"kind,omitempty"`
	Figure *int   `json:"figure,omitempty"` // ordinal of the figure in its passage, from 0
}

// HelloArgs opens the conversation.
type HelloArgs struct {
	Protocol int `json:"protocol"`
}

// Hello is the engine's side of the handshake.
type Hello struct {
	Protocol int    `json:"protocol"`
	Build    string `json:"build"` // the program's version, for display
}

// OpenArgs says where the site keeps its files. Addresses are absolute, or
// relative to the page; an empty one means the site has no such file.
type OpenArgs struct {
	Pack       string `json:"pack"`       // prebuilt library
	PackHash   string `json:"packHash"`   // input hash of the library in the pack
	Documents  string `json:"documents"`  // texts of a site built with -corpus
	Dictionary string `json:"dictionary"` // full dictionary, for imports
}

// DocumentHead is what lists show of a document.
type DocumentHead struct {
	ID           string `json:"id"`
	Kind         string `json:"kind"` // record article
	Name         string `json:"name"`
	Title        string `json:"title"`
	TitleFrom    string `json:"titleFrom"` // stated text elsewhere reader unknown
	Event        string `json:"event,omitempty"`
	EventFrom    string `json:"eventFrom"`
	Organisation string `json:"organisation,omitempty"`
	Date         string `json:"date,omitempty"` // YYYY-MM-DD
	DateFrom     string `json:"dateFrom"`
	City         string `json:"city,omitempty"`
	Country      string `json:"country,omitempty"`
	Speaker      string `json:"speaker,omitempty"`
	Passages     int    `json:"passages"`
	Bytes        int    `json:"bytes"`   // of text
	BuiltIn      bool   `json:"builtIn"` // came with the site; cannot be removed
}

// LibraryState is everything the Library view shows.
type LibraryState struct {
	Documents  []DocumentHead `json:"documents"` // newest summit first, unknown dates last
	Passages   int            `json:"passages"`
	TextBytes  int            `json:"textBytes"`
	IndexBytes int            `json:"indexBytes"`
	Segments   int            `json:"segments"`
	Kept       bool           `json:"kept"`   // false: in memory only, gone with the tab
	Origin     string         `json:"origin"` // where the built-in part came from: store pack built
}

// OverviewArgs asks for the first view.
type OverviewArgs struct {
	Language string `json:"language,omitempty"` // zh en ru kk; sentences are in zh or en
	Wait     bool   `json:"wait,omitempty"`     // also for a library so large that comparing it takes its time
}

// Overview is the first view as a drawing.
type Overview struct {
	View scene.Node `json:"view"`
	// Whole tells that what comparing found is in it. It is not while a large
	// library has not been compared and OverviewArgs did not ask to wait: then
	// what the page shows already may have more.
	Whole bool `json:"whole"`
}

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

// ImportArgs brings files in. The page decodes bytes to text (UTF-8, UTF-16
// with a mark, else GB18030) with the browser's own decoder.
type ImportArgs struct {
	Files []ImportFile `json:"files"`
}

// ImportFile is one file, or what the page could not make of it.
type ImportFile struct {
	Name    string `json:"name"`
	Text    string `json:"text"`
	Refused string `json:"refused,omitempty"` // too-large undecodable binary: listed in the answer like the engine's own refusals
}

// ImportAnswer tells what became of each file, and the library after it.
type ImportAnswer struct {
	Files   []ImportResult `json:"files"`
	Library LibraryState   `json:"library"`
}

// ImportResult is the fate of one file.
type ImportResult struct {
	Name   string `json:"name"`
	Status string `json:"status"`           // added duplicate refused
	ID     string `json:"id,omitempty"`     // of the document added, or of the one already there
	Reason string `json:"reason,omitempty"` // empty binary too-large undecodable format quota storage cancelled
	Detail string `json:"detail,omitempty"` // e.g. "line 7: date: not a date"
}

// AmendArgs sets metadata of an imported article. A field left out stays; an
// empty one is forgotten again.
type AmendArgs struct {
	ID    string  `json:"id"`
	Title *string `json:"title,omitempty"`
	Date  *string `json:"date,omitempty"`
	Event *string `json:"event,omitempty"`
}

// RemoveArgs takes imported articles out.
type RemoveArgs struct {
	IDs []string `json:"ids"`
}

// CancelArgs names the request to stop.
type CancelArgs struct {
	ID int `json:"id"`
}
