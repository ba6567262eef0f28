package e2e_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"fenghui/build/e2e"
)

// framedInside tells the page around a frame what is in it, once it is there.
const framedInside = `addEventListener("load", async () => {
	const library = %s;
	const stuck = document.querySelector(".stuck");
	stuck.getAnimations().forEach((animation) => animation.finish());
	const { display, visibility } = getComputedStyle(stuck);
	parent.postMessage({kept: library?.kept ?? false, documents: library?.documents.length ?? 0, stuck: display + " " + visibility,
		text: document.querySelector("#view").innerText}, "*");
});`

const around = `<!doctype html><title>host</title><iframe sandbox="allow-scripts" src="/"></iframe>
<script>window.answer = new Promise((done) => addEventListener("message", ({data}) => data.stuck && done(data)))</script>`

// A frame without an origin of its own loads modules only if their server lets
// anybody have them, and keeps nothing.
func inASandboxedFrame(t *testing.T) {
	for what, lets := range map[string]bool{"its scripts are let through": true, "its scripts are refused": false} {
		t.Run(what, func(t *testing.T) {
			x := serve(t)
			x.browser.Expect("CORS|Failed to load|fenghui: |SecurityError|sandboxed")
			x.server = e2e.ServeHandler(t, framed(x.origin(), lets))
			x.Page = x.browser.Open(x.server.URL + "around.html")
			got := e2e.Eval[struct {
				Kept        bool
				Documents   int
				Text, Stuck string
			}](x.Page, "await answer")
			if !strings.Contains(got.Text, "上海合作组织") {
				t.Errorf("the overview is not there: %.100s", got.Text)
			}
			if want := map[bool]int{true: records()}[lets]; got.Documents != want || got.Kept || (got.Stuck == "block visible") == lets {
				t.Errorf("%d documents, kept %v, why it does not start: %s", got.Documents, got.Kept, got.Stuck)
			}
		})
	}
}

// framed is a site with a page around it, sent with the header that lets its
// modules load in the frame there, or without.
func framed(origin http.Handler, lets bool) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ready := map[bool]string{true: `await customElements.whenDefined("fenghui-app").then(() => document.querySelector("fenghui-app").ready)`, false: "null"}[lets]
		switch r.URL.Path {
		case "/around.html":
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprint(w, around)
			return
		case "/inside.js":
			w.Header().Set("Content-Type", "text/javascript")
			fmt.Fprintf(w, framedInside, ready)
			return
		}
		r.Header.Del("Accept-Encoding")
		answer := httptest.NewRecorder()
		origin.ServeHTTP(answer, r)
		for name, values := range answer.Header() {
			w.Header()[name] = values
		}
		w.Header().Del("Content-Length")
		if !lets {
			w.Header().Del("Access-Control-Allow-Origin")
		}
		w.WriteHeader(answer.Code)
		body := answer.Body.String()
		if r.URL.Path == "/" {
			body = strings.Replace(body, "</body>", `<script defer src="/inside.js"></script></body>`, 1)
		}
		fmt.Fprint(w, body)
	})
}
