package corpus

import (
	"strings"
	"unicode"
)

// readByline takes the lines after the title that say when and where the text
// appeared, and whose speech it is, with the subtitles among them.
func (a *article) readByline() {
	for n := 0; n < 8 && len(a.lines) > 1; n++ {
		l := a.lines[0]
		kind := Credit
		switch person, ok := a.speakerLine(l.text); {
		case ok:
			a.sign(person)
		case a.isByline(l.text):
			a.byline(l.text)
		case a.statesMeeting(l.text):
		case isCredit(l.text):
			if iso, ok := onlyDate(l.text); ok {
				a.setDate(iso)
			}
		case a.isDateline(l.text):
		case n < 2 && a.isSubtitle(a.lines):
			kind = Heading
			a.subtitles = append(a.subtitles, l.text)
		default:
			return
		}
		a.add(kind, l, "")
		a.lines = a.lines[1:]
	}
}

// onlyDate is the whole date in a line of credits, if there is one and no other:
// 本报记者 李某 2025-08-28 第06版.
func onlyDate(s string) (iso string, ok bool) {
	for i := range s {
		if i > 0 && digitValue(lastRune(s[:i])) >= 0 {
			continue
		}
		if day, _, dated := leadingDate(s[i:]); dated && iso != "" {
			return "", false
		} else if dated {
			iso = day
		}
	}
	return iso, iso != ""
}

// isDateline takes the publisher from a line that is a dateline and no more.
func (a *article) isDateline(s string) bool {
	if columns(s, headingColumns) > headingColumns {
		return false
	}
	parts, n, ok := dateline(s + " ·")
	if !ok || n < len(s) {
		return false
	}
	if !strings.HasPrefix(parts.agency, "本") {
		a.setSource(parts.agency)
	}
	return true
}

// isSubtitle recognises a second title line: one that begins with the double
// dash of subtitles, or that stands between title and byline.
func (a *article) isSubtitle(lines []line) bool {
	l := lines[0].text
	if a.doc.Title == "" || !isShort(l, titleColumns) {
		return false
	}
	_, speaker := a.speakerLine(lines[1].text)
	return strings.HasPrefix(l, "——") || strings.HasPrefix(l, "--") || speaker || a.isByline(lines[1].text)
}

// speakerLine recognises a line that consists of an office and a name, as it
// stands under the title of a speech.
func (a *article) speakerLine(s string) (officeHolder, bool) {
	if columns(s, headingColumns) > headingColumns {
		return officeHolder{}, false
	}
	mentions := a.names.Find(s)
	if len(mentions) == 0 {
		return officeHolder{}, false
	}
	last := mentions[len(mentions)-1]
	office := strings.TrimFunc(s[:last.Start], isBlank)
	if last.Term.Kind != "person" || last.End != len(s) || office != "" && officeEnding(office) == "" {
		return officeHolder{}, false
	}
	return officeHolder{office: office, name: last.Term.Name(), known: true}, true
}

func (a *article) sign(person officeHolder) {
	a.doc.Speaker = person.name
	a.signed = append(a.signed, person)
}

// bylineParts takes a byline apart: "2025年10月9日 10:15 来源：新华网".
func bylineParts(s string) []string {
	s = strings.NewReplacer("： ", "：", ": ", "：", ":　", "：", "：　", "：").Replace(s)
	return strings.FieldsFunc(s, func(r rune) bool {
		return isBlank(r) || strings.ContainsRune("|｜·•，,、（）()[]【】", r)
	})
}

// isByline reports whether a line consists of dates, times, publishers and
// places, with at least a date or a publisher among them.
func (a *article) isByline(s string) bool {
	if columns(s, 120) > 120 {
		return false
	}
	dates, times, others, telling := 0, 0, 0, false
	for _, part := range bylineParts(s) {
		switch a.bylinePart(part) {
		case "":
			others++
		case ofTime:
			times++
		case ofDate:
			dates++
			telling = true
		case ofSource:
			telling = true
		}
	}
	if others == 1 && dates > 0 && times > 0 && columns(s, headingColumns) <= headingColumns {
		return true // who published it when, to the minute
	}
	if strings.HasPrefix(s, "（") && strings.HasSuffix(s, "）") && others == 1 && dates == 1 && columns(s, headingColumns) <= headingColumns {
		return true // on which day, and in a city no list has
	}
	return others == 0 && telling
}

// byline takes over what a byline says.
func (a *article) byline(s string) {
	for _, part := range bylineParts(s) {
		means := a.bylinePart(part)
		if _, value, ok := pair(part); ok && means != ofTime {
			part = value
		}
		switch means {
		case ofDate:
			iso, _, _ := leadingDate(part)
			a.setDate(iso)
		case ofSource:
			a.setSource(part)
		case ofCity:
			a.held, _ = a.names.LookupKind(part, "city")
		}
	}
}

// bylinePart says what a part of a byline is, or "" if it is none.
func (a *article) bylinePart(part string) meaning {
	if timeOfDay(part) > 0 || strings.HasPrefix(part, "星期") || strings.HasPrefix(part, "周") && len(part) == len("周一") || isOneOf(timeWords, part) {
		return ofTime
	}
	if isOneOf(pageTools, part) || isPageNumber(part) {
		return ofCredit
	}
	key, value, isPair := pair(part)
	means := metadataKeys()[key]
	if isPair && (means == "" || means == ofOther) {
		if means != "" || isCredit(part) {
			return ofCredit
		}
		return ""
	}
	if isPair {
		part = value
	}
	iso, n, ok := leadingDate(part)
	_, isCity := a.names.LookupKind(part, "city")
	switch {
	case ok && means != ofSource && (n == len(part) || timeOfDay(part[n:]) > 0 || isOneOf(timeWords, part[n:])) && iso != "":
		return ofDate
	case means == ofSource && part != "", !isPair && isPublisher(part):
		return ofSource
	case !isPair && isCity:
		return ofCity
	}
	return ""
}

// isPublisher recognises a bare name of an agency, paper or site.
func isPublisher(s string) bool {
	if strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) >= 0 {
		return false
	}
	n := columns(s, 32)
	for _, ending := range listed("publisher-end") {
		if strings.HasSuffix(s, ending) && n >= 6 && n <= 32 {
			return true
		}
	}
	return false
}

// timeWords may stand behind the day in a byline, pageTools beside it on pages
// of ministries.
const (
	timeWords = " 上午 下午 中午 晚 晚上 晚间 凌晨 HKT GMT UTC BJT "
	pageTools = " 大 中 小 打印 打印本页 关闭 关闭窗口 分享 收藏 A+ A- "
)

// isPageNumber recognises the page of a newspaper: A3, 03版, 第03版：要闻.
func isPageNumber(part string) bool {
	number, _, _ := strings.Cut(strings.TrimPrefix(part, "第"), "：")
	bare := strings.TrimSuffix(strings.TrimLeft(number, "ABCD"), "版")
	return bare != "" && len(bare) <= 2 && strings.Trim(bare, "0123456789") == "" && bare != part
}
