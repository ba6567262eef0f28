package corpus

import (
	"fmt"
	"slices"
	"strings"
)

// source is what a record mainly rests on: its source, or the first of its
// sources.
func (f *frontMatter) source(all []Reference) Source {
	switch {
	case f.entries["source"] == nil && f.entries["sources"] == nil:
		f.fail(f.last, "missing key: source")
	case f.entries["source"] == nil && len(all) > 0:
		return all[0].Source
	}
	return Source{Name: f.get("source"), Link: f.link(), Date: f.date("source_date")}
}

func (f *frontMatter) link() string {
	link := f.get("source_link")
	if link != "" && !isLink(link) {
		f.fail(f.entries["source_link"].line, fmt.Sprintf("source_link: %q: want a whole http or https address", link))
		return ""
	}
	return link
}

// sourceParts is what an item of sources tells: S1｜publisher｜address｜date｜language.
const sourceParts = 5

// sources reads the items of sources; the address and the date may be empty.
func (f *frontMatter) sources() []Reference {
	var all []Reference
	for _, i := range f.items("sources") {
		parts := fields(i.text)
		if len(parts) != sourceParts || parts[1] == "" {
			f.fail(i.line, "sources: want S1｜publisher｜address｜date｜language")
			continue
		}
		s := Reference{parts[0], Source{parts[1], parts[2], parts[3]}, parts[4]}
		switch known := slices.ContainsFunc(all, func(o Reference) bool { return o.ID == s.ID }); {
		case !numbered(s.ID, "S"):
			f.fail(i.line, fmt.Sprintf("sources: %q: want S and a number", s.ID))
		case known:
			f.fail(i.line, fmt.Sprintf("sources: %s: given twice", s.ID))
		case s.Link != "" && !isLink(s.Link):
			f.fail(i.line, fmt.Sprintf("sources: %q: want a whole http or https address", s.Link))
		case s.Date != "" && !isSourceDate(s.Date):
			f.fail(i.line, fmt.Sprintf("sources: not a date: %q, want YYYY-MM-DD, YYYY-MM or YYYY", s.Date))
		}
		all = append(all, s)
	}
	return all
}

// isSourceDate: YYYY, YYYY-MM or YYYY-MM-DD, of this century or the last.
func isSourceDate(s string) bool {
	year, month, hasMonth := strings.Cut(s, "-")
	month, day, hasDay := strings.Cut(month, "-")
	return len(year) == 4 && digits(year) == 4 && (year[:2] == "19" || year[:2] == "20") &&
		(!hasMonth || upTo(month, "12")) && (!hasDay || upTo(day, "31"))
}

// upTo: two digits from 01 on.
func upTo(s, most string) bool { return len(s) == 2 && digits(s) == 2 && s >= "01" && s <= most }

// fields cuts an item of a list at its bars, narrow or wide.
func fields(item string) []string {
	parts := strings.Split(strings.ReplaceAll(item, "|", "｜"), "｜")
	for i := range parts {
		parts[i] = strings.TrimFunc(parts[i], isBlank)
	}
	return parts
}

func (f *frontMatter) category() string {
	c := f.get("category")
	if c != "" && !slices.Contains(Categories, c) {
		f.fail(f.entries["category"].line, fmt.Sprintf("category: %q: want %s", c, strings.Join(Categories, ", ")))
	}
	return c
}

// expectedParts is what an item of figures tells, without the reason.
const expectedParts = 5

// expected reads the items of figures: indicator｜parties｜value｜period｜status,
// and perhaps the reason why the program reads it otherwise. Whether the text
// tells them is for whoever reads figures to say.
func (f *frontMatter) expected() []Expected {
	var all []Expected
	for _, i := range f.items("figures") {
		parts := fields(i.text)
		if len(parts) < expectedParts || len(parts) > expectedParts+1 || slices.Contains(parts, "") {
			f.fail(i.line, "figures: want indicator｜parties｜value｜period｜status, and a reason behind them if it is read otherwise")
			continue
		}
		parts = append(parts, "")
		all = append(all, Expected{i.line, parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]})
	}
	return all
}
