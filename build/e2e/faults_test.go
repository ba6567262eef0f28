package e2e_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fenghui/build/e2e"
	"fenghui/build/hosting"
	"fenghui/corpus"
)

// Whatever breaks, the reader is told in plain words of their language, and
// the rest goes on working.

func aBadPackIsBuiltOnTheDevice(t *testing.T) {
	tests := []struct {
		fault, notice string
		spoil         func(*httptest.ResponseRecorder)
	}{
		{"not there", "notice.pack-missing", func(r *httptest.ResponseRecorder) { r.Code = http.StatusNotFound }},
		{"a byte is another", "notice.pack-damaged", func(r *httptest.ResponseRecorder) { flip(r.Body.Bytes()) }},
		{"cut short", "notice.pack-damaged", func(r *httptest.ResponseRecorder) { r.Body.Truncate(r.Body.Len() / 2) }},
		{"empty", "notice.pack-damaged", func(r *httptest.ResponseRecorder) { r.Body.Reset() }},
		{"a page instead", "notice.pack-damaged", func(r *httptest.ResponseRecorder) {
			r.Header().Set("Content-Type", "text/html")
			r.Body.Reset()
			r.Body.WriteString("<!doctype html><title>Sign in</title>")
		}},
	}
	for _, tt := range tests {
		t.Run(tt.fault, func(t *testing.T) {
			x := serve(t)
			x.browser.Expect("404")
			pack := x.address("pack")
			x.spoil(pack, tt.spoil)
			x.Page = x.browser.Open(x.server.URL)
			if l := x.ready(); l.Origin != "built" || len(l.Documents) != records() {
				t.Errorf("%d documents from %s, want the records, built", len(l.Documents), l.Origin)
			}
			x.wantTold(".notice", tt.notice)
			x.wantFound("贸易额")
			x.server.Answer(pack, nil)
			x.Reload()
			if l := x.ready(); l.Origin != "pack" {
				t.Errorf("with the pack in order again: from %s", l.Origin)
			}
			x.wantUntroubled()
		})
	}
}

func withoutDocumentsAFewRecordsStandIn(t *testing.T) {
	carried, err := corpus.Carried()
	if err != nil {
		t.Fatal(err)
	}
	x := serve(t)
	x.browser.Expect("404")
	documents := x.address("documents")
	x.spoil(documents, func(r *httptest.ResponseRecorder) { r.Code = http.StatusNotFound })
	x.Page = x.browser.Open(x.server.URL)
	if l := x.ready(); len(l.Documents) != len(carried) || len(carried) >= records() {
		t.Errorf("%d documents, want the %d that the program carries", len(l.Documents), len(carried))
	}
	x.wantTold(".notice", "notice.no-documents")
	x.wantFound("贸易额")
	x.server.Answer(documents, nil)
	x.Reload()
	if l := x.ready(); len(l.Documents) != records() {
		t.Errorf("%d documents when the site can be had again, want all records", len(l.Documents))
	}
	x.wantUntroubled()
}

// The chunks of what IndexedDB keeps: the pack, the dictionary, and the index
// of the imported articles.
func damagedPartsOfTheStoreAreMadeGood(t *testing.T) {
	tests := map[string]string{
		"a byte of every chunk is another": `if (key.includes("/")) { value[value.length >> 1] ^= 1; cursor.update(value); }`,
		"every chunk is gone":              `if (key.includes("/")) cursor.delete();`,
		"every head is gone":               `if (!key.includes("/")) cursor.delete();`,
		"every value is nonsense":          `cursor.update("nonsense");`,
	}
	for fault, js := range tests {
		t.Run(fault, func(t *testing.T) {
			x := explore(t)
			x.drop(article(1), article(2))
			x.damage("blobs", js)
			x.Reload()
			if l := x.ready(); l.Origin != "pack" || len(l.Documents) != records()+2 {
				t.Errorf("%d documents, the pack from %s; want two more than the records, and it fetched again", len(l.Documents), l.Origin)
			}
			x.wantFound("贸易额")
			x.wantFound("蓝色走廊")
			x.wantUntroubled()
			x.Reload()
			if l := x.ready(); l.Origin != "store" {
				t.Errorf("after that: from %s, want the store", l.Origin)
			}
			x.wantFound("蓝色走廊")
		})
	}
}

