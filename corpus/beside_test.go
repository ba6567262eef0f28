package corpus

import (
	"strings"
	"testing"
)

// What surrounds an article on a page, and how Markdown writes it, is left out.
func TestPlainLeavesOut(t *testing.T) {
	for what, c := range map[string]struct{ name, text, want string }{
		"a table within a table":      {"a.html", "<table><tr><td>首页<td><p>渔业公报。</p><table><tr><td>鱼<td>3</table></table>", "首页\n渔业公报。\n鱼 3\n"},
		"what leads elsewhere":        {"a.html", "<div><a href=/>首页</a> <a href=/x>频道</a></div><p>渔业公报<a href=y>发表</a>。</p><p><a href=z>相关新闻三十条</a></p>", "渔业公报发表。\n"},
		"only what leads elsewhere":   {"a.html", "<p><a href=a>渔业公报</a></p><p><a href=b>捕捞公报</a></p>", "渔业公报\n捕捞公报\n"},
		"what stands beside":          {"a.html", "<div class='x site-footer'>备案。</div><p>渔业公报发表，各方欢迎。</p><ul id=comments><li>说得好！<ul></ul></ul><p class=with-comments>完。</p>", "渔业公报发表，各方欢迎。\n完。\n"},
		"an article called a comment": {"a.html", "<div class=comment><p>渔业公报发表，各方欢迎。</p></div><p>备案。</p>", "渔业公报发表，各方欢迎。\n备案。\n"},
		"what stands above its title": {"a.html", "<title>渔业公报发表_海洋网</title><div>当前位置：首页</div><p>2024-03-05 来源：海洋报</p><div class=t>渔业公报发表</div><p>各方欢迎。", "title: 渔业公报发表\n# 渔业公报发表\n2024-03-05 来源：海洋报\n各方欢迎。\n"},
		"a ministry's page":           {"a.html", `<meta name=ArticleTitle content=渔业公报发表><meta name=ContentSource content=海洋部><p>各方欢迎。`, "title: 渔业公报发表\nsource: 海洋部\n# 渔业公报发表\n各方欢迎。\n"},
		"Markdown": {"a.md", "---\ntitle: **x**\n---\n# 题\n**小标题**\n渔业**公报**`见`[这里](http://a.b/c)，![图](d.png)3\\*4。\n\n> 引语。\n\n| 鱼 | 吨 |\n|---|--:|\n| 虾 | 3 |\n```\na **b**\n```\n2 ** 3\n",
			"---\ntitle: **x**\n---\n# 题\n**小标题**\n渔业公报见这里，3*4。\n\n引语。\n\n鱼 吨\n虾 3\na **b**\n2 ** 3\n"},
		"an article that a script shows": {"a.html", `<div style="visibility: hidden; opacity: 0"><p>渔业公报发表，各方欢迎。</p></div><p>扫一扫。</p>`, "渔业公报发表，各方欢迎。\n扫一扫。\n"},
	} {
		t.Run(what, func(t *testing.T) {
			if got := Plain(c.name, c.text); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// Marks of Markdown that close nothing stay, and take no time.
func TestMarkdownThatClosesNothing(t *testing.T) {
	for _, unit := range []string{"[", "](", "**", "|", "> ", "![x]("} {
		text := strings.Repeat(unit, 1<<20/len(unit)) + "渔业公报"
		if got := Plain("a.md", text); !strings.HasSuffix(strings.TrimSpace(got), "渔业公报") {
			t.Errorf("%s: %q", unit, got[max(0, len(got)-40):])
		}
	}
}
