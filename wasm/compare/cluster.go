package compare

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"fenghui/corpus"
	"fenghui/wasm/figure"
)

// cluster holds the figures of one thing, in the order of the documents.
type cluster struct {
	bucketKey
	topic  string
	items  []*item
	number int
}

// bucketKey is what must be equal before wordings are looked at.
type bucketKey struct {
	measure, kind, unit, parties, scope string
	others                              string // parties only the indicator names
	per                                 string // what it is told per: a head, a month
	years                               int    // of growth, and of what came in over years
	part                                int    // months, of what is told for a part of a year
	document                            int    // of what names no party; else -1
}

// key names a cluster in links.
func (c *cluster) key() string {
	parts := []string{c.measure, c.kind, c.unit, c.parties, c.scope, c.topic}
	if c.years > 1 {
		parts = append(parts, strconv.Itoa(c.years))
	}
	if c.part > 0 {
		parts = append(parts, strconv.Itoa(c.part)+"m")
	}
	if c.per != "" {
		parts = append(parts, c.per)
	}
	if c.document >= 0 {
		parts = append(parts, c.items[0].doc.ID)
	}
	return strings.Join(parts, "/")
}

// bucket holds the clusters of one key.
type bucket struct {
	clusters []*cluster
	byTopic  map[string]*cluster
}

// clustersCompared is how many wordings of a bucket a new one is compared with;
// it keeps the time linear.
const clustersCompared = 16

// clusters puts figures of one thing together.
func (l *library) clusters() []*cluster {
	buckets := map[bucketKey]*bucket{}
	var all []*cluster
	for _, i := range l.items {
		l.yield()
		key, ok := keyOf(i)
		if !ok || i.doubted {
			continue
		}
		b := buckets[key]
		if b == nil {
			b = &bucket{byTopic: map[string]*cluster{}}
			buckets[key] = b
		}
		c := l.find(b, i)
		if c == nil {
			c = &cluster{bucketKey: key, topic: i.topic, number: len(all)}
			all = append(all, c)
			b.clusters = append(b.clusters, c)
		}
		c.items = append(c.items, i)
		l.remember(b, c, i)
	}
	l.withdraw(all)
	return all
}

// keyOf is the bucket of a figure; spans of time, ordinals and centuries have
// nothing to be compared with.
func keyOf(i *item) (bucketKey, bool) {
	f := i.f
	switch f.Kind {
	case "year", "date":
		return bucketKey{measure: "event", kind: "date", unit: f.Period, document: -1}, f.Period != "" && !i.timeOnly
	case "anniversary":
		if f.Value == nil {
			return bucketKey{}, false
		}
		return bucketKey{measure: "event", kind: f.Kind, unit: f.Value.RatString() + border + f.Period, document: -1}, true
	case "duration", "century", "ordinal":
		return bucketKey{}, false
	}
	if i.value == nil || i.baseline || f.Open || i.ahead && f.Unit == "pp" { // 去年 of nobody knows which year; by how much a forecast was moved
		return bucketKey{}, false
	}
	key := bucketKey{measure: i.measureID(), kind: f.Kind, unit: f.Unit, parties: partyKey(f), others: i.others, scope: scopeKey(f.Scope), per: perOf(i), part: partOf(i), document: -1}
	if i.changes() || f.Kind == "share" && i.when.growth || i.overYears {
		key.years = i.length()
	}
	if key.parties == "" {
		key.document = i.ref.Document
	}
	return key, key.measure != "" || i.topic != ""
}

// partOf is how many months of a year a flow or a rate covers, 0 for all others;
// a figure for a span of months counts as a flow, whatever it is.
func partOf(i *item) int {
	if i.flow || i.changes() || i.when.from != i.when.to || i.f.Kind == "share" && i.measure != nil && isRate(i.measure.Zh) {
		return i.when.part()
	}
	return 0
}

// perOf is what a figure is given per (人均 is not the whole, 每月 not the year),
// except per year, which every flow is.
func perOf(i *item) string {
	per := rateOf(i).Zh
	if i.f.Per == "year" || per != "" && timeRates[i.f.Per].Zh == "" {
		return per
	}
	return per + i.f.Per
}

// timeRates are the words for a figure per day and the like.
var timeRates = map[string]Words{"hour": {"每小时", "per hour"}, "day": {"每天", "per day"}, "week": {"每周", "per week"}, "month": {"每月", "per month"}}

// perWords are the words before the name of something per head or per day.
func perWords(i *item) Words {
	r := rateOf(i)
	if r.Zh == "" {
		return timeRates[i.f.Per]
	}
	return r
}

// rateOf is the word in the indicator, or right before the value, that makes it
// one per head and the like.
func rateOf(i *item) Words {
	before := beforeIt(i)
	for _, r := range rateWords() {
		if strings.Contains(i.f.Indicator, r.Zh) || strings.HasSuffix(before, r.Zh) {
			return r
		}
	}
	return Words{}
}

// isTimeOfOther reports whether a figure is no event but the year of another
// one: its indicator says so, or the text infers it (推断是2023年).
func isTimeOfOther(doc *corpus.Document, f *figure.Figure) bool {
	if strings.HasSuffix(f.Indicator, "统计年份") || strings.HasSuffix(f.Indicator, "统计时间") {
		return true
	}
	before, _ := aroundIt(doc, f)
	return endsWith(before, wordsOf("infers")...)
}

