package engine

// Requests about the library as a whole: what is in it, taking texts in and out.

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
	Documents  []DocumentHead `json:"documents"`         // newest summit first, unknown dates last; of those that came with the site 500 at most
	More       int            `json:"more,omitempty"`    // documents that came with the site and are not listed
	Pending    []string       `json:"pending,omitempty"` // years of the site not loaded yet, newest first; "": of no known date
	Passages   int            `json:"passages"`
	TextBytes  int            `json:"textBytes"`
	IndexBytes int            `json:"indexBytes"`
	Segments   int            `json:"segments"`
	Kept       bool           `json:"kept"`   // false: in memory only, gone with the tab
	Origin     string         `json:"origin"` // where the built-in part came from: store pack built
	Damaged    []Damaged      `json:"damaged,omitempty"`
}

// LoadArgs asks for a year of LibraryState.Pending.
type LoadArgs struct {
	Year string `json:"year"`
}

// LoadAnswer tells which years are not loaded yet. The year asked for is among
// them when its texts could not be had.
type LoadAnswer struct {
	Pending []string `json:"pending,omitempty"`
}

// Damaged is an imported article that is kept but cannot be read.
type Damaged struct {
	ID    string `json:"id"`
	Name  string `json:"name,omitempty"` // of its file, if known
	Cause string `json:"cause"`
}

// ImportArgs are files to import. The page decodes bytes to text (UTF-8, UTF-16
// with a mark, else GB18030) with the browser's own decoder.
type ImportArgs struct {
	Files   []ImportFile `json:"files"`
	Inspect bool         `json:"inspect,omitempty"` // only tell what would become of them
	More    bool         `json:"more,omitempty"`    // other files follow: the answer leaves the library out
}

// ImportFile is one file, or what the page could not make of it.
type ImportFile struct {
	Name    string `json:"name"`
	Text    string `json:"text"`
	Refused string `json:"refused,omitempty"` // too-large undecodable binary …: listed in the answer like the engine's own refusals
	Detail  string `json:"detail,omitempty"`  // of the refusal

	Amend *Amendment `json:"amend,omitempty"` // what the reader says of it
}

// Amendment is metadata set by the reader; empty: as the text has it; "-": not
// so, and nothing else is known.
type Amendment struct {
	Title        string `json:"title,omitempty"`
	Date         string `json:"date,omitempty"`
	Event        string `json:"event,omitempty"`
	Organisation string `json:"organisation,omitempty"`
	Speaker      string `json:"speaker,omitempty"`
}

// ImportAnswer tells what became of each file, and the library after it.
type ImportAnswer struct {
	Files   []ImportResult `json:"files"`
	Library *LibraryState  `json:"library,omitempty"`
}

// ImportResult is the fate of one file.
type ImportResult struct {
	Name   string `json:"name"`
	Status string `json:"status"`           // added duplicate refused; inspected: fresh
	ID     string `json:"id,omitempty"`     // of the document added, or of the one already there
	Reason string `json:"reason,omitempty"` // empty binary too-large undecodable format quota storage cancelled
	Detail string `json:"detail,omitempty"` // e.g. "line 7: date: not a date"
	Need   int64  `json:"need,omitempty"`   // quota: bytes that what was saved together needs
	Used   int64  `json:"used,omitempty"`   // quota: bytes that the browser keeps already, as far as it tells

	// Of one that was added, or would be.
	Remarks []Remark      `json:"remarks,omitempty"`
	Similar *Similar      `json:"similar,omitempty"`
	Head    *DocumentHead `json:"head,omitempty"` // inspected: what was read of it
}

// Similar tells that sentences of a text stand in another document too.
type Similar struct {
	ID     string `json:"id"`
	Shared int    `json:"shared"`
	Of     int    `json:"of"` // sentences that were looked at
}

// Remark is something a reader should know of a file that was taken in.
type Remark struct {
	Code   string `json:"code"` // bad-date: the text gives Detail for its date, which is none; bad-bytes: so many characters cannot be read
	Detail string `json:"detail,omitempty"`
}

// AmendArgs sets metadata of an imported article. A field left out stays; an
// empty one is again as the text has it, and empty where it was so already.
type AmendArgs struct {
	ID           string  `json:"id"`
	Title        *string `json:"title,omitempty"`
	Date         *string `json:"date,omitempty"`
	Event        *string `json:"event,omitempty"`
	Organisation *string `json:"organisation,omitempty"`
	Speaker      *string `json:"speaker,omitempty"`
}

// RemoveArgs takes imported articles out, damaged ones for good; OpUndo
// restores the others.
type RemoveArgs struct {
	IDs []string `json:"ids"`
}

// ExportAnswer is all the reader has imported and corrected, as a file. It is text in
// lines, so that the page can offer it as it is.
type ExportAnswer struct {
	Records int    `json:"records"`
	Text    string `json:"text"`
}

// RestoreArgs is an exported file to import.
type RestoreArgs struct {
	Text   string `json:"text"`
	Partly bool   `json:"partly,omitempty"` // of a damaged file, what can still be read
}

// RestoreAnswer tells what became of it. A damaged file is refused whole
// unless it was to be taken partly; what is here already stays as it is.
type RestoreAnswer struct {
	Refused  string       `json:"refused,omitempty"` // what is wrong with the file
	Records  int          `json:"records"`           // that it says it holds
	Readable int          `json:"readable"`          // that can be read
	Added    int          `json:"added"`
	Known    int          `json:"known"`
	Damaged  []string     `json:"damaged,omitempty"` // each place that is damaged
	Stopped  string       `json:"stopped,omitempty"` // why the rest was not added: quota cancelled storage
	Library  LibraryState `json:"library"`
}
