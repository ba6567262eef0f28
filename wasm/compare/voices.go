package compare

import "fenghui/wasm/quantity"

// otherVoice tells two figures that two people tell, or a sentence that says
// how somebody else puts it: then one paragraph may well contradict itself.
func (i *item) otherVoice(o *item) bool {
	return i.f.Speaker != o.f.Speaker || i.citesAnother()
}

// citesAnother tells a sentence that says what another source has.
func (i *item) citesAnother() bool {
	return containsAny(i.f.Sentence, wordsOf("cites")...)
}

// rewords tells what the same report says once more of the same time, as others
// put it, or less exactly.
func (i *item) rewords(o *item) bool {
	if i.ref.Document != o.ref.Document || i.when != o.when || i.conflicts(o) {
		return false
	}
	if exact := i.f.Bound == quantity.Exact; exact != (o.f.Bound == quantity.Exact) {
		return !exact
	}
	return i.citesAnother()
}

// byCustom tells a figure that by custom cannot be what one of the others is,
// though the words leave it open: nobody who knows of 超过80亿 says 超过60亿.
func byCustom(items []*item, o *item) bool {
	for _, i := range items[max(0, len(items)-itemsBacked):] {
		if (isLowest(i) || isLowest(o)) && i.conflicts(o) && !i.derived && !o.derived {
			return true
		}
	}
	return false
}

// isLowest tells a value of which only the least is told.
func isLowest(i *item) bool { return i.f.Bound == quantity.Over || i.f.Bound == quantity.AtLeast }
