package figurelist

import "fenghui/wasm/figure"

// MeasureName is the name of a measure in a language of the interface: zh, also
// for "", ru or kk; in English for all others. It is empty when there is no such
// measure.
func MeasureName(id, language string) string {
	for _, m := range figure.Measures() {
		if m.ID != id {
			continue
		}
		switch language {
		case "", "zh":
			return m.Zh
		case "ru":
			return m.Ru
		case "kk":
			return m.Kk
		}
		return m.En
	}
	return ""
}
