package corpus

import "testing"

// Each text is a first paragraph; wanted are event, organisation, city and
// country, "-" standing for what must stay unknown.
func TestEventAndPlace(t *testing.T) {
	names := smallGlossary(t)
	for text, want := range map[string]string{
		"第三届中国—中亚峰会在塔什干隆重开幕。":               "第三届中国—中亚峰会|中国-中亚|塔什干|乌兹别克斯坦",
		"托卡耶夫在上海合作组织撒马尔罕峰会上发表讲话。":           "上海合作组织撒马尔罕峰会|上海合作组织|撒马尔罕|乌兹别克斯坦",
		"托卡耶夫出席在布达佩斯举行的突厥国家组织非正式峰会。":        "突厥国家组织非正式峰会|突厥国家组织|布达佩斯|匈牙利",
		"首届中亚+韩国领导人峰会于10月20日在首尔召开。":         "首届中亚+韩国领导人峰会|中亚+韩国|首尔|韩国",
		"独联体政府首脑理事会会议在明斯克举行。":               "独联体政府首脑理事会会议|独立国家联合体|明斯克|白俄罗斯",
		"第二次“中亚—欧盟”峰会在撒马尔罕举行。":              "第二次“中亚—欧盟”峰会|中亚-欧盟|撒马尔罕|乌兹别克斯坦",
		"普京赴比什凯克出席欧亚经济联盟最高理事会会议。":           "欧亚经济联盟最高理事会会议|欧亚经济联盟|比什凯克|吉尔吉斯斯坦",
		"各国领导人在阿拉木图举行独联体非正式峰会。":             "独联体非正式峰会|独立国家联合体|阿拉木图|哈萨克斯坦",
		"托卡耶夫以视频方式出席上合组织成员国元首理事会第二十三次会议。":   "上合组织成员国元首理事会第二十三次会议|上海合作组织|-|-",
		"第四届东南草原合作组织峰会在突厥斯坦举行。":             "第四届东南草原合作组织峰会|东南草原合作组织|突厥斯坦|哈萨克斯坦",
		"托卡耶夫在柏林出席首届中亚—德国峰会。":               "首届中亚—德国峰会|中亚-德国|柏林|德国",
		"第六次中亚国家元首磋商会议在哈萨克斯坦举行。":            "第六次中亚国家元首磋商会议|中亚国家元首磋商会议|-|哈萨克斯坦",
		"普京在克里姆林宫会见了日本客人。":                  "-|-|-|-",
		"托卡耶夫建议明年在阿斯塔纳举办首届中亚—韩国峰会。会谈在东京举行。": "-|-|-|-",
		"前年在阿斯塔纳召开的首届“中亚-德国”峰会是个先例。":        "-|-|-|-",
		"去年的上合组织峰会以来，贸易增长了两成。":              "-|-|-|-",
		"外长会议在东京举行，部长们讨论了签证。":               "-|-|-|-",
		"在人民大会堂，客人参观了展览。":                   "-|-|-|-",
		"各方欢迎莫斯科峰会通过的决议。":                   "-|-|-|-",
		"青年会和扩大会都开过了。":                      "-|-|-|-",
		"上合组织峰会在天津举行，独联体峰会在明斯克举行。":          "-|-|-|-",
	} {
		t.Run(text, func(t *testing.T) {
			doc, err := readArticle(names, "a.txt", text)
			if err != nil {
				t.Fatal(err)
			}
			s := doc.Summit
			got := dash(s.Event) + "|" + dash(s.Organisation) + "|" + dash(s.City) + "|" + dash(s.Country)
			if got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
}

func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func TestHost(t *testing.T) {
	names := smallGlossary(t)
	for text, want := range map[string]string{
		"托卡耶夫感谢日本首相高市早苗的盛情款待。":                      "日本|高市早苗",
		"普京对塔吉克斯坦方面为峰会所做的出色组织表示感谢。":                 "塔吉克斯坦|",
		"扎帕罗夫向埃尔多安致谢，对土耳其的热情好客表示感谢，特别向土耳其总统埃尔多安致谢。": "土耳其|雷杰普·塔伊普·埃尔多安",
		"东道国匈牙利总理欧尔班主持会议。":                          "匈牙利|欧尔班·维克多",
		"托卡耶夫感谢日本的援助。":                              "|",
		"托卡耶夫感谢日本的热情接待。他也感谢韩国的热情接待。":                "|",
		"日本以热情接待闻名。":                                "|",
	} {
		t.Run(text, func(t *testing.T) {
			h := findHost([]*scan{newScan(names, text, inFirst)})
			got := "|" + h.person
			if h.country != nil {
				got = h.country.Name() + got
			}
			if got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
}

func TestSpeaker(t *testing.T) {
	names := smallGlossary(t)
	for text, want := range map[string]string{
		"托卡耶夫表示，路要修。托卡耶夫总统指出，桥也要修。":            "哈斯穆-卓玛尔特·托卡耶夫",
		"托卡耶夫表示，路要修。普京指出，桥也要修。":                "",
		"托卡耶夫表示，路要修。":                          "",
		"格鲁吉亚总理伊拉克利·科巴希泽表示，港口要扩建。科巴希泽还说，铁路也要。": "伊拉克利·科巴希泽",
		"人们支持托卡耶夫的建议。托卡耶夫的倡议得到支持。":             "",
	} {
		t.Run(text, func(t *testing.T) {
			doc, err := readArticle(names, "a.txt", text)
			if err != nil {
				t.Fatal(err)
			}
			if doc.Speaker != want {
				t.Errorf("got %q, want %q", doc.Speaker, want)
			}
		})
	}
}

func TestOfficeHolders(t *testing.T) {
	names := smallGlossary(t)
	for text, want := range map[string]string{
		"哈萨克斯坦总统托卡耶夫、俄罗斯联邦总统普京出席。":   "哈萨克斯坦总统=哈斯穆-卓玛尔特·托卡耶夫 俄罗斯联邦总统=弗拉基米尔·普京",
		"印度总理莫迪和伊朗总统佩泽什基安与会。":        "印度总理=莫迪 伊朗总统=佩泽什基安",
		"独联体执行秘书谢尔盖·列别杰夫、联合国秘书长古特雷斯": "独联体执行秘书=谢尔盖·列别杰夫 联合国秘书长=安东尼奥·古特雷斯",
		"国家主席习近平出席。":                 "国家主席=习近平",
		"伊朗代理总统穆赫贝尔等":                "伊朗代理总统=穆赫贝尔",
		"俄罗斯总统新闻秘书表示。":               "",
		"德国前总理默克尔出席。":                "",
		"前德国总理默克尔出席。":                "",
		"日本首相府发表声明。":                 "",
		"美国总统选举、俄罗斯总理职务。":            "",
		"日本首相倡议并主办会议。":               "",
	} {
		t.Run(text, func(t *testing.T) {
			s := newScan(names, text, inFirst)
			got := ""
			for _, p := range s.pairs(sentence{0, len(text)}) {
				got += " " + p.office + "=" + p.name
			}
			if got != "" {
				got = got[1:]
			}
			if got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}
