package quantity

import "sync"

// Step is one step of how a quantity was read: a rule of the table (or of how
// numbers are written), the words it was applied to and what came out.
type Step struct {
	Rule  string
	Text  string
	Value string
}

// In says the step in words: "zh" or "en", English for all others.
func (s Step) In(language string) string {
	label, ok := labels()[s.Rule]
	if !ok {
		return s.Text + " → " + s.Value
	}
	words := label.en
	if language == "zh" {
		words = label.zh
	}
	if s.Value == "" || s.Value == s.Text {
		return "“" + s.Text + "”: " + words
	}
	return "“" + s.Text + "” = " + s.Value + ": " + words
}

type label struct{ zh, en string }

// labels reads data/rules.tsv when it is first asked for.
var labels = sync.OnceValue(func() map[string]label {
	m := map[string]label{}
	for _, row := range rows("rules.tsv") {
		m[row[0]] = label{zh: row[1], en: row[2]}
	}
	return m
})
