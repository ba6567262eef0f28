package figure

import (
	"strings"
)

// sharePhrase: A占B比重, A中…的比重.
func sharePhrase(r *reading) {
	behind := strings.Trim(r.p.render(r.q.Span.End, r.clause.End), " 。，；！")
	left := strings.TrimRight(r.left, " ")
	topic := r.topic()
	inWhole := strings.HasSuffix(strings.TrimSpace(left), "其中")
	_, said := predicateLead(behind)
	var phrase string
	switch {
	case inWhole && r.prev != nil && r.prev.phrase != "":
		phrase = r.prev.phrase + "中" + withoutHead(behind) + "的"
	case topic == "" && behind != "":
		_, rest := predicateLead(behind)
		phrase = rest
	case strings.Contains(topic, "占") || behind == "":
		phrase = r.subjectOr(topic)
	case strings.HasSuffix(left, "的") || said != behind:
		phrase = topic + "中" + strings.TrimPrefix(strings.TrimPrefix(behind, "都"), "均") + "的"
	default:
		phrase = topic + strings.TrimPrefix(behind, "的")
	}
	suffix := "比重"
	if _, has := hasSuffix(phrase, "份额", "占比", "比例", "比重", "率"); has {
		suffix = ""
	}
	r.tell(r.withParties(phrase), suffix)
	r.phrase = strings.TrimSuffix(r.phrase, "的")
}

// subjectOr keeps a topic that names a share by itself, else looks further.
func (r *reading) subjectOr(topic string) string {
	if topic != "" && !isThin(topic) {
		return topic
	}
	return r.subject()
}

// predicateLead cuts 为, 来自 … off what follows a share.
func predicateLead(s string) (lead, rest string) {
	for _, w := range []string{"都来自", "均来自", "来自", "为", "是", "都", "均", "经", "通过", "在", "用于", "由", "属于", "属", "依赖", "以上经"} {
		if strings.HasPrefix(s, w) {
			return w, strings.TrimPrefix(s, w)
		}
	}
	return "", s
}

// withoutHead: 的贸易额来自… is told as 来自….
func withoutHead(s string) string {
	s = strings.TrimPrefix(s, "的")
	if i := strings.Index(s, "来自"); i > 0 && i < 30 {
		return s[i:]
	}
	return s
}
