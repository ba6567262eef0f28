package e2e_test

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fenghui/build/e2e"
)

// picked is a file the page hands out, its bytes as they are.
func (x *explorer) picked(ending string) (name, kind string, bytes []byte) {
	x.t.Helper()
	got := e2e.Eval[struct {
		Name, Kind string
		Bytes      []int
	}](x.Page, fmt.Sprintf(`await new Promise((got) => {
		const make = URL.createObjectURL, click = HTMLAnchorElement.prototype.click;
		let blob;
		URL.createObjectURL = (b) => { blob = b; return make.call(URL, b); };
		HTMLAnchorElement.prototype.click = async function () {
			if (!this.download) return click.call(this);
			URL.createObjectURL = make;
			HTMLAnchorElement.prototype.click = click;
			got({name: this.download, kind: blob.type, bytes: [...new Uint8Array(await blob.arrayBuffer())]});
		};
		[...document.querySelectorAll(".downloads button")].find((b) => b.textContent === %q).click();
	})`, ending))
	for _, b := range got.Bytes {
		bytes = append(bytes, byte(b))
	}
	return got.Name, got.Kind, bytes
}

func TestATableIsTakenAlong(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.drop(
		file{name: "one.txt", text: "title: =1+1 港口峰会\ndate: 2024-03-02\n\n2023年冰岛港口货运量为3000万吨。\n"},
		file{name: "two.txt", text: "title: @港口,“第二”峰会\ndate: 2024-05-02\n\n2023年冰岛港口货运量为2800万吨。\n"})
	x.visit("#/compare?kind=series&party=%E5%86%B0%E5%B2%9B")
	list := x.findings()
	if len(list) != 1 {
		t.Fatalf("%d findings of ports", len(list))
	}
	x.visit(list[0].Address)
	name, kind, data := x.picked("CSV")
	body, marked := strings.CutPrefix(string(data), "\ufeff")
	if !marked || strings.Count(body, "\n") != strings.Count(body, "\r\n") || !strings.HasPrefix(kind, "text/csv") || !strings.HasSuffix(name, ".csv") {
		t.Errorf("%s (%s): mark %v, %.60q", name, kind, marked, body)
	}
	table, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	if err != nil || len(table) != 3 {
		t.Fatalf("%d rows: %v\n%s", len(table), err, body)
	}
	all := strings.Join(slices.Concat(table[1], table[2]), "\n")
	for _, want := range []string{"'=1+1 港口峰会", "'@港口,“第二”峰会", "3000万吨", "2800万吨"} {
		if !strings.Contains("\n"+all+"\n", "\n"+want+"\n") {
			t.Errorf("no cell is %s:\n%s", want, all)
		}
	}
	if link := table[1][len(table[1])-1]; !strings.Contains(link, "#/read/") {
		t.Errorf("the last cell is %s, want a link", link)
	}
}

// A drawing stands alone: well formed, with its style and fonts, nothing in it
// from elsewhere, and every word within it.
func TestADrawingIsTakenAlong(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.drawn()
	title := x.Text("h1")
	_, kind, data := x.picked("SVG")
	if err := wellFormed(data); err != nil || kind != "image/svg+xml" {
		t.Fatalf("%s: %v", kind, err)
	}
	if text := string(data); strings.Contains(text, "var(") || strings.Count(text, "http") != 1 || !strings.Contains(text, title) {
		t.Errorf("it needs the page, or does not say %s:\n%.600s", title, text)
	}
	x.server.Answer("/drawing.svg", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "image/svg+xml")
		w.Write(data)
	})
	alone := x.browser.Open(x.server.URL + "drawing.svg")
	if got := e2e.Eval[string](alone, `document.documentElement.localName + " " + getComputedStyle(document.querySelector("text")).fontFamily`); !strings.HasPrefix(got, "svg ") || !strings.Contains(got, "sans-serif") {
		t.Errorf("alone it is %s", got)
	}
	if fill := e2e.Eval[string](alone, `getComputedStyle(document.querySelector(".ground")).fill`); fill != "rgb(251, 250, 246)" {
		t.Errorf("its ground is %s", fill)
	}
	if out := e2e.Eval[[]string](alone, `(() => { const whole = document.documentElement.getBoundingClientRect();
		return [...document.querySelectorAll("text")].filter((text) => { const {left, top, right, bottom} = text.getBoundingClientRect();
			return left < whole.left || top < whole.top || right > whole.right || bottom > whole.bottom; }).map((text) => text.textContent); })()`); len(out) > 0 {
		t.Errorf("cut off: %v", out)
	}
}

