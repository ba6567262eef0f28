package corpus

import (
	"strings"
	"unicode"
)

// metadataKeys are the names of metadata lines, as they are found, and what
// they mean.
var metadataKeys = map[string]string{
	"url": "link", "link": "link", "链接": "link", "网址": "link", "原文链接": "link", "原文地址": "link",
	"文章链接": "link", "ссылка": "link", "сілтеме": "link",
	"title": "title", "headline": "title", "标题": "title", "题目": "title", "主标题": "title",
	"заголовок": "title", "тақырып": "title",
	"date": "date", "published": "date", "日期": "date", "时间": "date", "发布时间": "date", "发布日期": "date",
	"发表时间": "date", "发表日期": "date", "дата": "date", "күні": "date",
	"source": "source", "publisher": "source", "来源": "source", "稿源": "source", "出处": "source",
	"消息来源": "source", "文章来源": "source", "信息来源": "source", "來源": "source", "稿件来源": "source",
	"發佈時間": "date", "發布時間": "date", "時間": "date", "標題": "title", "источник": "source", "дереккөз": "source",
	"会议时间": "held", "会议日期": "held", "峰会日期": "held", "举行时间": "held", "活动时间": "held", "會議時間": "held", "會議日期": "held",
	"event": "event", "summit": "event", "会议名称": "event", "峰会名称": "event", "活动名称": "event", "會議名稱": "event",
	"organisation": "organisation", "organization": "organisation",
	"speaker": "speaker", "讲话人": "speaker", "演讲人": "speaker", "发言人": "speaker", "致辞人": "speaker", "講話人": "speaker", "發言人": "speaker",
	"place": "place", "city": "place", "location": "place", "地点": "place", "会议地点": "place", "举行地点": "place", "活动地点": "place",
	"地點": "place", "會議地點": "place",
	// Known, but of no use here; the line is kept as a credit.
	"lang": "other", "language": "other", "id": "other", "tags": "other", "keywords": "other", "category": "other",
	"section": "other", "image": "other", "type": "other", "标签": "other", "关键词": "other", "栏目": "other", "语言": "other", "字体": "other", "字号": "other",
	"浏览次数": "other", "阅读次数": "other", "点击数": "other", "阅读": "other", "访问量": "other", "索引号": "other", "文号": "other", "发文字号": "other", "主持人": "other", "记录人": "other", "更新时间": "other",
}

// readFront takes the front matter that programs for web pages keep before a
// text: what it says of title, date, source and address. The rest is theirs.
func (a *article) readFront() {
	front, body, ok := splitFront(a.lines)
	if !ok || len(body) == 0 {
		return
	}
	for _, l := range front {
		key, value, _ := pair(l.text)
		value = strings.Trim(value, `"'`)
		switch meaning := metadataKeys[key]; meaning {
		case "date":
			a.statedDate(value)
		case "held", "event", "organisation", "speaker", "place":
			a.ofMeeting(meaning, value)
		default:
			a.metadata(meaning, value)
		}
	}
	a.lines = body
}

// readMetadata takes the lines "key: value" the text begins with, and the
// words "date 2025-10-19" that may stand before the first line's text.
func (a *article) readMetadata() {
	for seen := false; len(a.lines) > 0; seen = true {
		l := a.lines[0]
		key, value, isPair := pair(l.text)
		meaning := metadataKeys[key]
		rest, dated := a.datePrefix(l)
		about := isOfMeeting(meaning)
		switch {
		case dated && rest.text != "":
			a.lines[0] = rest
			return
		case dated:
		case meaning == "title" || meaning == "link" || meaning == "source" && !a.isByline(l.text):
			a.metadata(meaning, value)
		case isPair && isBadDate(meaning, value) && !a.isByline(l.text):
			a.statedDate(value)
			a.add(Credit, l, "")
		case about && a.statesMeeting(l.text):
			a.add(Credit, l, "")
		case isPair && meaning != "" && !about, a.isByline(l.text):
			a.byline(l.text)
			if !isPair || meaning == "other" || len(bylineParts(l.text)) > 1 {
				a.add(Credit, l, "")
			}
		case !seen || hasLetter(l.text):
			return
		}
		a.lines = a.lines[1:]
	}
}

// metadata keeps the first value of a kind that can be used.
func (a *article) metadata(meaning, value string) {
	source := &a.doc.Source
	switch {
	case value == "":
	case meaning == "title" && a.doc.Title == "":
		a.doc.Title, a.doc.TitleFrom = value, Stated
	case meaning == "link" && source.Link == "" && isLink(value):
		source.Link = value
	case meaning == "source":
		for _, word := range strings.Fields(value) {
			if source.Link == "" && isLink(word) {
				source.Link = word
				value = strings.TrimFunc(strings.Replace(value, word, "", 1), isBlank)
			}
		}
		a.setSource(value)
	}
}

