package corpus

import (
	"strings"
	"testing"
)

func TestPlain(t *testing.T) {
	for what, c := range map[string]struct{ name, text, want string }{
		"plain text stays":            {"a.txt", "会议 <b>闭幕</b>\n", "会议 <b>闭幕</b>\n"},
		"a text that begins with <":   {"a.txt", "<渔业>期刊\n", "<渔业>期刊\n"},
		"a page by its name":          {"a.htm", "<p>港口<br>扩建</p>", "港口\n扩建\n"},
		"a page by its beginning":     {"a.txt", "\uFEFF <!DOCTYPE html><p>港口", "港口\n"},
		"nothing of scripts":          {"a.html", "<p>一<script>alert('</p><p>坏')</script><style>p{}</style>二<SCRIPT src=x>x</SCRIPT ><noscript>三</noscript>", "一二\n"},
		"a script without an end":     {"a.html", "<p>一<script>二", "一\n"},
		"hidden parts":                {"a.html", `<div style="Display : none">一<div>二</div>三</div><p hidden>四</p><span aria-hidden=true>五</span><p>六</p>`, "六\n"},
		"comments and what looks so":  {"a.html", "<!-- <p>一 --><p>二<!-->三<?x y?><!x>五", "二三五\n"},
		"references":                  {"a.html", "<p>&ldquo;A&amp;B&rdquo;&nbsp;&#x4e2d;&#20122;&#0;&#x110000;&bogus;&", "“A&B” 中亚&#0;&#x110000;&bogus;&\n"},
		"no tag at all":               {"a.html", "<p>1 < 2 <3 </p>", "1 < 2 <3\n"},
		"> within a value":            {"a.html", `<p title="a>b" data-x='>'>一</p>`, "一\n"},
		"headings":                    {"a.html", "<h1>题</h1><p>一</p><h2>节</h2><p>二</p>", "title: 题\n# 题\n一\n## 节\n二\n"},
		"the article of a page":       {"a.html", "<body><nav>首页</nav><header>站名</header><div>热点</div><article><header><h1>题</h1></header><p>渔业公报发表。</p></article><footer>版权</footer>", "title: 题\n# 题\n渔业公报发表。\n"},
		"a teaser is no article":      {"a.html", "<article>一</article><p>渔业公报已经发表，各方表示欢迎。</p>", "一\n渔业公报已经发表，各方表示欢迎。\n"},
		"what a page says of itself":  {"a.html", `<html><head><title>渔业公报发表_海洋网</title><meta property="og:site_name" content="海洋网"><meta name=PubDate content="2024-03-05T08:00:00+08:00"><link rel="canonical" href="https://example.org/1"><body><p>一`, "title: 渔业公报发表\ndate: 2024-03-05\nsource: 海洋网\nurl: https://example.org/1\n# 渔业公报发表\n一\n"},
		"a date that is none":         {"a.html", `<meta name=date content="2024-02-30"><time datetime="2024-03-01">昨天</time>`, "date: 2024-03-01\n昨天\n"},
		"a link that is none":         {"a.html", `<link rel=canonical href="javascript:alert(1)"><p>一`, "一\n"},
		"a title with line breaks":    {"a.html", "<title>渔业\ndate: 1999-01-01</title><p>一", "title: 渔业 date: 1999-01-01\n# 渔业 date: 1999-01-01\n一\n"},
		"tables":                      {"a.html", "<table><tr><td>鱼</td><td>3万吨</td></tr><tr><td>虾</td></tr></table>", "鱼 3万吨\n虾\n"},
		"verses":                      {"a.html", "<pre>一\n二</pre>三\n四", "一\n二\n三 四\n"},
		"a head without an end":       {"a.html", "<head><title>渔业公报</title><style>x</style><body><p>一", "title: 渔业公报\n# 渔业公报\n一\n"},
		"a word processor's document": {"a.docx", word1, "# 渔业公报\n## 捕捞\n去年捕捞3万吨。\n鱼 虾\n"},
	} {
		t.Run(what, func(t *testing.T) {
			if got := Plain(c.name, c.text); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

const word1 = `<?xml version="1.0"?><w:document xmlns:w="x"><w:body>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>渔业</w:t></w:r><w:r><w:t xml:space="preserve">公报</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>捕捞</w:t></w:r></w:p>
<w:p><w:r><w:t>去年捕捞</w:t></w:r><w:del><w:r><w:delText>2</w:delText><w:t>2</w:t></w:r></w:del><w:ins><w:r><w:t>3</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>秘密</w:t></w:r><w:r><w:instrText>PAGE</w:instrText><w:t>万吨。</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:t>鱼</w:t></w:tc><w:tc><w:t>虾</w:t></w:tc></w:tr></w:tbl></w:body></w:document>`

// What a page says of itself is what the article then says.
func TestAPageIsReadAsAnArticle(t *testing.T) {
	text := Plain("a.html", `<html><head><title>海洋国家渔业公报 - 海洋网</title><meta name="pubdate" content="2024-03-05">
		<meta property="og:site_name" content="海洋网"></head><body><main><h1>海洋国家渔业公报</h1><p>去年捕捞量为三万吨，比前年多一成。</p></main></body></html>`)
	d, err := ReadArticle("a.html", text)
	if err != nil || d.Title != "海洋国家渔业公报" || d.Summit.Date != "2024-03-05" || d.Source.Name != "海洋网" || len(d.Passages) != 2 {
		t.Errorf("%+v, %v", d, err)
	}
}

func FuzzPlain(f *testing.F) {
	f.Add(word1)
	f.Add(`<html><title>a</title><meta name=date content=2024-01-01><nav><nav></nav><p style='x'>&#x4e2d;<!-- --></p>`)
	f.Add(`<!doctype html><h1>一<article><pre>a` + "\n" + `b</pre><a b="c>d' e=f>`)
	f.Fuzz(func(t *testing.T, text string) {
		plain := Plain("a.html", text)
		if len(plain) > 8*len(text)+100 {
			t.Fatalf("%d bytes became %d", len(text), len(plain))
		}
		for _, word := range []string{"<script", "<SCRIPT"} {
			if at := strings.Index(text, word+">"); at == 0 && strings.Contains(plain, word+">") {
				t.Fatalf("a script shows: %q", plain)
			}
		}
	})
}

func TestATitleWithoutAnEndIsNotCopiedOverAndOver(t *testing.T) {
	page := "<html><title>" + strings.Repeat("港<b>", 1<<20) + "</title><p>去年捕捞量为三万吨。"
	plain := Plain("a.html", page)
	if title, rest, _ := strings.Cut(plain, "\n"); len(title) > 2*longestTitle || !strings.Contains(rest, "三万吨") {
		t.Errorf("a title of %d bytes, then %q", len(title), rest[:min(len(rest), 80)])
	}
}
