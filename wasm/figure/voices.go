package figure

import (
	"strings"

	"fenghui/corpus"
	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// Voices tell in whose words the sentences of a document are, where there is no
// figure to tell it.
type Voices struct{ of *document }

// VoicesOf reads who speaks where in a document.
func VoicesOf(doc *corpus.Document, names *corpus.Glossary) Voices {
	return Voices{newDocument(doc, names)}
}

// Of is who says the words in a sentence of a passage, by the passage's number;
// "" where nobody does.
func (v Voices) Of(passage int, sentence, words string) string {
	for _, p := range v.of.passages {
		if p.index != passage {
			continue
		}
		sentence, _ = widened(sentence)
		words, _ = widened(words)
		at := strings.Index(p.text, sentence)
		if at < 0 {
			return ""
		}
		at += max(0, strings.Index(sentence, words))
		r := &reading{p: p, q: &quantity.Quantity{Core: text.Span{Start: at, End: at}}, sentence: p.around(p.sentences, at, reach)}
		if isDirect(r) || isIndirect(r) {
			return r.Speaker
		}
	}
	return ""
}