func (a *article) setSource(name string) {
	if a.doc.Source.Name != "" || !hasLetter(name) {
		return
	}
	name = strings.TrimPrefix(name, "转载自")
	if t, ok := a.names.LookupKind(name, "organisation", "company"); ok {
		name = t.Name()
	}
	a.doc.Source.Name = name
}

// setDate keeps the first date stated on a line of its own: that of
// publication, which for a report of a summit is that of the summit.
func (a *article) setDate(iso string) {
	if a.doc.Source.Date == "" {
		a.doc.Source.Date = iso
		if !a.dated {
			a.doc.Summit.Date, a.doc.Summit.DateFrom = iso, Stated
		}
	}
}

// datePrefix reads "date 2025-10-19", with or without a colon, and gives what
// follows it on the line. A time of day belongs to the date.
func (a *article) datePrefix(l line) (rest line, ok bool) {
	for key, meaning := range metadataKeys {
		n := len(key)
		if meaning != "date" || len(l.text) < n || !strings.EqualFold(l.text[:n], key) {
			continue
		}
		value := strings.TrimLeftFunc(l.text[n:], func(r rune) bool { return isBlank(r) || r == ':' || r == '：' })
		iso, length, found := leadingDate(value)
		rest = l.after(len(l.text) - len(value) + length)
		if !found || rest.text != "" && rest.start == l.start+len(l.text)-len(value)+length && timeOfDay(rest.text) == 0 {
			continue
		}
		a.setDate(iso)
		return rest.after(timeOfDay(rest.text)), true
	}
	return l, false
}

// pair splits "key: value"; the key is in small letters.
func pair(s string) (key, value string, ok bool) {
	i := strings.IndexAny(s[:byteOffset(s, 24)], ":：")
	if i < 0 {
		return "", "", false
	}
	key = strings.ToLower(strings.TrimFunc(s[:i], isBlank))
	value = strings.TrimFunc(strings.TrimLeft(s[i:], ":："), isBlank)
	return key, value, key != ""
}

// isOfMeeting reports that a line of this meaning is about the meeting, not about
// the text.
func isOfMeeting(meaning string) bool {
	return isOneOf(" held event organisation speaker place ", meaning)
}

// statesMeeting takes a line beneath the title that is about the meeting. One
// that tells its time otherwise than in whole dates is no heading either.
func (a *article) statesMeeting(s string) bool {
	key, value, ok := pair(s)
	meaning := metadataKeys[key]
	if !ok || meaning != "date" && meaning != "other" && !isOfMeeting(meaning) || strings.ContainsAny(value, "。！？；") || columns(value, titleColumns) > titleColumns {
		return false
	}
	if more := strings.Index(value, "："); more > 0 && unicode.Is(unicode.Han, lastRune(value[:more])) {
		return false // several in one line
	}
	if (meaning == "speaker" || meaning == "other") && strings.ContainsAny(value, "，,") {
		return false // it is what is said
	}
	a.ofMeeting(meaning, value)
	return true
}

// ofMeeting keeps the first value of a kind. The day of the meeting counts for
// more than the one on which the text appeared.
func (a *article) ofMeeting(meaning, value string) {
	summit := &a.doc.Summit
	iso, _, ok := leadingDate(value)
	switch {
	case ok && meaning == "held" && !a.dated:
		summit.Date, summit.DateFrom = iso, Stated
		a.dated = true
	case ok && meaning == "date":
		a.setDate(iso)
	case (meaning == "date" || meaning == "held") && isBadDate("date", value):
		a.statedDate(value)
	case meaning == "event" && summit.Event == "" && value != "":
		summit.Event, summit.EventFrom = value, Stated
		a.subtitles = append(a.subtitles, value)
	case meaning == "organisation" && summit.Organisation == "":
		summit.Organisation = value
		if t, ok := a.names.LookupKind(value, "organisation", "format"); ok {
			summit.Organisation = t.Name()
		}
	case meaning == "place" && a.held == nil:
		a.held, _ = a.names.LookupKind(value, "city")
	case meaning == "speaker" && a.doc.Speaker == "":
		a.doc.Speaker = value
	}
}

// statedDate reads what a line gives for a date; what is none is kept as a note.
func (a *article) statedDate(value string) {
	if iso, _, ok := leadingDate(value); ok {
		a.setDate(iso)
	} else if a.doc.Summit.DateNote == "" && strings.ContainsAny(value, "0123456789") {
		a.doc.Summit.DateNote = value
	}
}

// isBadDate recognises a line that would give a date, but for its day.
func isBadDate(meaning, value string) bool {
	year, n := leadingNumber(value)
	return meaning == "date" && n > 0 && year > 0 && strings.ContainsAny(value[n:byteOffset(value, 12)], "-/.年")
}
