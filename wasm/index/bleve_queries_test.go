//go:build !js

package index

import (
	"strings"

	"github.com/blevesearch/bleve/v2/search/query"
)

// queries are the kinds of query there are, each of them over each field that
// makes sense. Phrases need positions, which are not kept: search makes them
// out of conjunctions and looks at the texts.
func queries() map[string]query.Query {
	out := map[string]query.Query{"all": query.NewMatchAllQuery(), "none": query.NewMatchNoneQuery(),
		"ids": query.NewDocIDQuery([]string{"3", "30", "9999"})}
	for field, terms := range map[string]string{
		FieldWords:   "贸易额 运输 走廊 计算机 trade 20bn 三 超过 报告",
		FieldBigrams: "贸易 易额 运输 输走 计算 国 经济 报告",
		FieldTitle:   "峰会 海陵 论坛 north forum 报告",
	} {
		for _, term := range strings.Fields(terms) {
			out["term "+field+" "+term] = on(field, query.NewTermQuery(term))
		}
		for _, text := range []string{"貿易額 運輸走廊", "数字经济合作", "Trade TURNOVER", "草原城的超级计算机", "НОВЫЕ дороги: товарооборот вырос", "海陵峰会 north", "，。", ""} {
			out["any of "+field+" "+text] = on(field, query.NewMatchQuery(text))
			all := query.NewMatchQuery(text)
			all.SetOperator(query.MatchQueryOperatorAnd)
			out["all of "+field+" "+text] = on(field, all)
		}
	}
	for _, prefix := range []string{"贸", "运输", "tra", "4", "报"} {
		out["prefix "+prefix] = on(FieldWords, query.NewPrefixQuery(prefix))
		out["prefix of pairs "+prefix] = on(FieldBigrams, query.NewPrefixQuery(prefix))
	}
	for _, e := range []string{"trad.*", "[0-9]+", "运.+|贸.", ".*计算.*", "(一|二|三)"} {
		out["expression "+e] = on(FieldWords, query.NewRegexpQuery(e))
	}
	for _, w := range []string{"tr*e?", "*计算*", "?易额"} {
		out["wildcard "+w] = on(FieldWords, query.NewWildcardQuery(w))
	}
	joined(out)
	return out
}

// joined adds queries that are made of others.
func joined(out map[string]query.Query) {
	out["words or pairs or title, weighed"] = query.NewDisjunctionQuery([]query.Query{
		boosted(on(FieldWords, query.NewMatchQuery("运输走廊")), 2), on(FieldBigrams, query.NewMatchQuery("运输走廊")), boosted(on(FieldTitle, query.NewMatchQuery("论坛")), 0.5)})
	two := query.NewDisjunctionQuery([]query.Query{term("贸易"), term("易额"), term("数字"), term("走廊")})
	two.SetMin(2)
	out["two of four"] = two
	out["both"] = query.NewConjunctionQuery([]query.Query{term("贸易"), term("易额")})
	out["three"] = query.NewConjunctionQuery([]query.Query{term("运输"), term("输走"), term("走廊"), on(FieldWords, query.NewTermQuery("三"))})
	out["one of them missing"] = query.NewConjunctionQuery([]query.Query{term("贸易"), term("没有")})
	out["both of either"] = query.NewConjunctionQuery([]query.Query{
		query.NewDisjunctionQuery([]query.Query{term("贸易"), term("运输")}), query.NewDisjunctionQuery([]query.Query{term("经济"), term("走廊")})})
	out["must"] = query.NewBooleanQuery([]query.Query{term("运输")}, nil, nil)
	out["must, should"] = query.NewBooleanQuery([]query.Query{term("运输")}, []query.Query{term("数字"), term("贸易")}, nil)
	out["must, not"] = query.NewBooleanQuery([]query.Query{term("运输")}, nil, []query.Query{term("贸易")})
	out["should, not"] = query.NewBooleanQuery(nil, []query.Query{term("运输"), term("贸易")}, []query.Query{term("数字")})
	out["must, should, not"] = query.NewBooleanQuery([]query.Query{term("贸易")}, []query.Query{term("易额")}, []query.Query{term("运输")})
	out["only not"] = query.NewBooleanQuery(nil, nil, []query.Query{term("贸易")})
}

func on[Q query.FieldableQuery](field string, q Q) query.Query {
	q.SetField(field)
	return q
}

func term(s string) query.Query { return on(FieldBigrams, query.NewTermQuery(s)) }

func boosted(q query.Query, by float64) query.Query {
	q.(query.BoostableQuery).SetBoost(by)
	return q
}
