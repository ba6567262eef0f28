package figure

import (
	"sync"

	"fenghui/wasm/quantity"
)

// Step is one step of how a figure was read: the rule, the words that made it
// fit and what it said. The steps by which quantity read the number come first.
type Step struct {
	Rule     string
	Text     string
	Value    string
	quantity *quantity.Step // a step of how the number was read
}

// In says the step in words: "zh", or English for all others.
func (s Step) In(language string) string {
	if s.quantity != nil {
		return s.quantity.In(language)
	}
	label := labels()[s.Rule]
	words := label[1]
	if language == "zh" {
		words = label[0]
	}
	if words == "" {
		words = s.Rule
	}
	if s.Text != "" {
		words += " “" + s.Text + "”"
	}
	if s.Value != "" {
		words += " → " + s.Value
	}
	return words
}

// labels reads data/rules.tsv: rule, Chinese, English.
var labels = sync.OnceValue(func() map[string][2]string {
	m := map[string][2]string{}
	for _, row := range rows("rules.tsv") {
		m[row[0]] = [2]string{row[1], row[2]}
	}
	return m
})