func wellFormed(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := d.Token(); err != nil {
			return ended(err)
		}
	}
}

func ended(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

var svgSize = regexp.MustCompile(`^<svg [^>]* width="(\d+)" height="(\d+)"`)

func TestAPictureIsTakenAlong(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.drawn()
	_, _, drawing := x.picked("SVG")
	name, kind, data := x.picked("PNG")
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil || kind != "image/png" || !strings.HasSuffix(name, ".png") {
		t.Fatalf("%s (%s): %v", name, kind, err)
	}
	size := svgSize.FindSubmatch(drawing)
	width, _ := strconv.Atoi(string(size[1]))
	height, _ := strconv.Atoi(string(size[2]))
	if got := picture.Bounds().Size(); got != image.Pt(2*width, 2*height) {
		t.Errorf("%v pixels, the drawing has %d×%d", got, width, height)
	}
	ground, accent, ink, all := 0, 0, 0, 0
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			all++
			switch c := color.NRGBAModel.Convert(picture.At(x, y)).(color.NRGBA); c {
			case color.NRGBA{0xfb, 0xfa, 0xf6, 0xff}:
				ground++
			case color.NRGBA{0xa1, 0x2c, 0x1c, 0xff}:
				accent++
			case color.NRGBA{0x1c, 0x1a, 0x17, 0xff}:
				ink++
			}
		}
	}
	if ground < all/2 || ground == all || accent < all/200 || ink < all/2000 {
		t.Errorf("of %d pixels %d are ground, %d accent, %d ink", all, ground, accent, ink)
	}
}

func TestAPictureThatCannotBeDrawnLeavesThePage(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.browser.Expect("could not be drawn")
	x.drawn()
	x.Do(`HTMLCanvasElement.prototype.toBlob = function (made) { made(null); }`)
	x.Do(button("PNG") + `.click()`)
	x.Until(`document.querySelector("fenghui-error[data-code=no-picture]")`)
	if text := x.Text("fenghui-error"); !strings.Contains(text, word(t, "zh", "error.no-picture")) || x.Text(".comparison > .said") != "" {
		t.Errorf("the reader is told %s", text)
	}
	if _, _, data := x.picked("SVG"); len(data) == 0 {
		t.Error("afterwards there is no drawing")
	}
	x.Until(`document.querySelector(".comparison > .said").textContent`)
}

// Words of a drawing stand clear of each other and within it, on a phone and
// on a desk, in either language.
func TestWordsOfADrawingStandClear(t *testing.T) {
	t.Parallel()
	x := explore(t)
	for turn, lang := range []string{"zh", "en"} {
		x.Resize(1280, 800)
		x.visit("#/compare?kind=board&lang=" + lang)
		list := x.findings()
		x.visit("#/compare?kind=series&lang=" + lang)
		for k, f := range append(list, x.findings()...) {
			widths := []int64{1280, 390} // there is one drawing for all that is narrow
			if !*everyLook {             // each drawing once: in either language, narrow or wide, in turn
				widths = widths[(k+turn)%2:][:(k/2+turn)%2]
			}
			for _, width := range widths {
				x.Resize(width, 800)
				x.visit(strings.TrimSuffix(f.Address, "?lang="+lang) + "?lang=" + lang)
				if faults := e2e.Eval[[]string](x.Page, clear); len(faults) > 0 {
					t.Errorf("%s at %d px: %v", f.Title, width, faults)
				}
			}
		}
	}
}

// clear is told in the drawing's own units, of the letters without the rim that
// parts them from what they stand on: the size of the window is not in it.
const clear = `(() => { const svg = document.querySelector(".chart-drawing");
	if (!svg) return [];
	const {width} = svg.viewBox.baseVal;
	const texts = [...svg.querySelectorAll("text")].filter((text) => text.textContent).map((text) => { const {x, y, width, height} = text.getBBox();
		return {said: text.textContent, left: x, right: x + width, top: y, bottom: y + height}; });
	const out = texts.filter(({left, right}) => left < -1 || right > width + 1).map(({said}) => "out: " + said);
	const over = texts.flatMap((a, k) => texts.slice(k + 1).filter((b) => a.left < b.right + 2 && b.left < a.right + 2 && a.top < b.bottom - 2 && b.top < a.bottom - 2)
		.map((b) => "over: " + a.said + " | " + b.said));
	return [...out, ...over, ...(/NaN|undefined|Infinity/.test(svg.outerHTML) ? ["not a number"] : [])]; })()`
