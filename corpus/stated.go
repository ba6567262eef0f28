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
