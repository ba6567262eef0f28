package engine

import (
	"context"
	"encoding/json"
	"fmt"
	"math/bits"
	"os"
	"slices"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/library"
	"fenghui/wasm/store"
)

// opened is an engine with our own records, and a way to ask it.
func opened(t *testing.T) *Engine {
	t.Helper()
	e := New(Options{OpenStore: func(context.Context) store.Store { return store.NewMemory() }})
	if r := send(t, e, t.Context(), 1, OpOpen, OpenArgs{}); r.Error != nil {
		t.Fatal(r.Error)
	}
	return e
}

// ask sends a request and reads its result.
func ask[Result any](t *testing.T, e *Engine, op Op, args any) (result Result) {
	t.Helper()
	r := send(t, e, t.Context(), 2, op, args)
	if r.Error != nil {
		t.Fatalf("%s %+v: %+v", op, args, r.Error)
	}
	data, err := json.Marshal(r.Result)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &result); err != nil {
		t.Fatal(err)
	}
	return result
}

var everyKind = []string{KindSeries, KindBoard, KindCheck, KindInitiative, KindCalendar}

// Whatever is listed can be opened by its name, in both languages, and says
// where it comes from.
func TestEveryComparisonOpens(t *testing.T) {
	e := opened(t)
	for _, language := range []string{"zh", "en"} {
		list := ask[CompareAnswer](t, e, OpCompare, CompareArgs{Kinds: everyKind, Limit: comparisonsMost, Language: language})
		if list.Total != len(list.Items) || list.Total == 0 {
			t.Fatalf("%d of %d", len(list.Items), list.Total)
		}
		seen := map[string]bool{}
		for _, head := range list.Items {
			if seen[head.Kind+" "+head.Key] {
				t.Errorf("two are named %s %s", head.Kind, head.Key)
			}
			seen[head.Kind+" "+head.Key] = true
			c := ask[Comparison](t, e, OpComparison, ComparisonArgs{Kind: head.Kind, Key: head.Key, Language: language})
			judgeComparison(t, &c, head)
		}
	}
}

func judgeComparison(t *testing.T, c *Comparison, head ComparisonHead) {
	t.Helper()
	if c.Head.Title != head.Title || head.Title == "" || len(c.Rows)+len(c.Places) != head.Figures || head.Documents == 0 {
		t.Errorf("%+v opens as %+v", head, c.Head)
	}
	for _, r := range c.Rows {
		if r.Told == "" || r.Figure.Quote == "" || len(r.Figure.Sentence) == 0 || r.Label == "" {
			t.Errorf("%s: a row says nothing: %+v", head.Title, r)
		}
	}
	if drawn := c.Chart != nil && strings.HasPrefix(c.SVG, "<svg"); drawn != (head.Kind == KindSeries || head.Kind == KindBoard) {
		t.Errorf("%s: drawn: %v", head.Title, drawn)
	}
	for _, p := range c.Places {
		if p.Said == "" || !slices.ContainsFunc(p.Sentence, func(r Run) bool { return r.Kind == "hit" }) {
			t.Errorf("%s: what it is called is not in its sentence: %+v", head.Title, p)
		}
	}
	if lines := strings.Count(c.Citation.Full, "\n"); lines != head.Documents || !strings.Contains(c.Citation.Short, head.Title) {
		t.Errorf("cited as\n%s\n%s", c.Citation.Short, c.Citation.Full)
	}
}

