package engine

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"fenghui/corpus"
	"fenghui/wasm/library/sitefile"
	"fenghui/wasm/store"
)

// The transcripts under testdata are the protocol's documentation: a request,
// then the events and the answer it gets. UPDATE=1 writes them anew.
func TestTranscripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no transcripts: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { transcript(t, file) })
	}
}

func transcript(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	e := testEngine(t)
	played := &txtar.Archive{Comment: archive.Comment}
	for _, f := range archive.Files {
		if f.Name != "request" {
			continue
		}
		played.Files = append(played.Files, f, txtar.File{Name: "answer", Data: play(t, e, f.Data)})
	}
	got := txtar.Format(played)
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want := txtar.Format(archive); !bytes.Equal(got, want) {
		t.Errorf("the conversation has changed (UPDATE=1 writes it anew):\n%s", difference(string(want), string(got)))
	}
}

// play sends one request and gives its events and answer as a reader likes
// them, with what differs from run to run left out.
func play(t *testing.T, e *Engine, request []byte) []byte {
	var out bytes.Buffer
	show := func(message []byte) {
		var b bytes.Buffer
		if err := json.Indent(&b, message, "", "  "); err != nil {
			t.Fatalf("not JSON: %s", message)
		}
		out.WriteString(stamps.ReplaceAllString(varying.ReplaceAllString(b.String(), `$1 …`), "…") + "\n")
	}
	show(e.Handle(t.Context(), request, show))
	return out.Bytes()
}

// stamps are times, and hashes of texts with times in them.
var stamps = regexp.MustCompile(`[0-9a-f]{64}|\d{4}-\d\d-\d\dT[0-9:.]+Z`)

var varying = regexp.MustCompile(`("(?:indexBytes|score)":) -?[0-9.]+`)

// difference shows the first lines that are not alike.
func difference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := 0; i < len(w) || i < len(g); i++ {
		if i >= len(w) || i >= len(g) || w[i] != g[i] {
			return fmt.Sprintf("line %d\nwant %s\ngot  %s", i+1, strings.Join(w[min(i, len(w)):min(i+3, len(w))], "\n     "),
				strings.Join(g[min(i, len(g)):min(i+3, len(g))], "\n     "))
		}
	}
	return "none"
}

// testEngine serves a site of two invented articles, from memory.
func testEngine(t *testing.T) *Engine {
	t.Helper()
	var docs []*corpus.Document
	for name, text := range map[string]string{
		"ocean.txt": " date 2024-03-05 海洋国家联盟渔业峰会闭幕\n\n去年各成员国捕捞量为1200万吨，贸易额达到300亿元。\n\nPhoto credit: Ocean Desk\n",
	} {
		d, err := corpus.ReadArticle(name, text)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	files := map[string][]byte{}
	for name, content := range map[string]sitefile.Documents{
		"documents.json": {List: docs},
		"years.json":     {List: docs, Years: []sitefile.Year{{Name: "2023", Documents: "2023.json", Pack: "2023.bin"}, {Name: "2022", Documents: "2022.json", Pack: "2022.bin"}}},
		"2023.json":      {List: []*corpus.Document{olderDocument(t)}},
	} {
		data, err := content.Encode()
		if err != nil {
			t.Fatal(err)
		}
		files[name] = data
	}
	return New(Options{
		OpenStore: func(context.Context) store.Store { return store.NewMemory() },
		Build:     "test",
		Fetch: func(_ context.Context, address string) ([]byte, error) {
			if data, ok := files[address]; ok {
				return data, nil
			}
			return nil, fmt.Errorf("%w: the server answered 404", store.ErrNotFound)
		},
	})
}

// olderDocument is of a year that is fetched when it is needed.
func olderDocument(t *testing.T) *corpus.Document {
	t.Helper()
	d, err := corpus.ReadArticle("older.txt", " date 2023-03-06 海洋国家联盟渔业峰会闭幕\n\n各成员国捕捞量为1100万吨。\n")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func send(t *testing.T, e *Engine, ctx context.Context, id int, op Op, args any) Response {
	t.Helper()
	request, err := json.Marshal(Request{ID: id, Op: op, Args: args})
	if err != nil {
		t.Fatal(err)
	}
	var r Response
	if err := json.Unmarshal(e.Handle(ctx, request, nil), &r); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestAPanicIsAnErrorAndTheEngineLivesOn(t *testing.T) {
	e := testEngine(t)
	handlers["burst"] = func(*Engine, context.Context, call) (any, error) { panic("on purpose") }
	t.Cleanup(func() { delete(handlers, "burst") })
	if r := send(t, e, t.Context(), 1, "burst", nil); r.Error == nil || r.Error.Code != ErrInternal {
		t.Errorf("got %+v", r)
	}
	if r := send(t, e, t.Context(), 2, OpHello, HelloArgs{ProtocolVersion}); r.Error != nil {
		t.Errorf("after a panic: %+v", r.Error)
	}
}

// A request that waits for another to be cancelled shows that both run at
// once, and that the cancelled one answers.
func TestCancelStopsARunningRequest(t *testing.T) {
	e := testEngine(t)
	started := make(chan struct{})
	handlers["wait"] = func(_ *Engine, ctx context.Context, _ call) (any, error) {
		close(started)
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(time.Minute):
			return nil, errors.New("never cancelled")
		}
	}
	t.Cleanup(func() { delete(handlers, "wait") })
	answer := make(chan Response)
	go func() { answer <- send(t, e, context.Background(), 7, "wait", nil) }()
	<-started
	if r := send(t, e, t.Context(), 8, OpCancel, CancelArgs{7}); r.Error != nil {
		t.Fatalf("cancel: %+v", r.Error)
	}
	if r := <-answer; r.Error == nil || r.Error.Code != ErrCancelled {
		t.Errorf("got %+v", r)
	}
}

func FuzzHandle(f *testing.F) {
	for _, s := range []string{`{}`, `{"id":1,"op":"search","args":{"query":"贸易"}}`, `[]`, `{"id":"x"}`, `{"op":"open","args":{"pack":7}}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, request []byte) {
		e := New(Options{OpenStore: func(context.Context) store.Store { return store.NewMemory() }})
		var r Response
		if err := json.Unmarshal(e.Handle(t.Context(), request, nil), &r); err != nil {
			t.Errorf("the answer is not JSON: %v", err)
		}
	})
}
