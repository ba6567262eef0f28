package chart

import (
	"strconv"
	"strings"

	"fenghui/wasm/compare"
)

// words are what a drawing says itself; all else comes from compare. They are
// not interface words of the page, because a saved drawing carries them.
var words = map[string]compare.Words{
	"agree":    {Zh: "说法一致", En: "The figures agree"},
	"differ":   {Zh: "说法不一", En: "The figures differ"},
	"repeat":   {Zh: "同一说法", En: "The same figure"},
	"common":   {Zh: "各种说法都容许的范围", En: "fits all of them"},
	"between":  {Zh: "两种说法之间的空隙", En: "the gap between them"},
	"changed":  {Zh: "有变化", En: "Changed"},
	"changes":  {Zh: "变化：{1}", En: "Change: {1}"},
	"gap":      {Zh: "相差{1}", En: "{1} apart"},
	"target":   {Zh: "目标", En: "target"},
	"plan":     {Zh: "计划", En: "plan"},
	"forecast": {Zh: "预计", En: "forecast"},
	"proposal": {Zh: "提议", En: "proposal"},
	"derived":  {Zh: "推算，原文没有直接写", En: "derived, not told itself"},
	"unit":     {Zh: "{1}（{2}）", En: "{1} ({2})"},
	"powered":  {Zh: "{1}{2}", En: "{1} {2}"},
	"nozero":   {Zh: "刻度不从0起", En: "The scale does not begin at 0"},
	"log":      {Zh: "数值相差悬殊：每一大格为上一格的10倍或更多（对数刻度），点的远近不代表差额", En: "The values lie far apart: each step of the scale multiplies (logarithmic), so distances are not differences"},
	"tiny":     {Zh: "数值相差悬殊：最短的几条在图上几乎看不见", En: "The values lie far apart: the shortest bars can hardly be seen"},
	"unplaced": {Zh: "没有可画数值的{1}项未画出", En: "{1} without a value are not drawn"},
	"paged":    {Zh: "图中为第{1}—{2}项，共{3}项", En: "Shown: {1} to {2} of {3}"},
	"nothing":  {Zh: "没有可以画出的数值", En: "There is no value that could be drawn"},
	"source":   {Zh: "来源：", En: "Source: "},
	"title":    {Zh: "《{1}》", En: "“{1}”"},
	"more":     {Zh: "等{1}篇", En: " and others, {1} in all"},
	"list":     {Zh: "、", En: ", "}, // between the items of one
	"colon":    {Zh: "：", En: ": "},
	"open":     {Zh: "（", En: " ("},
	"close":    {Zh: "）", En: ")"},
	"comma":    {Zh: "，", En: ", "},

	"semicolon": {Zh: "；", En: "; "},
}

// say is a word of the drawing with its {1}, {2} filled in.
func (o Options) say(key string, args ...string) string {
	s := o.in(words[key])
	for k, a := range args {
		s = strings.ReplaceAll(s, "{"+strconv.Itoa(k+1)+"}", a)
	}
	return s
}