func aDamagedManifestIsMadeGood(t *testing.T) {
	x := explore(t)
	x.drop(article(1))
	x.damage("meta", `cursor.update("nonsense");`)
	x.Reload()
	if l := x.ready(); len(l.Documents) != records()+1 {
		t.Errorf("%d documents, want the records and 1", len(l.Documents))
	}
	x.wantFound("蓝色走廊")
}

func aDamagedArticleIsNamedAndTakesNoOtherWithIt(t *testing.T) {
	x := explore(t)
	x.drop(article(1), article(2), article(3))
	damaged := e2e.Eval[string](x.Page, `document.querySelectorAll("fenghui-documents tr[data-id^='a-']")[1].dataset.id`)
	x.damage("articles", fmt.Sprintf(`if (key === %q) { value.data[3] ^= 1; cursor.update(value); }`, damaged))
	x.Reload()
	if l := x.ready(); len(l.Documents) != records()+2 {
		t.Errorf("%d documents, want the records and 2: one is damaged", len(l.Documents))
	}
	x.wantTold(".notice", "notice.article-damaged")
	if text := x.Text("fenghui-notices"); !strings.Contains(text, damaged) {
		t.Errorf("%s is not named: %s", damaged, text)
	}
	if n := len(x.search("蓝色走廊")); n != 2 {
		t.Errorf("%d passages found, want those of the two other articles", n)
	}
	file := x.exported()
	x.Until(`document.querySelector("fenghui-transfer div[role=status] p")?.textContent`)
	if said := x.Text("fenghui-transfer div[role=status]"); strings.Contains(file, damaged) || !strings.Contains(said, damaged) {
		t.Errorf("of an export without it the reader is told: %s", said)
	}
	if got := x.drop(article(1), article(2), article(3)); strings.Count(strings.Join(got, " "), "added") != 1 {
		t.Errorf("brought in again: %q", got)
	}
	x.Reload()
	x.ready()
	x.wantUntroubled()
	if n := len(x.search("蓝色走廊")); n != 3 {
		t.Errorf("%d passages found, want three again", n)
	}
}

// The browser's own refusal is met in aFullStoreKeepsWhatItHas; here a
// browser does as if it had no room for large articles.
func aFullStoreRefusesByNameAndKeepsTheRest(t *testing.T) {
	x := serve(t)
	x.inWorker(`
		const put = IDBObjectStore.prototype.put;
		IDBObjectStore.prototype.put = function (value, key) {
			const request = put.call(this, value, key);
			if (value.data?.length > 1_000_000) request.addEventListener("success", () => this.transaction.abort());
			return request;
		};
		Object.defineProperty(IDBTransaction.prototype, "error", {get() { return new DOMException("full", "QuotaExceededError"); }});`)
	x.Page = x.browser.Open(x.server.URL)
	x.ready()
	x.drop(article(1))
	got := x.drop(file{name: "big.txt", bytes: `"渔业年鉴\n\n" + "各国的捕捞量都有记载。\n".repeat(50_000)`})
	told := x.Text(".import-results li")
	if got[0] != "refused big.txt" || !strings.Contains(told, word(t, "zh", "refused.quota")) || !sizesTold.MatchString(told) {
		t.Errorf("the reader is told: %s", told)
	}
	x.Reload()
	if l := x.ready(); len(l.Documents) != records()+1 {
		t.Errorf("%d documents, want the records and the one of before", len(l.Documents))
	}
	x.wantFound("蓝色走廊")
}

// sizesTold are those of what has no room.
var sizesTold = regexp.MustCompile(`还要 [\d.]+ [kM]B，本站已用 [\d.]+ [kM]B`)

