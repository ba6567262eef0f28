package index

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// Invented passages: Chinese, traditional characters, Latin, Cyrillic,
// figures, full width, nothing at all.
var sample = []Entry{
	{"a1", "海陵峰会", "海陵峰会在湖滨会议中心举行，十二国代表出席。"},
	{"a2", "海陵峰会", "代表们同意扩大贸易额，五年内超过700亿美元。"},
	{"a3", "海陵峰会", "贸易额去年增长百分之十四，贸易结构也有改善。"},
	{"a4", "海陵峰会", "会议主席强调：水资源和能源合作不可分割。"},
	{"a5", "海陵峰会", ""},
	{"b1", "北岸论坛 North Shore Forum", "Mr. Alpha said trade turnover grew by 14.5% to $20bn."},
	{"b2", "北岸论坛 North Shore Forum", "Товарооборот вырос до 20 млрд долларов, сказал докладчик."},
	{"b3", "北岸论坛 North Shore Forum", "代表團討論貿易額與運輸走廊，強調數字經濟。"},
	{"b4", "北岸论坛 North Shore Forum", "运输走廊年运量超过４５０万吨，铁路运量占八成以上。"},
	{"b5", "北岸论坛 North Shore Forum", "😀 €5 ℃ —— ……"},
	{"c1", "", "国"},
	{"c2", "", "中国同中亚五国的数字经济合作：云计算、人工智能、超级计算机。"},
	{"c3", "", "超级计算机 超级计算机 超级计算机，三台超级计算机将建在草原城。"},
	{"c4", "", "   "},
	{"c5", "", "运输走廊运输走廊，走廊运输；trade, trader, traders, trad."},
}

// sampleWords are what the tests' dictionary has.
var sampleWords = strings.Fields(`峰会 会议 中心 会议中心 举行 代表 出席 同意 扩大 贸易 贸易额 超过 美元 去年
	增长 结构 改善 主席 强调 资源 水资源 能源 合作 分割 论坛 代表团 讨论 运输 走廊 运输走廊 数字 经济 数字经济
	铁路 以上 中国 中亚 计算 云计算 人工 智能 人工智能 超级 计算机 超级计算机 草原 湖滨 海陵 北岸`)

// cutter returns a new segmenter over words.
func cutter(t testing.TB, words ...string) *text.Segmenter {
	t.Helper()
	list := make([]text.Word, len(words))
	for i, w := range words {
		list[i] = text.Word{Text: w, Frequency: uint64(100 + i)}
	}
	var b bytes.Buffer
	if err := text.WriteDictionary(&b, list); err != nil {
		t.Fatal(err)
	}
	d, err := text.OpenDictionary(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return text.NewSegmenter(d)
}

// mixed makes n passages out of the sample's pieces, the same each time.
func mixed(n int) []Entry {
	var pieces []string
	for _, e := range sample {
		pieces = append(pieces, strings.SplitAfter(e.Text, "，")...)
	}
	r := rand.New(rand.NewPCG(1, 2))
	out := make([]Entry, n)
	for i := range out {
		var b strings.Builder
		for range r.IntN(6) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		out[i] = Entry{fmt.Sprint(i), sample[i/7%len(sample)].Title, b.String()}
	}
	return out
}

func build(t testing.TB, entries []Entry, c Cutter) []byte {
	t.Helper()
	data, err := Build(t.Context(), entries, c)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func open(t testing.TB, data []byte) *Segment {
	t.Helper()
	s, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// reader builds entries into parts segments of about equal size.
func reader(t testing.TB, entries []Entry, c Cutter, parts int) *Reader {
	t.Helper()
	var segments []*Segment
	for i := range parts {
		from, to := len(entries)*i/parts, len(entries)*(i+1)/parts
		segments = append(segments, open(t, build(t, entries[from:to], c)))
	}
	return NewReader(segments, nil)
}

func dump(t testing.TB, r *Reader) string {
	t.Helper()
	var b strings.Builder
	if err := r.Dump(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func folded(s string) string { return text.Fold(s) }

// letters is a Cutter that makes every letter a word.
type letters struct{}

func (letters) Cut(folded string) (out []text.Span) {
	for i, r := range folded {
		out = append(out, text.Span{Start: i, End: i + utf8.RuneLen(r)})
	}
	return out
}
