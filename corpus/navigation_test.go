package corpus

import "testing"

// What surrounds an article on a page is left out.
func TestPlainLeavesOut(t *testing.T) {
	for what, c := range map[string]struct{ name, text, want string }{
		"a table within a table":         {"a.html", "<table><tr><td>首页<td><p>渔业公报。</p><table><tr><td>鱼<td>3</table></table>", "首页\n渔业公报。\n鱼 3\n"},
		"what leads elsewhere":           {"a.html", "<div><a href=/>首页</a> <a href=/x>频道</a></div><p>渔业公报<a href=y>发表</a>。</p><p><a href=z>相关新闻三十条</a></p>", "渔业公报发表。\n"},
		"only what leads elsewhere":      {"a.html", "<p><a href=a>渔业公报</a></p><p><a href=b>捕捞公报</a></p>", "渔业公报\n捕捞公报\n"},
		"what stands above its title":    {"a.html", "<title>渔业公报发表_海洋网</title><div>当前位置：首页</div><p>2024-03-05 来源：海洋报</p><div class=t>渔业公报发表</div><p>各方欢迎。", "title: 渔业公报发表\n# 渔业公报发表\n2024-03-05 来源：海洋报\n各方欢迎。\n"},
		"a ministry's page":              {"a.html", `<meta name=ArticleTitle content=渔业公报发表><meta name=ContentSource content=海洋部><p>各方欢迎。`, "title: 渔业公报发表\nsource: 海洋部\n# 渔业公报发表\n各方欢迎。\n"},
		"an article that a script shows": {"a.html", `<div style="visibility: hidden; opacity: 0"><p>渔业公报发表，各方欢迎。</p></div><p>扫一扫。</p>`, "渔业公报发表，各方欢迎。\n扫一扫。\n"},
	} {
		t.Run(what, func(t *testing.T) {
			if got := Plain(c.name, c.text); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