func flip(b []byte) { b[len(b)/2] ^= 1 }

// address is the path of a file that the page names in an attribute.
func (x *explorer) address(attribute string) string {
	x.t.Helper()
	r := httptest.NewRecorder()
	x.origin().ServeHTTP(r, httptest.NewRequest(http.MethodGet, "/", nil))
	_, rest, ok := strings.Cut(r.Body.String(), " "+attribute+`="`)
	name, _, _ := strings.Cut(rest, `"`)
	if !ok || name == "" {
		x.t.Fatalf("the page names no %s", attribute)
	}
	return "/" + name
}

// origin answers as the site does when nothing is wrong.
func (x *explorer) origin() http.Handler {
	dir, err := ours()
	if err != nil {
		x.t.Fatal(err)
	}
	return hosting.Site{Dir: dir}
}

// spoil has a path answered with what change makes of the right answer.
func (x *explorer) spoil(path string, change func(*httptest.ResponseRecorder)) {
	x.t.Helper()
	origin := x.origin()
	x.server.Answer(path, func(w http.ResponseWriter, r *http.Request) {
		r.Header.Del("Accept-Encoding")
		answer := httptest.NewRecorder()
		origin.ServeHTTP(answer, r)
		answer.Header().Del("Content-Length")
		answer.Header().Set("Cache-Control", "no-store")
		change(answer)
		for name, values := range answer.Header() {
			w.Header()[name] = values
		}
		w.WriteHeader(answer.Code)
		w.Write(answer.Body.Bytes())
	})
}

// damage runs js for every record of an object store, with its cursor, key
// and value.
func (x *explorer) damage(store, js string) {
	x.t.Helper()
	n := e2e.Eval[int](x.Page, fmt.Sprintf(`await new Promise((done, failed) => {
		const request = indexedDB.open("fenghui-1");
		request.onerror = () => failed(request.error);
		request.onsuccess = () => {
			const change = request.result.transaction(%[1]q, "readwrite");
			let n = 0;
			change.objectStore(%[1]q).openCursor().onsuccess = ({ target: { result: cursor } }) => {
				if (!cursor) return;
				const { key, value } = cursor;
				n++;
				%[2]s
				cursor.continue();
			};
			change.oncomplete = () => { request.result.close(); done(n); };
			change.onabort = () => failed(change.error);
		};
	})`, store, js))
	if n == 0 {
		x.t.Fatalf("nothing is kept in %s", store)
	}
}

// wantTold waits for the words of a key where a selector points, in English
// and then in Chinese.
func (x *explorer) wantTold(selector, key string) {
	x.t.Helper()
	for _, lang := range []string{"en", "zh"} {
		x.Do(fmt.Sprintf(`document.querySelector(".languages [lang=%s]").click()`, lang))
		x.Until(fmt.Sprintf(`[...document.querySelectorAll(%q)].some((e) => e.innerText.includes(%q))`, selector, word(x.t, lang, key)))
	}
}

// word is one of the interface's.
func word(t *testing.T, lang, key string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../web/lang", lang+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]string
	if err := json.Unmarshal(data, &words); err != nil || words[key] == "" {
		t.Fatalf("no word for %s in %s: %v", key, lang, err)
	}
	return words[key]
}

// wantUntroubled wants no notice and no error on the page.
func (x *explorer) wantUntroubled() {
	x.t.Helper()
	if told := e2e.Eval[string](x.Page, `[...document.querySelectorAll(".notice")].map((n) => n.innerText).join("\n")`); told != "" {
		x.t.Errorf("the reader is told: %s", told)
	}
}

// wantFound wants hits with marks.
func (x *explorer) wantFound(query string) {
	x.t.Helper()
	hits := x.search(query)
	if len(hits) == 0 || len(hits[0].Marks) == 0 {
		x.t.Errorf("%s: %d hits", query, len(hits))
	}
}
