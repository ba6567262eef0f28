package engine

import (
	"fenghui/corpus"
	"fenghui/wasm/compare"
)

func chinese(language string) bool { return language == "" || language == "zh" }

// nameIn is a name in a language, as far as the glossary has it.
func nameIn(name, language string) string {
	if chinese(language) {
		return name
	}
	if t, ok := corpus.Names().Lookup(name); ok {
		return t.In(language)
	}
	return name
}

// titled is a title as it stands, which is Chinese in any language.
func titled(s string) string {
	if s == "" {
		return ""
	}
	return "《" + s + "》"
}

func dayIn(iso, language string) string { return compare.TellPeriod(iso).In(language) }

// punctuation joins what is told in a language.
type punctuation struct{ comma, list, semicolon, colon, accordingTo, closing, source string }

func punctuationOf(language string) punctuation {
	if chinese(language) {
		return punctuation{"，", "、", "；", "：", "（据", "）", "。来源："}
	}
	return punctuation{", ", ", ", "; ", ": ", " (", ")", ". Source: "}
}