// The number beside a filter is what choosing it gives.
func TestFacetsTellWhatAFilterGives(t *testing.T) {
	e := opened(t)
	base := CompareArgs{Kinds: []string{KindSeries, KindCheck}}
	f := ask[CompareAnswer](t, e, OpCompare, base).Facets
	for name, c := range map[string]struct {
		counts []FacetCount
		choose func(*CompareArgs, string)
	}{
		"kinds":    {f.Kinds, func(a *CompareArgs, v string) { a.Kinds = []string{v} }},
		"measures": {f.Measures, func(a *CompareArgs, v string) { a.Measure = []string{v} }},
		"parties":  {f.Parties, func(a *CompareArgs, v string) { a.Party = []string{v} }},
		"summits":  {f.Summits, func(a *CompareArgs, v string) { a.Summit = []string{v} }},
		"verdicts": {f.Verdicts, func(a *CompareArgs, v string) { a.Verdict = []string{v} }},
	} {
		if len(c.counts) == 0 {
			t.Errorf("no %s", name)
		}
		for _, count := range c.counts {
			args := base
			c.choose(&args, count.Value)
			if got := ask[CompareAnswer](t, e, OpCompare, args); got.Total != count.Count {
				t.Errorf("%s %s: %d found, %d counted", name, count.Value, got.Total, count.Count)
			}
		}
	}
}

func TestPagesOfTheList(t *testing.T) {
	e := opened(t)
	all := ask[CompareAnswer](t, e, OpCompare, CompareArgs{Limit: comparisonsMost})
	var pages []ComparisonHead
	for from := 0; from < all.Total; from += 7 {
		pages = append(pages, ask[CompareAnswer](t, e, OpCompare, CompareArgs{Offset: from, Limit: 7}).Items...)
	}
	if fmt.Sprint(pages) != fmt.Sprint(all.Items) {
		t.Error("the pages are not the list")
	}
	if slices.ContainsFunc(all.Items, func(h ComparisonHead) bool { return h.Kind == KindCalendar }) {
		t.Error("the calendar is listed though nobody asked for it")
	}
	if past := ask[CompareAnswer](t, e, OpCompare, CompareArgs{Offset: 1 << 40, Limit: -3}); len(past.Items) != 0 || past.Total != all.Total {
		t.Errorf("beyond the end: %d of %d", len(past.Items), past.Total)
	}
}

// What lies ahead of the reader comes first, by date; then what is over, from the
// latest back.
func TestTheCalendarBeginsWithToday(t *testing.T) {
	e := opened(t)
	const today = "2026-04-15"
	over := func(h ComparisonHead) bool {
		end := h.When[strings.Index(h.When, "/")+1:]
		return end < today[:len(end)]
	}
	byDate := ask[CompareAnswer](t, e, OpCompare, CompareArgs{Kinds: []string{KindCalendar}, Limit: comparisonsMost}).Items
	var want []ComparisonHead
	for _, h := range byDate {
		if !over(h) {
			want = append(want, h)
		}
	}
	for _, h := range slices.Backward(byDate) {
		if over(h) {
			want = append(want, h)
		}
	}
	got := ask[CompareAnswer](t, e, OpCompare, CompareArgs{Kinds: []string{KindCalendar}, Limit: comparisonsMost, Today: today}).Items
	if fmt.Sprint(got) != fmt.Sprint(want) || over(got[0]) || !over(got[len(got)-1]) {
		t.Errorf("got %v,\nwant %v", got, want)
	}
}

// A link to what was found still leads there when a newer article has come.
func TestNamesOutliveAnImport(t *testing.T) {
	e := opened(t)
	before := ask[CompareAnswer](t, e, OpCompare, CompareArgs{Kinds: everyKind, Limit: comparisonsMost})
	article := " date 2027-02-03 中亚水运对话举行\n\n2026年哈萨克斯坦与日本贸易额约为31亿美元，与蒙古国贸易额为3亿美元。\n"
	ask[ImportAnswer](t, e, OpImport, ImportArgs{Files: []ImportFile{{Name: "later.txt", Text: article}}})
	after := ask[CompareAnswer](t, e, OpCompare, CompareArgs{Kinds: everyKind, Limit: comparisonsMost})
	if after.Compared <= before.Compared {
		t.Errorf("%d figures were compared, then %d", before.Compared, after.Compared)
	}
	for _, head := range before.Items {
		if !slices.ContainsFunc(after.Items, func(h ComparisonHead) bool { return h.Kind == head.Kind && h.Key == head.Key }) {
			t.Errorf("%s %s is gone", head.Kind, head.Key)
		}
	}
}

