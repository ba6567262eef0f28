// Package corpus holds what is known about summits: documents, and the names
// that occur in them. It knows nothing about searching.
//
// A document is either a record (ours, Markdown with front matter, embedded
// from records/) or an article (as an agency published it, plain text). Both
// become the same Document: metadata and passages, a passage being one
// paragraph and the unit of search.
//
//	docs, err := corpus.Load(os.DirFS("articles"))
//	doc, err := corpus.ReadArticle("tianjin.txt", text)
//	names := corpus.Names()
//
// Web pages and Word files are plain text first (plain.go, page.go, word.go). A
// record says all of itself in front matter (record.go, frontmatter.go). Of an
// article the leading lines are read (metadata.go, title.go, byline.go), and the
// rest is guessed from its sentences (scan.go): when it was written (dateline.go),
// which meeting it reports (event.go, findevent.go), where (place.go), who took
// part and who speaks (people.go, speaker.go). Guesses are marked, see Origin.
package corpus

// Kind says whose words a document is in.
type Kind string

const (
	Record  Kind = "record"  // ours: facts and figures in our own words
	Article Kind = "article" // imported by the reader: an agency's text as it came
)

// Origin says how a piece of metadata is known, so that a guess is never
// shown as if it had been stated.
type Origin string

const (
	Stated    Origin = "stated"    // front matter, a metadata line, or a title line of its own
	FromText  Origin = "text"      // read out of the running text
	Elsewhere Origin = "elsewhere" // not in the text; known from another source, which the record names
	ByReader  Origin = "reader"    // entered by hand
	Unknown   Origin = "unknown"
)

// Document is one text about one summit.
type Document struct {
	ID           string        `json:"id"` // record: from its front matter; article: "a-" and 12 hex digits of the content's SHA-256
	Kind         Kind          `json:"kind"`
	Name         string        `json:"name"` // file name it was read from, without folder
	Title        string        `json:"title"`
	TitleFrom    Origin        `json:"titleFrom"`
	Summit       Summit        `json:"summit"`
	Speaker      string        `json:"speaker,omitempty"` // whose speech it mainly reports, canonical name
	Participants []Participant `json:"participants,omitempty"`
	Category     string        `json:"category,omitempty"`   // of Categories; "" is a summit
	Supplement   string        `json:"supplement,omitempty"` // ID of the record this one adds to: other leaders' figures of the same summit
	Source       Source        `json:"source"`
	Sources      []Reference   `json:"sources,omitempty"` // all of them, when a record rests on several; Source is the first
	Topics       []string      `json:"topics,omitempty"`
	Passages     []Passage     `json:"passages"`
	Expected     []Expected    `json:"-"` // records only: the figures its editor means it to tell
}

// Categories are what a document, or a part of it, can be about besides what
// was said at a summit: a forum, talks between two countries, or background
// (reports, earlier and later remarks, other translations).
var Categories = []string{"summit", "forum", "bilateral", "background"}

// Expected is a figure as the editor of a record means it, in the record's own
// words; each field may offer several right answers with 或 between them.
type Expected struct {
	Line      int // of the file
	Indicator string
	Parties   string // names with 、 between them
	Value     string // 超过310亿美元
	Period    string // 2024, 2022-01/2022-10, 未定; 推断 behind it where it is inferred
	Status    string // 现状, 目标, 计划 …
	Reason    string // why the program reads it otherwise, where it does so for a reason
}

// Summit is the event a document reports.
type Summit struct {
	Event        string `json:"event,omitempty"`        // 上海合作组织成员国元首理事会第二十五次会议
	EventFrom    Origin `json:"eventFrom"`              //
	Organisation string `json:"organisation,omitempty"` // canonical name of the organisation or format: 上海合作组织
	Format       string `json:"format,omitempty"`       // 元首理事会, C5+1, 磋商会议 …
	Date         string `json:"date,omitempty"`         // YYYY-MM-DD; empty when unknown
	DateFrom     Origin `json:"dateFrom"`               //
	DateNote     string `json:"dateNote,omitempty"`     // where a date with DateFrom == Elsewhere comes from; of an article, what it gives for a date that is none
	City         string `json:"city,omitempty"`
	Country      string `json:"country,omitempty"`
	Host         string `json:"host,omitempty"` // person
}

// Participant is a person who took part, with the office held at the time.
type Participant struct {
	Name   string `json:"name"`
	Office string `json:"office,omitempty"`
}

// Source says who published what a document rests on.
type Source struct {
	Name string `json:"name,omitempty"` // publisher
	Link string `json:"link,omitempty"` // absolute http(s) address, or empty
	Date string `json:"date,omitempty"` // YYYY-MM-DD of publication; of some only YYYY-MM or YYYY is known
}

// Reference is one of several sources of a record.
type Reference struct {
	ID string `json:"id"` // S1, as paragraphs name it
	Source
	Language string `json:"language,omitempty"` // zh, en, ru …
}

// PassageKind tells running text from what stands around it.
type PassageKind string

const (
	Text    PassageKind = "text"
	Heading PassageKind = "heading"
	Credit  PassageKind = "credit" // photo credit, translator: searchable, never a source of figures
)

// Passage is one paragraph of a document.
type Passage struct {
	Kind     PassageKind `json:"kind"`
	Text     string      `json:"text"`               // exactly as it stands in the file: Text == file[Start:Start+len(Text)]
	Start    int         `json:"start"`              // byte offset in the decoded file as read
	Section  string      `json:"section,omitempty"`  // the heading it stands under
	Ref      string      `json:"ref,omitempty"`      // records only: the paragraph of the source it reports, "¶7", or the sources, "S1,S3"
	Category string      `json:"category,omitempty"` // records only: what its section is about, when that is another than the document's
}
