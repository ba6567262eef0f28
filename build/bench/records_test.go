package bench

import (
	"encoding/json"
	"fmt"
	"testing"

	"fenghui/build/e2e"
	"fenghui/build/site"
)

// BenchmarkRecords asks 300 mixed queries of our records, from the address to
// the passages drawn on the page.
func BenchmarkRecords(b *testing.B) {
	page := e2e.Launch(b).Open(e2e.ServeHandler(b, site.Handler(build(b, "records", true, nil))).URL)
	page.Do(ready)
	for range *runs {
		times := drawn(b, page, mixed)
		found.add("records-p50", ourName, "ms", median(times))
		found.add("records-p95", ourName, "ms", quantile(times, 0.95))
	}
}

// ready waits for the library.
const ready = `(await customElements.whenDefined("fenghui-app"), await document.querySelector("fenghui-app").ready)`

// drawn asks 300 queries, made of these and pairs of them, by the address and
// tells how long each took until its passages were drawn, in milliseconds.
func drawn(b *testing.B, page *e2e.Page, queries []string) []float64 {
	list, err := json.Marshal(queries)
	if err != nil {
		b.Fatal(err)
	}
	return e2e.Eval[[]float64](page, fmt.Sprintf(`(async () => {
		const queries = %s, times = [];
		const drawn = () => new Promise((done) => document.querySelector("fenghui-app").addEventListener("fenghui-state", done, {once: true}));
		for (let i = 0; i < %d; i++) {
			const query = queries[i %% queries.length] + (i < queries.length ? "" : " " + queries[(i * 7) %% queries.length]);
			const start = performance.now(), state = drawn();
			location.hash = "#/search?q=" + encodeURIComponent(query) + "&n=" + (i + 20);
			await state;
			times.push(performance.now() - start);
		}
		return times;
	})()`, list, timed))
}

// mixed queries: words, names in four languages, phrases, figures, filters,
// questions and mistakes.
var mixed = []string{
	"贸易额", "投资", "人工智能", "跨里海", "水资源", "阿富汗", "核电站", "铁路 过境", "粮食", "旅游", "里海 水位", "稀有金属",
	"Tokayev", "Путин", "Қазақстан", "trade turnover", "ШОС", "Japan uranium", "tokay", "Kyrgystan",
	`"中间走廊"`, `"上海精神"`, `"一带一路"`, "500亿美元", "$70bn", "值:>100亿美元", "类型:占比", "状态:目标", "年:2030",
	"国家:日本", "人物:普京", "主题:物流", "峰会:上合", "date:2025-10", "(物流 OR 运输) -铁路", "贸易 -日本",
	"哈萨克斯坦跟谁的贸易额最大", "俄罗斯去年投资了多少", "作者:x (", "的",
}