func TestComparingCanBeCancelledAndAskedForAgain(t *testing.T) {
	e := opened(t)
	ctx, cancel := context.WithCancel(t.Context())
	request, _ := json.Marshal(Request{ID: 5, Op: OpCompare})
	var r Response
	answer := e.Handle(ctx, request, func(event []byte) {
		if strings.Contains(string(event), `"compare"`) {
			cancel()
		}
	})
	if err := json.Unmarshal(answer, &r); err != nil || r.Error == nil || r.Error.Code != ErrCancelled {
		t.Fatalf("%s", answer)
	}
	if a := ask[CompareAnswer](t, e, OpCompare, CompareArgs{}); a.Total == 0 {
		t.Error("nothing is found afterwards")
	}
}

func TestDraftsOfAnyKind(t *testing.T) {
	e := opened(t)
	for name, text := range map[string]string{
		"nothing": "", "blanks": " \n\n ", "no figures": "会议在友好气氛中举行。", "many lines": "一\r\n\r\n去年贸易额为30亿美元。\n\n2. 增长10%。",
		"a byte order mark": "\ufeff去年贸易额为30亿美元。", "emoji": "🙂贸易额🙂为30亿🙂美元",
	} {
		t.Run(name, func(t *testing.T) {
			a := ask[DraftAnswer](t, e, OpDraft, DraftArgs{Text: text, Date: "2026-01-01"})
			said := ""
			for _, r := range a.Runs {
				said += r.Text
			}
			if said != text && strings.TrimSpace(text) != "" {
				t.Errorf("the text comes back as %q", said)
			}
			if a.Counts.Figures != len(a.Judgements) {
				t.Errorf("%d judged, %d counted", len(a.Judgements), a.Counts.Figures)
			}
			for _, j := range a.Judgements {
				if !slices.ContainsFunc(a.Runs, func(r Run) bool { return r.Figure != nil && *r.Figure == j.Figure }) {
					t.Errorf("%s is not marked", j.Quote)
				}
			}
		})
	}
	for name, text := range map[string]string{"too long": strings.Repeat("文", MaxDraft), "no text": "\x00\x01"} {
		if r := send(t, e, t.Context(), 9, OpDraft, DraftArgs{Text: text}); r.Error == nil || r.Error.Code != ErrBadRequest {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

// Who writes a draft is told how long it may be before it is sent.
func TestThePageKnowsHowLongADraftMayBe(t *testing.T) {
	page, err := os.ReadFile("../../web/draft/draft.js")
	if err != nil {
		t.Fatal(err)
	}
	if says := fmt.Sprintf("const MOST = 1 << %d;", bits.TrailingZeros(MaxDraft)); !strings.Contains(string(page), says) || bits.OnesCount(MaxDraft) != 1 {
		t.Errorf("MaxDraft is %d; draft.js does not have %q", MaxDraft, says)
	}
}

// Our own sentences, one of them changed, against our own records.
func TestADraftOfOurRecords(t *testing.T) {
	e := opened(t)
	l, err := e.opened()
	if err != nil {
		t.Fatal(err)
	}
	s := l.Snapshot()
	agrees := 0
	for _, d := range s.Documents[:min(3, len(s.Documents))] {
		a := ask[DraftAnswer](t, e, OpDraft, DraftArgs{Text: passagesOf(d), Date: d.Summit.Date})
		agrees += a.Counts.Agrees
		if a.Counts.Differs > a.Counts.Agrees/10 {
			t.Errorf("%s differs from itself in %d figures", d.Title, a.Counts.Differs)
		}
	}
	if agrees < 20 {
		t.Errorf("only %d figures agree", agrees)
	}
}

func passagesOf(d *library.Document) string {
	var parts []string
	for _, p := range d.Passages {
		if p.Kind == corpus.Text {
			parts = append(parts, p.Text)
		}
	}
	return strings.Join(parts, "\n\n")
}
