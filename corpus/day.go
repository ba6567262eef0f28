package corpus

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// latest is how many days after a meeting a report of it may appear.
const latest = 14

// heldBefore is the day on which the first sentence says that the meeting was
// held, if the text appeared on that day or a few days later. A day without a
// year is one of these days; of a meeting of several days none is chosen.
func (a *article) heldBefore(s *scan) (iso string, ok bool) {
	published, err := time.Parse(time.DateOnly, a.doc.Source.Date)
	if err != nil || len(s.sentences) == 0 {
		return "", false
	}
	in := s.sentences[0]
	held := false
	for i := range s.events {
		e := &s.events[i]
		_, soon := hasAny(clauseAfter(s.text, e.end, 20), heldWords)
		held = held || soon && e.in == in && !e.isAhead()
	}
	first := s.text[in.start:in.end]
	if _, n, ok := dateline(first); ok {
		first = first[n:]
	}
	if !held {
		return "", false
	}
	return dayBefore(first, published)
}

// dayBefore is the day a sentence names, if it is one of the last up to another,
// and the only one of these.
func dayBefore(s string, published time.Time) (iso string, ok bool) {
	for n := range latest {
		day := published.AddDate(0, 0, -n)
		switch named, several := namesDay(s, day); {
		case several || named && iso != "":
			return "", false
		case named:
			iso = day.Format(time.DateOnly)
		}
	}
	return iso, iso != ""
}

// namesDay reports whether s names a day as 9日, 10月9日 or 2025年10月9日; several,
// that it is one end of several days.
func namesDay(s string, day time.Time) (named, several bool) {
	bare := strconv.Itoa(day.Day()) + "日"
	for from := 0; ; {
		at := strings.Index(s[from:], bare)
		if at < 0 {
			return named, false
		}
		at += from
		from = at + len(bare)
		before := s[:at]
		if month, ok := strings.CutSuffix(before, strconv.Itoa(int(day.Month()))+"月"); ok {
			before = month
			if year, ok := strings.CutSuffix(before, "年"); ok && !strings.HasSuffix(year, strconv.Itoa(day.Year())) {
				continue
			}
		}
		if last := lastRune(before); digitValue(last) >= 0 || last == '月' || isOtherDay(before, s[from:]) {
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[from:])
		if strings.ContainsRune(joinsDays, next) || strings.ContainsRune(joinsDays, lastRune(before)) {
			return false, true
		}
		named = true
	}
}

const joinsDays = "至到-—–~～、和"
