package engines

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strings"
	"time"

	"fenghui/build/hosting"
)

// stage is an engine with the site before it.
type stage struct {
	engine
	server    *http.Server
	address   string
	documents int // in the library at first
}

// without is why an engine's automation cannot do something.
type without string

func (w without) Error() string { return string(w) }

// scenarios run one after another in the same tab.
var scenarios = []struct {
	name string
	run  func(ctx context.Context, s *stage) error
}{
	{"start", start},
	{"search", search},
	{"compare", compare},
	{"import", bringIn},
	{"reload", reload},
	{"offline", offline},
	{"other pages", portal},
	{"console", console},
}

func scenarioNames() (names []string) {
	for _, s := range scenarios {
		names = append(names, s.name)
	}
	return names
}

// play runs the scenarios and fills the engine's column.
func play(ctx context.Context, e engine, dir string) (Column, error) {
	column := Column{Engine: e.name()}
	s := &stage{engine: e}
	if err := s.serve(dir); err != nil {
		return column, err
	}
	defer s.server.Close()
	var failed error
	for _, scenario := range scenarios {
		began := time.Now()
		err := scenario.run(ctx, s)
		var reason without
		switch {
		case err == nil:
			column.Cells = append(column.Cells, Cell{Told: fmt.Sprintf("%.1f s", time.Since(began).Seconds())})
		case errors.As(err, &reason):
			column.Cells = append(column.Cells, Cell{Without: true, Told: string(reason)})
		default:
			column.Cells = append(column.Cells, Cell{Failed: true, Told: err.Error()})
			failed = errors.Join(failed, fmt.Errorf("engines: %s: %s: %w", e.name(), scenario.name, err))
		}
	}
	return column, failed
}

// serve has the site at /news/fenghui/, in a portal at /news/.
func (s *stage) serve(dir string) error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("engines: serve: %w", err)
	}
	s.server = &http.Server{Handler: hosting.Portal(dir, "/news/")}
	s.address = "http://" + listener.Addr().String() + "/news/"
	go s.server.Serve(listener)
	return nil
}

// want waits until js is true, and fails when that takes too long; js is
// evaluated again whenever the document changes.
func (s *stage) want(ctx context.Context, js string) error {
	ok, err := value[bool](ctx, s, fmt.Sprintf(`new Promise((resolve) => {
		const watch = new MutationObserver(look);
		const late = setTimeout(() => { watch.disconnect(); resolve(false); }, 45000);
		function look() { if (%s) { watch.disconnect(); clearTimeout(late); resolve(true); } }
		watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
		look();
	})`, js))
	if err == nil && !ok {
		told, _ := value[string](ctx, s, `document.querySelector("fenghui-error")?.innerText ?? ""`)
		err = fmt.Errorf("never came to be: %s %s", js, told)
	}
	return err
}

func (s *stage) do(ctx context.Context, js string) error {
	_, err := value[any](ctx, s, js)
	return err
}

// ready waits for the library, and fails if it has fewer documents than before.
func (s *stage) ready(ctx context.Context) error {
	n, err := value[int](ctx, s, `customElements.whenDefined("fenghui-app").then(() => document.querySelector("fenghui-app").ready).then((l) => l.documents.length)`)
	if err == nil && n < s.documents {
		err = fmt.Errorf("%d documents, want %d", n, s.documents)
	}
	s.documents = max(n, s.documents)
	return err
}

func start(ctx context.Context, s *stage) error {
	if err := s.open(ctx, s.address+"fenghui/"); err != nil {
		return err
	}
	s.documents = 1
	return s.ready(ctx)
}

func search(ctx context.Context, s *stage) error {
	if err := s.do(ctx, `void (location.hash = "#/search?q=" + encodeURIComponent("贸易额"))`); err != nil {
		return err
	}
	return s.want(ctx, `document.querySelector(".hit mark")?.textContent.includes("贸易")`)
}

func compare(ctx context.Context, s *stage) error {
	if err := s.do(ctx, `void (location.hash = "#/compare?kind=board")`); err != nil {
		return err
	}
	if err := s.want(ctx, `document.querySelectorAll(".finding").length > 2`); err != nil {
		return err
	}
	if err := s.do(ctx, `void document.querySelector(".finding a").click()`); err != nil {
		return err
	}
	return s.want(ctx, `document.querySelector("fenghui-comparison svg, fenghui-comparison table")`)
}

