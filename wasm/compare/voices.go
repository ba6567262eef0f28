package compare

import "fenghui/wasm/quantity"

// otherVoice reports whether two figures come from different speakers, or the
// sentence of i cites somebody else: one paragraph may then contradict itself.
func (i *item) otherVoice(o *item) bool {
	return i.f.Speaker != o.f.Speaker || i.citesAnother()
}

// citesAnother reports whether the sentence of a figure cites another source.
func (i *item) citesAnother() bool {
	return containsAny(i.f.Sentence, wordsOf("cites")...)
}

// rewords reports whether a figure repeats, less exactly or as cited from others,
// what o of the same report says for the same time.
func (i *item) rewords(o *item) bool {
	if i.ref.Document != o.ref.Document || i.when != o.when || i.conflicts(o) {
		return false
	}
	if exact := i.f.Bound == quantity.Exact; exact != (o.f.Bound == quantity.Exact) {
		return !exact
	}
	return i.citesAnother()
}

// byCustom reports whether a figure customarily cannot be the same as one of the
// others, although the words leave that open: nobody who knows of 超过80亿 says
// 超过60亿.
func byCustom(items []*item, o *item) bool {
	for _, i := range items[max(0, len(items)-itemsBacked):] {
		if (isLowest(i) || isLowest(o)) && i.conflicts(o) && !i.derived && !o.derived {
			return true
		}
	}
	return false
}

// isLowest reports whether the text gives only a lower limit.
func isLowest(i *item) bool { return i.f.Bound == quantity.Over || i.f.Bound == quantity.AtLeast }
