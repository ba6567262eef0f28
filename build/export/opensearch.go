package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode"

	"fenghui/wasm/text"
)

// An index of OpenSearch holds a document for each passage, and in it the
// passage's figures as nested objects. The passage is what is searched, and a
// question may join its words with one figure of it (over 10bn USD, a target):
// as plain objects the value of one figure would meet the unit of another, and
// as documents of their own figures would repeat the passage's text or need a
// join. That a passage is written whole when one figure changes costs nothing,
// since its figures are read out of its text.

// hit is a passage with its figures, as OpenSearch has it.
type hit struct {
	*Passage
	Figures []nested `json:"figures"`
}

// nested is a figure with its interval and its period as ranges, so that a
// query may ask what meets them.
type nested struct {
	*Telling
	Interval map[string]float64 `json:"interval,omitempty"`
	Days     map[string]string  `json:"days,omitempty"`
}

// nestedLimit is how many figures OpenSearch takes in one document unless the
// index says otherwise.
const nestedLimit = 10_000

// bulk writes the documents of an index as requests of OpenSearch's _bulk: a
// line that says what to do, and the document on the next.
func (r Rows) bulk(index string) ([]byte, error) {
	var out bytes.Buffer
	figures := r.Figures
	for i := range r.Passages {
		p := &r.Passages[i]
		h := hit{Passage: p, Figures: []nested{}}
		for len(figures) > 0 && figures[0].Passage == p.Passage {
			h.Figures = append(h.Figures, nestedOf(&figures[0].Telling))
			figures = figures[1:]
		}
		action := map[string]map[string]string{"index": {"_index": index, "_id": p.ID}}
		if err := writeLine(&out, action); err != nil {
			return nil, err
		}
		if err := writeLine(&out, h); err != nil {
			return nil, err
		}
	}
	if len(figures) > 0 {
		return nil, fmt.Errorf("export: %s: figures out of the order of their passages", figures[0].ID)
	}
	return out.Bytes(), nil
}

// most is the largest number of figures in one passage.
func (r Rows) most() int {
	most, inOne := 0, map[int32]int{}
	for i := range r.Figures {
		inOne[r.Figures[i].Passage]++
		most = max(most, inOne[r.Figures[i].Passage])
	}
	return most
}

func nestedOf(t *Telling) nested {
	n := nested{Telling: t, Interval: intervalOf(t)}
	if t.First != nil {
		n.Days = map[string]string{"gte": *t.First, "lte": *t.Last}
	}
	return n
}

// intervalOf names the ends as ranges do. Ends that are apart by less than
// doubles can tell are one number, and that is inside: an empty range would be
// refused.
func intervalOf(t *Telling) map[string]float64 {
	if t.Low == nil && t.High == nil {
		return nil
	}
	one := t.Low != nil && t.High != nil && *t.Low == *t.High
	interval := map[string]float64{}
	set := func(open, closed string, end *float64, isOpen bool) {
		switch {
		case end == nil:
		case isOpen && !one:
			interval[open] = *end
		default:
			interval[closed] = *end
		}
	}
	set("gt", "gte", t.Low, t.LowOpen)
	set("lt", "lte", t.High, t.HighOpen)
	return interval
}

// Index is the body of the request that makes the index: how text is cut, and
// the type of every field. most is the largest number of figures in a passage.
func Index(most int) ([]byte, error) {
	body := map[string]any{
		"settings": map[string]any{"index": map[string]any{
			"mapping":  map[string]any{"nested_objects": map[string]any{"limit": max(most, nestedLimit)}},
			"analysis": analysis(),
		}},
		"mappings": map[string]any{"dynamic": "strict", "properties": passageFields},
	}
	data, err := json.MarshalIndent(body, "", " ")
	if err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	return append(data, '\n'), nil
}

// analysis cuts Chinese into pairs of neighbouring characters and, when it is
// stored, into single ones too: no word of a dictionary decides what is found,
// a phrase is found wherever it stands, and so is one character. It is made of
// what every OpenSearch has, without a plugin; traditional characters become
// simplified by the table the program itself uses.
func analysis() map[string]any {
	analyzer := func(pairs string) map[string]any {
		return map[string]any{
			"type": "custom", "char_filter": []string{"simplified"}, "tokenizer": "standard",
			"filter": []string{"cjk_width", "lowercase", pairs},
		}
	}
	return map[string]any{
		"char_filter": map[string]any{"simplified": map[string]any{"type": "mapping", "mappings": simplified()}},
		"filter":      map[string]any{"pairs_and_characters": map[string]any{"type": "cjk_bigram", "output_unigrams": true}},
		"analyzer":    map[string]any{"chinese_stored": analyzer("pairs_and_characters"), "chinese_asked": analyzer("cjk_bigram")},
	}
}

// simplified lists the Han characters that are searched as another one.
func simplified() (rules []string) {
	for r := rune(0x2e80); r < 0x32000; r++ {
		if as := text.FoldRune(r); as != r && unicode.Is(unicode.Han, r) && unicode.Is(unicode.Han, as) {
			rules = append(rules, string(r)+"=>"+string(as))
		}
	}
	return rules
}