// article is of our own making.
const article = "title: 灯塔会议\\ndate: 2024-05-06\\n\\n去年各成员国捕捞量为1200万吨。\\n\\n蓝色走廊的港口名单已经公布。\\n"

// bringIn chooses a file in the Library. (A drop that a script makes up carries
// no files in Firefox.)
func bringIn(ctx context.Context, s *stage) error {
	if err := s.do(ctx, `void (location.hash = "#/library")`); err != nil {
		return err
	}
	if err := s.want(ctx, `document.querySelector("fenghui-import") && document.querySelector("fenghui-documents tr[data-id]")`); err != nil {
		return err
	}
	if err := s.do(ctx, `(() => { const carried = new DataTransfer();
		carried.items.add(new File(["`+article+`"], "lighthouse.txt"));
		const input = document.querySelector("fenghui-import input[type=file]");
		input.files = carried.files;
		input.dispatchEvent(new Event("change", { bubbles: true })); })()`); err != nil {
		return err
	}
	if err := s.want(ctx, `document.querySelector(".import-results li[data-status=added]")`); err != nil {
		return err
	}
	s.documents++
	return found(ctx, s)
}

// found searches for a phrase of the imported article.
func found(ctx context.Context, s *stage) error {
	if err := s.do(ctx, `void (location.hash = "#/search?q=" + encodeURIComponent("蓝色走廊"))`); err != nil {
		return err
	}
	return s.want(ctx, `document.querySelector(".hit mark")?.textContent.includes("蓝色走廊")`)
}

func reload(ctx context.Context, s *stage) error {
	if err := s.engine.reload(ctx); err != nil {
		return err
	}
	if err := s.ready(ctx); err != nil {
		return err
	}
	return found(ctx, s)
}

// offline stops the server and loads the page again.
func offline(ctx context.Context, s *stage) error {
	able, err := value[bool](ctx, s, `"serviceWorker" in navigator`)
	if err != nil {
		return err
	}
	if !able {
		return without("its automation gives pages no service worker")
	}
	if err := s.do(ctx, `navigator.serviceWorker.ready.then(({ active }) => new Promise((resolve, reject) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }) => data.kept ? resolve() : reject(new Error("the site is not kept"));
		active.postMessage("kept?", [port2]);
	}))`); err != nil {
		return err
	}
	handler, address := s.server.Handler, strings.TrimPrefix(strings.TrimSuffix(s.address, "/news/"), "http://")
	s.server.Close()
	defer s.again(handler, address)
	if err := s.engine.reload(ctx); err != nil {
		return err
	}
	if err := s.ready(ctx); err != nil {
		return err
	}
	return found(ctx, s)
}

// again serves at the same address as before.
func (s *stage) again(handler http.Handler, address string) {
	s.server = &http.Server{Handler: handler}
	if listener, err := net.Listen("tcp", address); err == nil {
		go s.server.Serve(listener)
	}
}

// portal has three explorers in a page of somebody else.
func portal(ctx context.Context, s *stage) error {
	if err := s.open(ctx, s.address); err != nil {
		return err
	}
	return s.want(ctx, `document.querySelectorAll("#told li").length > 0 && ["first", "second", "third"].every((id) => document.querySelector("#told").textContent.includes(id + ": fenghui-state"))`)
}

// word is what the page says last, to tell whether it is heard.
const word = "this word is to be heard"

// console wants no error but the word said here; where that is not heard
// either, nothing can be told.
func console(ctx context.Context, s *stage) error {
	if err := s.do(ctx, fmt.Sprintf(`void console.error(%q)`, word)); err != nil {
		return err
	}
	said := func(line string) bool { return strings.Contains(line, word) }
	for late := time.Now().Add(5 * time.Second); ; {
		list, told := s.complaints(ctx)
		if heard := slices.ContainsFunc(list, said); heard || !told || time.Now().After(late) {
			if !heard {
				return without("its automation does not tell what pages write to the console")
			}
			if list = slices.DeleteFunc(list, said); len(list) > 0 {
				return fmt.Errorf("%d errors: %s", len(list), strings.Join(list, "; "))
			}
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
}
