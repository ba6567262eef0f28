package e2e_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fenghui/build/e2e"
)

// kills is how often the browser is killed while a page imports.
var kills = flag.Int("kills", 5, "forced kills while importing")

const importedAtOnce = 30 // articles, more than the program saves in one transaction

// killedWhileImporting kills the browser at a step of an import that a seed
// chooses, and looks at what is there at the next start.
func killedWhileImporting(t *testing.T) {
	x := serve(t)
	lost, half, orphans := 0, 0, 0
	kept := map[string]bool{} // names of articles that must be there
	x.Page = x.browser.Open(x.server.URL)
	x.ready()
	for round := range *kills {
		if len(kept) > 10*importedAtOnce {
			x.removeAll()
			kept = map[string]bool{}
		}
		names := x.importUntilKilled(round)
		if slices.Contains(x.browser.Console(), fmt.Sprintf("told %d", round)) {
			for _, name := range names {
				kept[name] = true
			}
		}
		x.browser.Restart()
		x.Page = x.browser.Open(x.server.URL)
		there := x.whatIsThere(&half)
		for name := range kept {
			if !there[name] {
				lost++
			}
		}
		if n := count(names, there); n != 0 && n != 20 && n != importedAtOnce {
			t.Errorf("round %d: %d articles of an import that saves 20 and then 10", round, n)
		}
		for name := range there {
			kept[name] = true
		}
		orphans += x.orphans()
	}
	if lost+half+orphans > 0 {
		t.Errorf("of %d kills: %d articles lost, %d half there, %d orphans", *kills, lost, half, orphans)
	}
	t.Logf("%d kills while importing %d articles: %d lost, %d half articles, %d orphans after the next start", *kills, importedAtOnce, lost, half, orphans)
}

// long is an article of some 2 kB.
func long(round, n int) file {
	a := article(round*100 + n)
	a.name = fmt.Sprintf("round-%d-%d.txt", round, n)
	a.text += strings.Repeat(fmt.Sprintf("第%d轮第%d篇报道的一句话，说的是港口和船期。\n", round, n), 30)
	return a
}

// importUntilKilled begins an import and kills the browser in the midst of it.
func (x *explorer) importUntilKilled(round int) (names []string) {
	x.t.Helper()
	x.visit("#/library")
	var files []string
	for n := range importedAtOnce {
		a := long(round, n)
		names = append(names, a.name)
		files = append(files, fmt.Sprintf("{name: %q, text: %q}", a.name, a.text))
	}
	x.Do(fmt.Sprintf(`void (() => { let step = 0;
		const { session } = document.querySelector("fenghui-library").context;
		session.request("import", {more: true, files: [%s]}, {progress: () => console.log("step %d " + step++)}).then(() => console.log("told %d")); })()`,
		strings.Join(files, ","), round, round))
	step := rand.New(rand.NewPCG(7, uint64(round))).IntN(2*importedAtOnce + 2)
	x.browser.Hear(fmt.Sprintf("^step %d %d$", round, step))
	x.browser.Kill()
	return names
}

// whatIsThere are the names of the imported articles. One that has another
// length than it should is half there, and so is a damaged one.
func (x *explorer) whatIsThere(half *int) map[string]bool {
	x.t.Helper()
	x.ready()
	type state struct {
		Documents []struct {
			Name    string
			Bytes   int
			BuiltIn bool
		}
		Damaged []struct{ ID string }
	}
	now := e2e.Eval[state](x.Page, `await document.querySelector("fenghui-app").ready`)
	*half += len(now.Damaged)
	there := map[string]bool{}
	for _, d := range now.Documents {
		if d.BuiltIn {
			continue
		}
		var round, n int
		if _, err := fmt.Sscanf(d.Name, "round-%d-%d.txt", &round, &n); err != nil || d.Bytes != textOf(long(round, n)) {
			*half++
		}
		there[d.Name] = true
	}
	return there
}

// textOf is the bytes of an article's paragraphs: all but its date and breaks.
func textOf(a file) int {
	rest := a.text[len(" date 2024-03-00 "):]
	return len(strings.ReplaceAll(rest, "\n", ""))
}

func count(names []string, there map[string]bool) (n int) {
	for _, name := range names {
		if there[name] {
			n++
		}
	}
	return n
}

// orphans are chunks in the browser's store that belong to no head.
func (x *explorer) orphans() int {
	x.t.Helper()
	return e2e.Eval[int](x.Page, `await new Promise((done) => {
		indexedDB.open("fenghui-1").onsuccess = ({ target: { result: db } }) => {
			db.transaction("blobs").objectStore("blobs").getAllKeys().onsuccess = ({ target: { result: keys } }) => {
				db.close();
				const heads = new Set(keys.filter((key) => !key.includes("/")));
				done(keys.filter((key) => key.includes("/") && !heads.has(key.split("/")[0])).length);
			};
		};
	})`)
}

func (x *explorer) removeAll() {
	x.t.Helper()
	x.visit("#/library")
	x.Do(`(() => { const { session } = document.querySelector("fenghui-library").context;
		return session.request("remove", {ids: session.library.documents.filter(({builtIn}) => !builtIn).map(({id}) => id)}); })()`)
}
