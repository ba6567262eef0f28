package figurelist

import "fenghui/wasm/figure"

// MeasureName is the name of a measure in a language: zh, en, ru or kk; in
// Chinese for all others. It is empty when there is no such measure.
func MeasureName(id, language string) string {
	for _, m := range figure.Measures() {
		if m.ID != id {
			continue
		}
		switch language {
		case "en":
			return m.En
		case "ru":
			return m.Ru
		case "kk":
			return m.Kk
		}
		return m.Zh
	}
	return ""
}
