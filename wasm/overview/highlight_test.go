package overview

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/compare"
	"fenghui/wasm/figure"
	"fenghui/wasm/scene"
)

// found compares documents.
func found(docs []*corpus.Document) *Found {
	slices.SortFunc(docs, compare.InTime)
	var inputs []compare.Input
	for _, d := range docs {
		inputs = append(inputs, compare.Input{Document: d, Figures: figure.Extract(d, corpus.Names())})
	}
	return &Found{Result: compare.Run(inputs, corpus.Names()), Inputs: inputs}
}

func records(t *testing.T) []*corpus.Document {
	t.Helper()
	docs, err := corpus.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func written(t *testing.T, view scene.Node) string {
	t.Helper()
	var b strings.Builder
	all := map[string]string{"overview.boards": "并列", "overview.doubts": "存疑", "overview.ahead": "以后",
		"overview.more.boards": "全部对照", "overview.more.doubts": "全部核对", "overview.more.ahead": "全部日程"}
	for k, v := range words {
		all[k] = v
	}
	if err := scene.Write(&b, view, all); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestHighlightsStayFew(t *testing.T) {
	docs := records(t)
	for _, language := range []string{"zh", "en"} {
		view := written(t, Build(docs, found(docs), language))
		for part, most := range map[string]int{"<figure": boardsShown, `class="doubt-item"`: doubtsShown, "#/compare/calendar/": datesKept} {
			if n := strings.Count(view, part); n == 0 || n > most {
				t.Errorf("%s: %d of %s, want 1 to %d", language, n, part, most)
			}
		}
	}
}

var links = regexp.MustCompile(`href="#/compare/(board|check|series|calendar)/([^"?]+)"`)

func TestHighlightsLeadToWhatWasFound(t *testing.T) {
	docs := records(t)
	f := found(docs)
	known := map[string]bool{}
	for _, b := range f.Boards {
		known[address("board", b.Key)] = true
	}
	for _, c := range f.Checks {
		known[address("check", c.Key)] = true
	}
	for _, s := range f.Series {
		known[address("series", s.Key)] = true
	}
	for _, e := range f.Calendar {
		known[address("calendar", e.Key)] = true
	}
	list := links.FindAllString(written(t, Build(docs, f, "zh")), -1)
	if len(list) < 6 {
		t.Errorf("only %d links", len(list))
	}
	for _, l := range list {
		if a := strings.TrimSuffix(strings.TrimPrefix(l, `href="`), `"`); !known[a] {
			t.Errorf("%s leads nowhere", a)
		}
	}
}

func TestEveryDoubtHasItsSentenceWithTheFigureSetOff(t *testing.T) {
	docs := records(t)
	view := written(t, Build(docs, found(docs), "zh"))
	for _, part := range strings.Split(view, `<li class="doubt-item">`)[1:] {
		doubt, _, _ := strings.Cut(part, "</li>")
		if !strings.Contains(doubt, "<strong>") || !strings.Contains(doubt, "#/read/") {
			t.Errorf("got %s", doubt)
		}
	}
}

func TestDatesAheadAreAfterTheNewestDocument(t *testing.T) {
	d := &corpus.Document{ID: "a", Title: "甲", Summit: corpus.Summit{Date: "2024-06-01"}, Passages: []corpus.Passage{
		{Kind: corpus.Text, Text: "挪威计划2024年举办渔业论坛，到2030年把捕捞量提高到90万吨。"}}}
	view := written(t, Build([]*corpus.Document{d}, found([]*corpus.Document{d}), "zh"))
	if !strings.Contains(view, "2030年") || strings.Contains(view, "calendar/2024") {
		t.Errorf("got %s", view)
	}
}

func TestNothingFoundIsNoSection(t *testing.T) {
	d := doc("a", "2024-06-01", "甲", "题", "会议在友好气氛中举行。")
	view := written(t, Build([]*corpus.Document{d}, found([]*corpus.Document{d}), "zh"))
	for _, part := range []string{"boards-section", "doubts-section", "ahead-section"} {
		if strings.Contains(view, part) {
			t.Errorf("%s though there is nothing to show", part)
		}
	}
}

// board is a board of so many figures, the first of them still ahead.
func board(measure string, members, ahead int) compare.Board {
	b := compare.Board{Measure: measure, Members: make([]compare.Member, members)}
	for k := range b.Members {
		b.Members[k].Ahead = k < ahead
	}
	return b
}

// Boards by measure, members and how many of them are ahead, and those shown.
var boardsOf = []struct {
	name   string
	boards []compare.Board
	want   string
}{
	{"of two to eight members", []compare.Board{board("one", 1, 0), board("eight", 8, 0), board("nine", 9, 0), board("two", 2, 0)}, "eight two"},
	{"those of facts first", []compare.Board{board("aims", 5, 5), board("facts", 3, 0), board("mixed", 5, 1)}, "facts mixed aims"},
	{"larger ones first", []compare.Board{board("three", 3, 0), board("four", 4, 0)}, "four three"},
	{"one of a measure", []compare.Board{board("trade", 3, 0), board("trade", 4, 0), board("people", 2, 0)}, "trade people"},
	{"three at most", []compare.Board{board("a", 5, 0), board("b", 4, 0), board("c", 3, 0), board("d", 2, 0)}, "a b c"},
}

func TestBoardsShown(t *testing.T) {
	for _, c := range boardsOf {
		t.Run(c.name, func(t *testing.T) {
			p := page{Found: Found{Result: &compare.Result{Boards: c.boards}}}
			var got []string
			for _, b := range p.boardsFirst() {
				got = append(got, b.Measure)
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("%s, want %s", s, c.want)
			}
		})
	}
}

func TestADoubtTellsEachSentenceOnceAndTwoAtMost(t *testing.T) {
	d := doc("a", "2024-06-01", "甲", "题", "一。二。三。")
	in := compare.Input{Document: d, Figures: []figure.Figure{{Sentence: "一。"}, {Sentence: "一。"}, {Sentence: "二。"}, {Sentence: "三。"}}}
	p := page{Found: Found{Inputs: []compare.Input{in}}}
	var members []compare.Member
	for k := range in.Figures {
		members = append(members, compare.Member{Ref: compare.Ref{Figure: k}})
	}
	got := written(t, p.doubt(doubt{"#/compare", "存疑", members}))
	if strings.Count(got, "一。") != 1 || !strings.Contains(got, "二。") || strings.Contains(got, "三。") {
		t.Errorf("got %s", got)
	}
}
