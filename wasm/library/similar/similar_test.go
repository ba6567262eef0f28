package similar

import (
	"reflect"
	"testing"

	"fenghui/corpus"
)

func document(sentences ...string) *corpus.Document {
	d := &corpus.Document{}
	for _, s := range sentences {
		d.Passages = append(d.Passages, corpus.Passage{Kind: corpus.Text, Text: s})
	}
	return d
}

func TestClosest(t *testing.T) {
	const a, b, c, other = "渔业部长在海洋会议上介绍了情况。", "去年捕捞量为三百万吨，比前年略多。", "港口扩建按期进行，泊位增加一倍。", "草原上的牧民谈了一件往事。"
	x := NewIndex()
	x.Add("first", SentencesOf(document(a, b, c)))
	x.Add("second", SentencesOf(document(a, b, c)))
	const d, e, f = "码头工人收到了一封长信。", "灯塔看守人讲起了从前的事。", "渔船队每年春天从这里出发。"
	x.Add("longer", SentencesOf(document(d, e, f, "海鸥在甲板上过了一整夜。", "造船厂接到了一份新订单。", "水手们在酒馆里唱了一支歌。")))
	all := func(string) bool { return true }
	for what, c := range map[string]struct {
		of     *corpus.Document
		counts func(id string) bool
		want   *Match
	}{
		"the same":                        {document(a, b, c), all, &Match{"first", 3, 3}},
		"one that does not count":         {document(a, b, c), func(id string) bool { return id != "first" }, &Match{"second", 3, 3}},
		"another punctuation, and script": {document("漁業部長在海洋會議上介紹了情況！", "去年捕捞量為三百万吨——比前年略多", c), all, &Match{"first", 3, 3}},
		"half of the shorter one":         {document(d, e, f, other, "牧民接着谈了第二件往事。", "牧民接着谈了第三件往事。"), all, &Match{"longer", 3, 6}},
		"two of three":                    {document(a, b, other), all, nil},
		"said by everybody":               {document("会议闭幕。", "会议闭幕。", "谢谢。"), all, nil},
		"what is said twice counts once":  {document(a, a, a, b), all, nil},
		"within something long":           {document(a, b, c, other, "牧民接着谈了第二件往事。", "牧民接着谈了第三件往事。", "牧民接着谈了第四件往事。"), all, &Match{"first", 3, 7}},
		"nothing":                         {document(), all, nil},
	} {
		t.Run(what, func(t *testing.T) {
			if got := x.Closest(SentencesOf(c.of), c.counts); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}
