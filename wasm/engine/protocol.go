package engine

import "fenghui/wasm/scene"

// This file and those that continue it are the whole protocol between the
// program and a page: here what every conversation has, in protocol_library.go,
// protocol_search.go, protocol_figures.go, protocol_compare.go and
// protocol_since.go the requests and answers of one area each. The page's
// constants and types (web/engine/protocol.js) are generated from them by `go run
// -tags ne ./build protocol`.
//
// A message is one JSON object. No text offset and no HTML ever crosses: Go
// counts bytes and JavaScript counts UTF-16 units, so marked-up text travels
// as Runs, and drawings and prepared views travel as scenes (package scene).

// ProtocolVersion changes whenever an older page could misread an answer.
//
//	1: first version
//	2: figures: the table of them, one of them, and in runs of text
//	3: comparisons: the list of them, one of them, and a draft judged by them
//	4: searches: more filters and facets, order, suggestions; what would find something
//	5: importing in several requests, undoing, exporting; corrections of figures
const ProtocolVersion = 5

// Op names a request.
type Op string

const (
	OpHello      Op = "hello"      // HelloArgs -> Hello: first message; versions must match
	OpOpen       Op = "open"       // OpenArgs -> LibraryState: find, fetch or build the library; emits progress
	OpOverview   Op = "overview"   // OverviewArgs -> Overview
	OpSearch     Op = "search"     // SearchArgs -> SearchAnswer; emits progress when figures are asked for and must be read first
	OpSuggest    Op = "suggest"    // SuggestArgs -> SuggestAnswer: how a query may go on
	OpDocument   Op = "document"   // DocumentArgs -> DocumentAnswer
	OpFigures    Op = "figures"    // FiguresArgs -> FiguresAnswer: the table of figures; emits progress when they must be read first
	OpFigure     Op = "figure"     // FigureArgs -> FigureCard: one figure and how it was read; emits progress when it waits for comparisons
	OpCorrect    Op = "correct"    // CorrectArgs -> FigureCard: what the reader says of a figure
	OpForget     Op = "forget"     // ForgetArgs -> CorrectionsAnswer: takes back what was said
	OpCorrected  Op = "corrected"  // CorrectedArgs -> CorrectionsAnswer: all that was said
	OpCompare    Op = "compare"    // CompareArgs -> CompareAnswer: what comparing found; emits progress the first time
	OpComparison Op = "comparison" // ComparisonArgs -> Comparison: one of them whole, with its drawing; likewise
	OpSince      Op = "since"      // SinceArgs -> SinceAnswer: what moved between two summits of one format; likewise
	OpPartner    Op = "partner"    // PartnerArgs -> PartnerAnswer: all that is told between two parties; likewise
	OpDraft      Op = "draft"      // DraftArgs -> DraftAnswer: a text judged by the library; likewise
	OpLibrary    Op = "library"    // -> LibraryState
	OpLoad       Op = "load"       // LoadArgs -> LoadAnswer: loads a year of a large library; emits progress
	OpImport     Op = "import"     // ImportArgs -> ImportAnswer: emits progress
	OpAmend      Op = "amend"      // AmendArgs -> LibraryState: metadata set by the reader
	OpRemove     Op = "remove"     // RemoveArgs -> LibraryState
	OpUndo       Op = "undo"       // -> LibraryState: restores what the last OpRemove took
	OpExport     Op = "export"     // -> ExportAnswer: what the reader has imported and corrected, as a file
	OpRestore    Op = "restore"    // RestoreArgs -> RestoreAnswer; emits progress
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

// Event is news of a running request (ID > 0) or of the engine itself (ID 0).
type Event struct {
	ID       int           `json:"id"`
	Progress *Progress     `json:"progress,omitempty"`
	Notice   *Notice       `json:"notice,omitempty"`
	Hits     *SearchAnswer `json:"hits,omitempty"` // of SearchArgs.Early, not counted yet
}

// Progress is how far something slow has come. Opening has the stages
// fetch-pack, fetch-documents and build-index; importing has fetch-dictionary,
// read-files, save, build-index and read-figures. Requests that need the figures
// (searches with filters, figures, comparisons, drafts) have read-figures while
// some figures are not kept, and those that compare them have compare the first
// time. The first view reports none.
type Progress struct {
	Stage string `json:"stage"`          // fetch-pack fetch-documents build-index fetch-dictionary read-files save read-figures compare
	Done  int    `json:"done"`           // files, documents or parts of the work
	Total int    `json:"total"`          // 0 while unknown
	Name  string `json:"name,omitempty"` // of the file that is read
}

// Notice is something the reader should know though nothing failed. The page
// has its own words for each code; Detail is shown as it is.
type Notice struct {
	Code   string `json:"code"` // not-kept too-large year-missing no-documents pack-missing pack-damaged store-damaged article-damaged figures-unreadable correction-unfit
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
	Documents  string `json:"documents"`  // texts that the program does not carry
	Dictionary string `json:"dictionary"` // full dictionary, for imports
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

// CancelArgs names the request to stop.
type CancelArgs struct {
	ID int `json:"id"`
}
