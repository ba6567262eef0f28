package single

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"fenghui/build/filetest"
	"fenghui/corpus/goldtest"
)

// built is a site of a few small files.
func built(t *testing.T, documents string) string {
	t.Helper()
	out := t.TempDir()
	put := func(name, text string) {
		var packed strings.Builder
		w := gzip.NewWriter(&packed)
		io.WriteString(w, text)
		w.Close()
		filetest.WriteAll(t, out, map[string]string{name: text, name + ".gz": packed.String()})
	}
	for name, text := range map[string]string{"fenghui.wasm": "\x00asm", "dictionary-1.fst": "words", "documents-1.bin": "{}", "pack-1.bin": "index", "documents-2023.bin": "{}", "pack-2023.bin": "index of a year",
		"lang/zh.json": "{}", "icon.svg": "<svg/>", "style.css": "p{color:red}", "print.css": "p{color:black}", "wasm_exec.js": "globalThis.Go = class {};"} {
		put("v-1/"+name, text)
	}
	put("index.html", `<html lang="zh"><meta name="fenghui-version" content="1"><link rel="stylesheet" href="v-1/style.css"><link rel="stylesheet" href="v-1/print.css" media="print">
		<fenghui-app base="v-1/" wasm="v-1/fenghui.wasm" pack="v-1/pack-1.bin" pack-hash="abc" documents="`+documents+`" dictionary="v-1/dictionary-1.fst" embedders="">
		<main id="view">overview</main></fenghui-app></html>`)
	return out
}

func pageOf(t *testing.T, documents string) string {
	t.Helper()
	page, err := Make("../../..", built(t, documents))
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

func TestEverythingStandsInThePage(t *testing.T) {
	page := pageOf(t, "")
	for _, want := range []string{`<html lang="zh">`, `content="1"`, `wasm="inline:///v-1/fenghui.wasm"`, `pack-hash="abc"`, `id="inline:///lang/zh.json"`,
		"p{color:red}@media print{p{color:black}}", "overview</main>", "customElements.define"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s", want)
		}
	}
	for _, unwanted := range []string{"{{", "v-1/pack-", ` src="`, `href="v-1`, "sw.js"} {
		if strings.Contains(page, unwanted) {
			t.Errorf("%s is there", unwanted)
		}
	}
	packed := regexp.MustCompile(`data-type="application/wasm" data-size="(\d+)" id="[^"]+">([^<]*)<`).FindStringSubmatch(page)
	if packed == nil {
		t.Fatal("no program")
	}
	size, _ := strconv.Atoi(packed[1])
	r, err := gzip.NewReader(bytes.NewReader(fromLetters(packed[2], size)))
	if err != nil {
		t.Fatal(err)
	}
	if data, err := io.ReadAll(r); string(data) != "\x00asm" || err != nil {
		t.Errorf("the program is %q, %v", data, err)
	}
}

// fromLetters is what web/single/inline.js does.
func fromLetters(text string, size int) (data []byte) {
	bits, count := 0, 0
	for ; len(data) < size; text = text[2:] {
		two := strings.ReplaceAll(text[:2], "|", "<")
		bits = bits<<13 | int(two[0]-'!')*91 + int(two[1]-'!')
		for count += 13; count >= 8 && len(data) < size; {
			count -= 8
			data = append(data, byte(bits>>count))
		}
		bits &= 1<<count - 1
	}
	return data
}

func TestLettersAreBytes(t *testing.T) {
	var all []byte
	for i := range 70_000 {
		all = append(all, byte(i), byte(i>>8), byte(i*i), byte(i*7))
		if size := i % 9; size <= len(all) {
			text := letters(all[:size])
			if got := fromLetters(text, size); string(got) != string(all[:size]) || strings.ContainsAny(text, "<}~") {
				t.Fatalf("%x is %s is %x", all[:size], text, got)
			}
		}
	}
	if got := fromLetters(letters(all), len(all)); string(got) != string(all) {
		t.Error("all together they are not")
	}
}

func TestDocumentsOfASiteComeWithTheirPack(t *testing.T) {
	page := pageOf(t, "v-1/documents-1.bin")
	for _, want := range []string{`documents="inline:///v-1/documents-1.bin"`, `pack="inline:///v-1/pack-1.bin"`, `id="inline:///v-1/pack-1.bin"`, `id="inline:///v-1/pack-2023.bin"`, `id="inline:///v-1/documents-2023.bin"`} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s", want)
		}
	}
}

func TestThePolicyNamesTheScriptAndTheStyle(t *testing.T) {
	page := pageOf(t, "")
	for _, tag := range []string{"script", "style"} {
		found := regexp.MustCompile(`(?s)<` + tag + `>(.*?)</` + tag + `>`).FindStringSubmatch(page)
		if found == nil || !strings.Contains(strings.ReplaceAll(page, "&#39;", "'"), tag+"-src "+hash(found[1])) {
			t.Errorf("the %s is not the one of the policy", tag)
		}
	}
}

// What stands in a style sheet does not end the element that holds it.
func TestAStyleSheetCannotEndItsElement(t *testing.T) {
	out := built(t, "")
	file := filepath.Join(out, "v-1", "style.css")
	if err := os.WriteFile(file, []byte(`p::after{content:"</style><script>"}`), 0o644); err != nil {
		t.Fatal(err)
	}
	page, err := Make("../../..", out)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(page), `p::after{content:"`)
	if got, _, _ := strings.Cut(rest, `"`); got != `<\/style><script>` {
		t.Errorf("it says %s", got)
	}
}

func TestWithoutASiteThereIsNoFile(t *testing.T) {
	if _, err := Make("../../..", t.TempDir()); err == nil || !strings.Contains(err.Error(), "no site") {
		t.Errorf("got %v", err)
	}
}

// The words of every language are there, under their names.
func TestWordsAreListedByName(t *testing.T) {
	blocks, err := words(filepath.Join("..", "..", "..", "web"))
	if err != nil {
		t.Fatal(err)
	}
	read := func(address string, list any) {
		r, err := gzip.NewReader(bytes.NewReader(blocks[address]))
		if err == nil {
			err = json.NewDecoder(r).Decode(list)
		}
		if err != nil {
			t.Fatalf("%s: %v", address, err)
		}
	}
	var names []string
	read(wordNames, &names)
	for _, file := range goldtest.Texts(t, "../../../web/lang/*.json") {
		var values []*string
		read("lang/"+file.Name, &values)
		want, got := map[string]string{}, map[string]string{}
		if err := json.Unmarshal([]byte(file.Text), &want); err != nil {
			t.Fatal(err)
		}
		for k, word := range values {
			if word != nil {
				got[names[k]] = *word
			}
		}
		if !maps.Equal(got, want) {
			t.Errorf("%s has %d words, want %d", file.Name, len(got), len(want))
		}
	}
}