// timesAim reports whether a figure is the year of an aim or a forecast.
func timesAim(f *figure.Figure) bool {
	return strings.HasSuffix(f.Indicator, "目标年份") || strings.HasSuffix(f.Indicator, "预测年份") || strings.HasSuffix(f.Indicator, "计划年份")
}

// partyKey names the parties, sorted, except where one acts toward another.
func partyKey(f *figure.Figure) string {
	if f.Scope == "toward" || len(f.Parties) < 2 {
		return strings.Join(f.Parties, border)
	}
	list := slices.Clone(f.Parties)
	slices.Sort(list)
	return strings.Join(list, border)
}

// scopeKey is one for amounts between two sides and those of one with others.
func scopeKey(scope string) string {
	switch scope {
	case "within", "toward":
		return scope
	}
	return ""
}

// find looks for the cluster a figure belongs to.
func (l *library) find(b *bucket, i *item) *cluster {
	if i.isEvent() {
		return l.findEvent(b, i)
	}
	if c := b.byTopic[i.topic]; c != nil && fits(c, i) {
		return c
	}
	from := max(0, len(b.clusters)-clustersCompared)
	for _, c := range b.clusters[from:] {
		how := traitsOf(i.measureID()).how
		if i.f.Kind == "share" && i.measure == nil { // of what is all that it says
			how = "share"
		}
		if alike(how, c.topic, i.topic) && !c.items[0].named.apart(i.named) && fits(c, i) {
			return c
		}
	}
	return nil
}

func (i *item) isEvent() bool { return i.value == nil || i.measureID() == "event" }

// fits reports whether a figure may belong to a cluster. It may not if it counts
// something else, lies too far from the last value, or contradicts a value of
// the same sentence, or one that the same speaker gives for the same time in the
// same passage: nobody contradicts himself so soon.
func fits(c *cluster, i *item) bool {
	first, last := c.items[0], c.items[len(c.items)-1]
	if i.f.Kind == "count" && !sameCounted(first.f, i.f) {
		return false
	}
	same := last.ref.Document == i.ref.Document && last.f.Passage == i.f.Passage && last.f.Sentence == i.f.Sentence
	if same && last.ahead == i.ahead && last.when == i.when && last.conflicts(i) {
		return false
	}
	open := last.when == i.when || !last.when.known || !i.when.known
	near := last.ref.Document == i.ref.Document && last.f.Passage == i.f.Passage
	if near && open && last.ahead == i.ahead && last.conflicts(i) && !i.otherVoice(last) {
		return false
	}
	if last.ahead == i.ahead && far(last, i) {
		return false
	}
	if last.ahead != i.ahead || !i.isLevel() || !tooFar(last, i) {
		return true
	}
	if last.ref.Document == i.ref.Document && compareTimes(last, i) == together && last.when.known && last.f.Speaker == i.f.Speaker {
		return false // a part of it, rather
	}
	return c.topic == i.topic && (compareTimes(last, i) == together || !beyond(last, i, leapFactor))
}

// leapFactor is more than any amount can grow or shrink by in a year.
const leapFactor = 3

// farApart is more than two values of one thing can differ by.
const farApart = 20

// far reports whether two amounts lie too far apart to be of one thing. A
// factor of ten, a hundred or a thousand is more likely a slip of the pen, which
// the reader should see.
func far(a, b *item) bool {
	low, high := min(a.size, b.size), max(a.size, b.size)
	return low > 0 && high > farApart*low && !slip(a, b)
}

// slip reports whether two amounts differ by a power of ten.
func slip(a, b *item) bool {
	low, high := min(a.size, b.size), max(a.size, b.size)
	if low <= 0 {
		return false
	}
	power := math.Log10(high / low)
	return math.Round(power) > 0 && math.Abs(power-math.Round(power)) <= slipped
}

// slipped is how far from a power of ten the ratio of two values may be to count
// as a slip, as a logarithm to base ten.
const slipped = 0.005

// conflicts reports whether two values contradict each other even when they are
// read as rounded. It is called so often that it compares floats.
func (i *item) conflicts(o *item) bool {
	return i.value != nil && o.value != nil && (i.most <= o.least || o.most <= i.least)
}

// sameCounted compares what is counted; where one does not say, the unit: 座 is
// not 份.
func sameCounted(f, g *figure.Figure) bool {
	a, b := f.Counted, g.Counted
	if a == "" || b == "" {
		return f.Said == g.Said || f.Said == "" || g.Said == ""
	}
	return strings.HasSuffix(a, b) || strings.HasSuffix(b, a) || likeness(a, b) >= enough
}

// remember makes the cluster be found by the wording and the meetings of i.
func (l *library) remember(b *bucket, c *cluster, i *item) {
	if _, taken := b.byTopic[i.topic]; !taken {
		b.byTopic[i.topic] = c
	}
	if !i.isEvent() {
		return
	}
	for _, n := range l.eventNames(i) {
		b.byTopic[border+n] = c
	}
}
