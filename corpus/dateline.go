package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The patterns here are written out: package regexp, with its tables of all
// scripts, would be a thirtieth of what a first visit fetches.

// datelineParts are what a dateline tells.
type datelineParts struct{ agency, place, day string }

// dateline reads the dateline a text begins with and says how long it is. It is
// the opening of an agency's first paragraph: agency, place, day, 电/讯.
// "据…报道" names the agency as well.
func dateline(text string) (parts datelineParts, n int, ok bool) {
	opening := text[:byteOffset(text, 80)]
	at := blanks(opening, oneOf(opening, 0, "（(【["))
	if from, told := strings.CutPrefix(opening[at:], "据"); told {
		parts, n, ok = agency(opening, blanks(opening, len(opening)-len(from)))
	}
	if !ok {
		parts, n, ok = agency(opening, at)
	}
	if !ok || n == len(text) || strings.HasPrefix(parts.place, "的") {
		return datelineParts{}, 0, false
	}
	return parts, n, true
}

// agency is the shortest name of one behind which the rest of a dateline
// stands.
func agency(s string, start int) (parts datelineParts, n int, ok bool) {
	at := start
	for range 14 {
		r, size := utf8.DecodeRuneInString(s[at:])
		if !unicode.Is(unicode.Han, r) && (r|0x20 < 'a' || r|0x20 > 'z') {
			return parts, 0, false
		}
		at += size
		for _, ending := range listed("agency-end") {
			if !strings.HasPrefix(s[at:], ending) {
				continue
			}
			if parts, n, ok = placeAndDay(s, at+len(ending)); ok {
				parts.agency = s[start : at+len(ending)]
				return parts, n, true
			}
		}
	}
	return parts, 0, false
}

// placeAndDay is what follows an agency: a place of up to eight characters, the
// shortest that will do, or none.
func placeAndDay(s string, at int) (parts datelineParts, n int, ok bool) {
	start := gap(s, at)
	end := start
	for range 8 {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !unicode.Is(unicode.Han, r) {
			break
		}
		end += size
		if day, n, ok := dayAndKind(s, end); ok {
			return datelineParts{place: s[start:end], day: day}, n, true
		}
	}
	day, n, ok := dayAndKind(s, start)
	return datelineParts{day: day}, n, ok
}

// dayAndKind is 10月9日电（记者…）, or the parts of it that are there.
func dayAndKind(s string, at int) (day string, n int, ok bool) {
	start := gap(s, at)
	end := start
	for _, unit := range []struct {
		least, most int
		name        string
	}{{4, 4, "年"}, {1, 2, "月"}, {1, 2, "日"}} {
		if d := digits(s[end:]); d >= unit.least && d <= unit.most && strings.HasPrefix(s[end+d:], unit.name) {
			end += d + len(unit.name)
		}
	}
	at = blanks(s, end)
	for _, kind := range listed("dispatch") {
		if strings.HasPrefix(s[at:], kind) {
			at = reporter(s, at+len(kind))
			rest := strings.TrimLeftFunc(s[at:], func(r rune) bool { return strings.ContainsRune("）)】]：:，,—\t\n\f\r ", r) })
			return s[start:end], len(s) - len(rest), true
		}
	}
	if _, ok := hasPrefix(s[at:], []string{"--", "—"}); ok && end > start { // agency/place/day --
		return s[start:end], blanks(s, len(s)-len(strings.TrimLeft(s[at:], "-—–"))), true
	}
	return "", 0, false
}

// gap is what may stand between the parts of a dateline.
func gap(s string, at int) int { return blanks(s, oneOf(s, blanks(s, at), "/")) }

// reporter is the end of （记者…）, or at where there is none.
func reporter(s string, at int) int {
	inside := blanks(s, at)
	if next := oneOf(s, inside, "（("); next > inside {
		inside = blanks(s, next)
	} else {
		return at
	}
	for _, who := range listed("reporter") {
		name, told := strings.CutPrefix(s[inside:], who)
		end := strings.IndexAny(name, "）)")
		if told && end >= 0 && utf8.RuneCountInString(name[:end]) <= 30 {
			_, size := utf8.DecodeRuneInString(name[end:])
			return len(s) - len(name) + end + size
		}
	}
	return at
}

// heldHere: the meeting is held where the report was written.
func heldHere(s string) bool {
	for _, here := range listed("here") {
		for rest := s; ; {
			_, after, found := strings.Cut(rest, here)
			if !found {
				break
			}
			if heldSoon(after) {
				return true
			}
			rest = after
		}
	}
	return false
}

// heldSoon: at most four characters on, a meeting is held.
func heldSoon(s string) bool {
	for n := 0; ; n++ {
		if _, held := hasPrefix(s, heldWords); held {
			return true
		}
		r, size := utf8.DecodeRuneInString(s)
		if n == 4 || !unicode.Is(unicode.Han, r) {
			return false
		}
		s = s[size:]
	}
}

// timeOfDay is the length of a time that s begins with, such as 09:30 or
// T09:30:00+05:00, and of the blank behind it; 0 when there is none.
func timeOfDay(s string) int {
	at := len(s) - len(strings.TrimPrefix(s, "T"))
	d := digits(s[at:])
	colon := at + d
	if at = oneOf(s, colon, ":："); d < 1 || d > 2 || at == colon || !two(s, at) {
		return 0
	}
	at += 2
	if next := oneOf(s, at, ":："); next > at && two(s, next) {
		at = next + 2
	}
	if f := oneOf(s, at, "."); f > at && digits(s[f:]) > 0 {
		at = f + digits(s[f:])
	}
	at = zone(s, at)
	if at == len(s) {
		return at
	}
	if next := oneOf(s, at, "\t\n\f\r "); next > at {
		return next
	}
	return 0
}

// zone is the end of Z or +05:00, or at where there is none.
func zone(s string, at int) int {
	if next := oneOf(s, at, "Z"); next > at {
		return next
	}
	if sign := oneOf(s, at, "+-"); sign > at && two(s, sign) {
		if minutes := oneOf(s, sign+2, ":"); two(s, minutes) {
			return minutes + 2
		}
	}
	return at
}

// two: two digits stand at a place.
func two(s string, at int) bool { return len(s) >= at+2 && digits(s[at:at+2]) == 2 }

// digits counts those that s begins with.
func digits(s string) int { return len(s) - len(strings.TrimLeft(s, "0123456789")) }

// oneOf is the place behind any one of these characters, or at where there is
// none of them.
func oneOf(s string, at int, characters string) int {
	if r, size := utf8.DecodeRuneInString(s[at:]); size > 0 && r != utf8.RuneError && strings.ContainsRune(characters, r) {
		return at + size
	}
	return at
}

// blanks is the place behind all white space at a place.
func blanks(s string, at int) int {
	return len(s) - len(strings.TrimLeft(s[at:], "\t\n\f\r "))
}
