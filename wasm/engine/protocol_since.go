package engine

import "fenghui/wasm/scene"

// SinceArgs chooses a format of summits and two of its editions. Without a
// format that is taken of which most can be said, without dates the latest two.
type SinceArgs struct {
	Format   string `json:"format,omitempty"` // as in FormatHead.Key
	From     string `json:"from,omitempty"`   // YYYY-MM-DD of the earlier summit
	To       string `json:"to,omitempty"`     // of the later one
	Language string `json:"language,omitempty"`
	Width    string `json:"width,omitempty"` // of drawings: wide narrow; "": wide
}

// SinceAnswer is what moved between two summits of one format. Format is "" when
// the library has no summit that was held twice.
type SinceAnswer struct {
	Formats   []FormatHead     `json:"formats"` // all that were held at least twice
	Format    string           `json:"format"`
	From      string           `json:"from"`
	To        string           `json:"to"`
	Moved     []MovedIndicator `json:"moved"`
	Aims      []FateOfAim      `json:"aims"`
	Proposals []FateOfProposal `json:"proposals"`
	Topics    []string         `json:"topics"`  // that only the later summit has
	Dropped   []string         `json:"dropped"` // that only the earlier one has
}

// FormatHead is a kind of summit that was held at least twice.
type FormatHead struct {
	Key      string        `json:"key"`
	Label    string        `json:"label"`          // of the organisation, in the language asked for
	Kind     string        `json:"kind,omitempty"` // 元首理事会, where an organisation has several
	Editions []EditionHead `json:"editions"`       // by date
}

// EditionHead is one of its summits.
type EditionHead struct {
	Date      string   `json:"date"`
	Event     string   `json:"event,omitempty"`
	City      string   `json:"city,omitempty"`
	Documents []string `json:"documents"`
}

// MovedIndicator is an indicator that both summits tell.
type MovedIndicator struct {
	Key      string         `json:"key"`  // of the series, see ComparisonArgs
	What     string         `json:"what"` // the indicator
	Unit     string         `json:"unit,omitempty"`
	Verdict  string         `json:"verdict"` // rose fell same restated differs unsettled undated earlier apart
	Old      ComparedFigure `json:"old"`
	New      ComparedFigure `json:"new"`
	OldAside bool           `json:"oldAside,omitempty"` // not said at the summit itself
	NewAside bool           `json:"newAside,omitempty"`
	Notes    []string       `json:"notes,omitempty"`
	Chart    *scene.Node    `json:"chart,omitempty"` // where some more than these two are told
}

// FateOfAim is what became of an aim that the earlier summit tells.
type FateOfAim struct {
	Key     string          `json:"key"`
	What    string          `json:"what"`
	Verdict string          `json:"verdict"` // met missed replaced kept short silent
	Aim     ComparedFigure  `json:"aim"`
	Fact    *ComparedFigure `json:"fact,omitempty"` // of the later summit
	New     *ComparedFigure `json:"new,omitempty"`  // aim of the later summit
}

// FateOfProposal is what became of a proposal, or that it is new.
type FateOfProposal struct {
	Title   string         `json:"title"`
	Verdict string         `json:"verdict"` // done recurs gone new
	Old     *ComparedPlace `json:"old,omitempty"`
	New     *ComparedPlace `json:"new,omitempty"`
}

// PartnerArgs names two parties in any language the glossary knows.
type PartnerArgs struct {
	A        string `json:"a"`
	B        string `json:"b"`
	Language string `json:"language,omitempty"`
	Width    string `json:"width,omitempty"` // of drawings: wide narrow; "": wide
}

// PartnerAnswer is everything told between two parties, over time.
type PartnerAnswer struct {
	A       PartyName      `json:"a"`
	B       PartyName      `json:"b"`
	Series  []SharedSeries `json:"series"`  // indicators told more than once
	Figures []FigureRow    `json:"figures"` // and what was told once, by date
	Parties []FacetCount   `json:"parties"` // whom figures name together with A, or without A with anybody; most frequent first
}

// PartyName is a party as the glossary has it.
type PartyName struct {
	Name  string `json:"name"`  // canonical; as asked for when the glossary does not know it
	Label string `json:"label"` // in the language asked for
	Known bool   `json:"known"`
}

// SharedSeries is an indicator of both.
type SharedSeries struct {
	Head  ComparisonHead   `json:"head"`
	Notes []string         `json:"notes,omitempty"`
	Rows  []ComparedFigure `json:"rows"`
	Chart *scene.Node      `json:"chart,omitempty"`
}
